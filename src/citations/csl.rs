//! A citation as CSL-JSON.

use says_who_model::Date;

use super::Citation;

pub(super) fn write(citation: &Citation) -> String {
    let Date {
        year, month, day, ..
    } = citation.date;
    let note = match &citation.note {
        Some(note) => format!("{note} {}", citation.from),
        None => citation.from.clone(),
    };
    let authors = citation.authors.iter();
    let authors = authors.map(|author| format!("{{\"literal\":{}}}", text(author.name())));
    let authors: Vec<String> = authors.collect();
    let mut fields = vec![
        ("id", text(&citation.key)),
        ("type", text("document")),
        ("author", format!("[{}]", authors.join(","))),
        ("title", text(&citation.title)),
        (
            "issued",
            format!("{{\"date-parts\":[[{year},{month},{day}]]}}"),
        ),
        ("note", text(&note)),
        ("language", text(&citation.language)),
        ("URL", text(&citation.address)),
    ];
    if let Some(seen_in) = &citation.seen_in {
        fields.push(("container-title", text(seen_in)));
    }
    if let Some(outlet) = &citation.outlet {
        fields.push(("publisher", text(outlet)));
    }
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    format!("[{{{}}}]\n", fields.join(","))
}

/// A JSON text (RFC 8259): what must be escaped is.
pub(crate) fn text(text: &str) -> String {
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
