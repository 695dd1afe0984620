//! A citation as CSL-JSON (citeproc-js, "CSL JSON Markup").

use says_who_model::{Certainty, DatePart, EdtfDate, Precision};
use serde::Serialize;

use super::Citation;
use super::author::{Author, Kind};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'a> {
    id: &'a str,
    r#type: &'static str,
    author: Vec<Name<'a>>,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Issued>,
    note: String,
    language: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
}

/// A date: year, month, day as far as they are known. A range has two.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Issued {
    date_parts: Vec<Vec<i16>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    season: Option<u8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
}

/// A name, split or literal. CSL has no form for "and others".
#[derive(Serialize)]
#[serde(untagged, rename_all_fields = "kebab-case")]
enum Name<'a> {
    Split {
        family: &'a str,
        given: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        non_dropping_particle: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        suffix: Option<&'a str>,
    },
    Literal {
        literal: &'a str,
    },
}

pub(super) fn write(citation: &Citation) -> String {
    let item = Item {
        id: &citation.key,
        r#type: "document",
        author: citation.authors.iter().filter_map(name).collect(),
        title: &citation.title,
        issued: citation.date.known().map(issued),
        accessed: citation.accessed.map(|day| issued(day.into())),
        note: citation.notes().join(" "),
        language: &citation.language,
        address: citation.address.as_deref(),
        container_title: citation.container.as_deref(),
        publisher: citation.outlet.as_deref(),
    };
    // Strings and numbers can always be serialised.
    let text = serde_json::to_string(&[item]).unwrap_or_default();
    format!("{text}\n")
}

fn issued(date: EdtfDate) -> Issued {
    let (first, last) = date.parts();
    let numbers = |part: DatePart| match part.precision {
        Precision::Year | Precision::Season(_) => vec![part.year],
        Precision::Month(month) => vec![part.year, month.into()],
        Precision::Day(month, day) => vec![part.year, month.into(), day.into()],
    };
    let mut date_parts = vec![numbers(first)];
    if last != first {
        date_parts.push(numbers(last));
    }
    Issued {
        date_parts,
        season: match first.precision {
            Precision::Season(season) => Some(season.number() - 20),
            _ => None,
        },
        circa: first.certainty != Certainty::Sure || last.certainty != Certainty::Sure,
    }
}

fn name(author: &Author) -> Option<Name<'_>> {
    match &author.kind {
        Kind::Split(name) => Some(Name::Split {
            family: &name.family,
            given: &name.given,
            non_dropping_particle: name.particle.as_deref(),
            suffix: name.suffix.as_deref(),
        }),
        Kind::Literal => Some(Name::Literal {
            literal: &author.name,
        }),
        Kind::EtAl => None,
    }
}
