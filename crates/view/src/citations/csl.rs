//! A citation as CSL-JSON (citeproc-js, "CSL JSON Markup").

use says_who_model::Date;
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
    issued: Issued,
    note: String,
    language: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
}

/// A date: year, month, day.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Issued {
    date_parts: [(i16, u8, u8); 1],
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
    let Date {
        year, month, day, ..
    } = citation.date;
    let item = Item {
        id: &citation.key,
        r#type: "document",
        author: citation.authors.iter().filter_map(name).collect(),
        title: &citation.title,
        issued: Issued {
            date_parts: [(year, month, day)],
        },
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
