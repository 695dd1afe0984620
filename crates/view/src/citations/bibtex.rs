//! A citation for BibTeX: `@misc`, the one entry type that every style knows and
//! that requires no field we might not have.

use super::author::{Author, Kind};
use super::{Citation, single_line, year_month_day};

pub(super) fn write(citation: &Citation) -> String {
    let (year, month, day) = match citation.date.known() {
        Some(date) => {
            let (year, month, day) = year_month_day(date);
            (Some(year.to_string()), month, day)
        }
        None => (None, None, None),
    };
    let number = |number: Option<u8>| number.map(|number| number.to_string());
    let fields = [
        ("author", Some(authors(&citation.authors))),
        ("title", Some(format!("{{{}}}", escape(&citation.title)))),
        ("howpublished", citation.container.as_deref().map(escape)),
        ("year", year),
        ("month", number(month)),
        ("day", number(day)),
        ("note", Some(escape(&citation.notes().join(" ")))),
        ("langid", Some(escape(&citation.language))),
        ("url", citation.address.clone()),
        ("urldate", citation.accessed.map(|day| day.to_string())),
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

/// The authors in BibTeX's syntax: family name first, so that nothing has to be
/// guessed. Braces keep a name whole. The word "others" without braces is BibTeX's
/// own for omitted authors.
fn authors(authors: &[Author]) -> String {
    let names = authors.iter().map(|author| match &author.kind {
        Kind::Split(parts) => {
            let surname = parts.surname();
            let order = [Some(&surname), parts.suffix.as_ref(), Some(&parts.given)];
            let order = order.into_iter().flatten().map(|part| escape(part));
            order.collect::<Vec<_>>().join(", ")
        }
        Kind::Literal => format!("{{{}}}", escape(&author.name)),
        Kind::EtAl => "others".to_owned(),
    });
    names.collect::<Vec<_>>().join(" and ")
}

/// Escapes everything that is special to TeX. BibTeX counts braces even after a
/// backslash, so a brace is written as a command.
fn escape(text: &str) -> String {
    let text = single_line(text);
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
