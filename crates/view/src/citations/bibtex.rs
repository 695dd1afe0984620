//! A citation for BibTeX: `@misc`, the one entry type that every style knows
//! and that asks for nothing we might not have.

use super::author::{Author, Kind};
use super::{Citation, in_one_line};

pub(super) fn write(citation: &Citation) -> String {
    let fields = [
        ("author", Some(authors(&citation.authors))),
        ("title", Some(format!("{{{}}}", escape(&citation.title)))),
        ("howpublished", citation.seen_in.as_deref().map(escape)),
        ("year", Some(citation.date.year.to_string())),
        ("month", Some(citation.date.month.to_string())),
        ("day", Some(citation.date.day.to_string())),
        ("note", Some(escape(&citation.notes().join(" ")))),
        ("langid", Some(escape(&citation.language))),
        ("url", citation.address.clone()),
    ];
    let mut entry = format!("@misc{{{}", citation.key);
    for (name, value) in fields {
        if let Some(value) = value {
            entry.push_str(&format!(",\n  {name} = {{{value}}}"));
        }
    }
    entry.push_str("\n}\n");
    entry
}

/// The authors as BibTeX parts them: family name first, so that nothing is left
/// to guess. Braces keep a name whole that has no parts. The word "others", not
/// in braces, is its own for those who are left out.
fn authors(authors: &[Author]) -> String {
    let names = authors.iter().map(|author| match &author.kind {
        Kind::Parted(parts) => {
            let surname = parts.surname();
            let order = [Some(&surname), parts.suffix.as_ref(), Some(&parts.given)];
            let order = order.into_iter().flatten().map(|part| escape(part));
            order.collect::<Vec<_>>().join(", ")
        }
        Kind::Whole => format!("{{{}}}", escape(&author.name)),
        Kind::Others => "others".to_owned(),
    });
    names.collect::<Vec<_>>().join(" and ")
}

/// Text without anything that TeX would act on. BibTeX counts braces whatever
/// stands before them, so a brace is given by its name.
fn escape(text: &str) -> String {
    let text = in_one_line(text);
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        let name = match character {
            '\\' => "backslash",
            '{' => "braceleft",
            '}' => "braceright",
            '~' => "asciitilde",
            '^' => "asciicircum",
            '<' => "less",
            '>' => "greater",
            '|' => "bar",
            '%' | '&' | '$' | '#' | '_' => {
                escaped.push('\\');
                escaped.push(character);
                continue;
            }
            other => {
                escaped.push(other);
                continue;
            }
        };
        escaped.push_str(&format!("\\text{name}{{}}"));
    }
    escaped
}
