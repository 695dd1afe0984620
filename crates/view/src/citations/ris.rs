//! A citation in the RIS format: one tag per line, and CRLF line ends as the format
//! requires.

use says_who_model::Date;

use super::author::{Author, Kind};
use super::{Citation, single_line};

pub(super) fn write(citation: &Citation) -> String {
    let Date {
        year, month, day, ..
    } = citation.date;
    let authors = citation.authors.iter().filter_map(author);
    let authors = authors.map(|author| ("AU", Some(author)));
    let notes = citation.notes().into_iter().map(|note| ("N1", Some(note)));
    let lines = [
        ("TI", Some(citation.title.clone())),
        ("T2", citation.container.clone()),
        ("PB", citation.outlet.clone()),
        ("PY", Some(year.to_string())),
        ("DA", Some(format!("{year:04}/{month:02}/{day:02}/"))),
    ];
    let end = [
        ("LA", Some(citation.language.clone())),
        ("UR", citation.address.clone()),
        ("ID", Some(citation.key.clone())),
    ];
    let mut record = String::new();
    let begin = [("TY", Some("GEN".to_owned()))].into_iter();
    for (tag, value) in begin.chain(authors).chain(lines).chain(notes).chain(end) {
        if let Some(value) = value {
            // A line break would begin another tag.
            record.push_str(&format!("{tag}  - {}\r\n", single_line(&value)));
        }
    }
    record.push_str("ER  - \r\n");
    record
}

/// An author in RIS: family name, given name and suffix, separated by commas. RIS
/// has no way to escape a comma, so a name that is not split loses its commas.
fn author(author: &Author) -> Option<String> {
    match &author.kind {
        Kind::Split(parts) => {
            let surname = parts.surname();
            let order = [Some(&surname), Some(&parts.given), parts.suffix.as_ref()];
            let order = order.into_iter().flatten().map(String::as_str);
            Some(order.collect::<Vec<_>>().join(", "))
        }
        Kind::Literal => Some(author.name.replace(',', "")),
        Kind::EtAl => None,
    }
}
