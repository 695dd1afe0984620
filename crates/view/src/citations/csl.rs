//! A citation as CSL-JSON.

use says_who_model::Date;

use super::Citation;
use super::author::{Author, Kind};
use super::person_name::NameParts;

pub(super) fn write(citation: &Citation) -> String {
    let Date {
        year, month, day, ..
    } = citation.date;
    let authors: Vec<String> = citation.authors.iter().filter_map(author).collect();
    let mut fields = vec![
        ("id", json_string(&citation.key)),
        ("type", json_string("document")),
        ("author", format!("[{}]", authors.join(","))),
        ("title", json_string(&citation.title)),
        (
            "issued",
            format!("{{\"date-parts\":[[{year},{month},{day}]]}}"),
        ),
        ("note", json_string(&citation.notes().join(" "))),
        ("language", json_string(&citation.language)),
    ];
    if let Some(address) = &citation.address {
        fields.push(("URL", json_string(address)));
    }
    if let Some(container) = &citation.container {
        fields.push(("container-title", json_string(container)));
    }
    if let Some(outlet) = &citation.outlet {
        fields.push(("publisher", json_string(outlet)));
    }
    format!("[{}]\n", object(&fields))
}

/// A name, split or literal. CSL has no form for "and others".
fn author(author: &Author) -> Option<String> {
    let fields = match &author.kind {
        Kind::Split(NameParts {
            given,
            particle,
            family,
            suffix,
        }) => {
            let mut fields = vec![
                ("family", json_string(family)),
                ("given", json_string(given)),
            ];
            let more = [("non-dropping-particle", particle), ("suffix", suffix)];
            let more = more.into_iter();
            fields
                .extend(more.filter_map(|(name, part)| Some((name, json_string(part.as_ref()?)))));
            fields
        }
        Kind::Literal => vec![("literal", json_string(&author.name))],
        Kind::EtAl => return None,
    };
    Some(object(&fields))
}

fn object(fields: &[(&str, String)]) -> String {
    let fields = fields.iter();
    let fields = fields.map(|(name, value)| format!("\"{name}\":{value}"));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
}

/// A JSON string (RFC 8259), with only the mandatory characters escaped.
pub fn json_string(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                written.push('\\');
                written.push(character);
            }
            control if u32::from(control) < 0x20 => {
                written.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => written.push(other),
        }
    }
    written.push('"');
    written
}
