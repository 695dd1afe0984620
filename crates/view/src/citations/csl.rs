//! A citation as CSL-JSON.

use says_who_model::Date;

use super::Citation;
use super::author::{Author, Kind};
use super::name::Parts;

pub(super) fn write(citation: &Citation) -> String {
    let Date {
        year, month, day, ..
    } = citation.date;
    let authors: Vec<String> = citation.authors.iter().filter_map(author).collect();
    let mut fields = vec![
        ("id", text(&citation.key)),
        ("type", text("document")),
        ("author", format!("[{}]", authors.join(","))),
        ("title", text(&citation.title)),
        (
            "issued",
            format!("{{\"date-parts\":[[{year},{month},{day}]]}}"),
        ),
        ("note", text(&citation.notes().join(" "))),
        ("language", text(&citation.language)),
    ];
    if let Some(address) = &citation.address {
        fields.push(("URL", text(address)));
    }
    if let Some(seen_in) = &citation.seen_in {
        fields.push(("container-title", text(seen_in)));
    }
    if let Some(outlet) = &citation.outlet {
        fields.push(("publisher", text(outlet)));
    }
    format!("[{}]\n", object(&fields))
}

/// A name in its parts, or whole; of those who are left out the form knows nothing.
fn author(author: &Author) -> Option<String> {
    let fields = match &author.kind {
        Kind::Parted(Parts {
            given,
            particle,
            family,
            suffix,
        }) => {
            let mut fields = vec![("family", text(family)), ("given", text(given))];
            let more = [("non-dropping-particle", particle), ("suffix", suffix)];
            let more = more.into_iter();
            fields.extend(more.filter_map(|(name, part)| Some((name, text(part.as_ref()?)))));
            fields
        }
        Kind::Whole => vec![("literal", text(&author.name))],
        Kind::Others => return None,
    };
    Some(object(&fields))
}

fn object(fields: &[(&str, String)]) -> String {
    let fields = fields.iter();
    let fields = fields.map(|(name, value)| format!("\"{name}\":{value}"));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
}

/// A JSON text (RFC 8259): what must be escaped is.
pub fn text(text: &str) -> String {
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
