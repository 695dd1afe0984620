//! A citation for BibTeX: `@misc`, the one entry type that every style knows
//! and that asks for nothing we might not have.

use super::{Author, Citation};

pub(super) fn write(citation: &Citation) -> String {
    let note = [citation.note.as_deref(), Some(citation.from.as_str())];
    let note: Vec<&str> = note.into_iter().flatten().collect();
    let fields = [
        ("author", Some(authors(&citation.authors))),
        ("title", Some(format!("{{{}}}", escape(&citation.title)))),
        ("howpublished", citation.seen_in.as_deref().map(escape)),
        ("year", Some(citation.date.year.to_string())),
        ("month", Some(citation.date.month.to_string())),
        ("day", Some(citation.date.day.to_string())),
        ("note", Some(escape(&note.join(" ")))),
        ("langid", Some(escape(&citation.language))),
        ("url", Some(citation.address.clone())),
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

/// The authors as BibTeX parts them. Inner braces keep a name whole that has no
/// first and last part.
fn authors(authors: &[Author]) -> String {
    let names = authors.iter().map(|author| match author {
        Author::Person(name) if !name.contains(" and ") && !name.contains(',') => escape(name),
        Author::Person(name) | Author::Body(name) => format!("{{{}}}", escape(name)),
    });
    names.collect::<Vec<_>>().join(" and ")
}

/// Text without anything that TeX would act on.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '$' | '#' | '_' => {
                escaped.push('\\');
                escaped.push(character);
            }
            other => escaped.push(other),
        }
    }
    escaped
}
