//! A citation in the RIS format: one tag per line, and CRLF line ends as the format
//! requires.

use says_who_model::Date;

use super::author::{Author, Kind};
use super::{Citation, single_line, year_month_day};

pub(super) fn write(citation: &Citation) -> String {
    let date = citation.date.known().map(year_month_day);
    let year = date.map(|(year, ..)| year.to_string());
    let padded = |number: Option<u8>| number.map_or_else(String::new, |it| format!("{it:02}"));
    let slashes =
        date.map(|(year, month, day)| format!("{year:04}/{}/{}/", padded(month), padded(day)));
    let accessed = citation.accessed.map(|day| {
        let Date {
            year, month, day, ..
        } = day;
        format!("{year:04}/{month:02}/{day:02}/")
    });
    let authors = citation.authors.iter().filter_map(author);
    let authors = authors.map(|author| ("AU", Some(author)));
    let notes = citation.notes().into_iter().map(|note| ("N1", Some(note)));
    let lines = [
        ("TI", Some(citation.title.clone())),
        ("T2", citation.container.clone()),
        ("PB", citation.outlet.clone()),
        ("PY", year),
        ("DA", slashes),
    ];
    let end = [
        ("LA", Some(citation.language.clone())),
        ("UR", citation.address.clone()),
        ("Y2", accessed),
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
