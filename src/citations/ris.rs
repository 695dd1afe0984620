//! A citation in the RIS format: one tag a line, lines ended as the format asks.

use says_who_model::Date;

use super::Citation;

pub(super) fn write(citation: &Citation) -> String {
    let Date {
        year, month, day, ..
    } = citation.date;
    let authors = citation.authors.iter();
    let authors = authors.map(|author| ("AU", Some(author.name().to_owned())));
    let lines = [
        ("TI", Some(citation.title.clone())),
        ("T2", citation.seen_in.clone()),
        ("PB", citation.outlet.clone()),
        ("PY", Some(year.to_string())),
        ("DA", Some(format!("{year:04}/{month:02}/{day:02}/"))),
        ("N1", citation.note.clone()),
        ("N1", Some(citation.from.clone())),
        ("LA", Some(citation.language.clone())),
        ("UR", Some(citation.address.clone())),
        ("ID", Some(citation.key.clone())),
    ];
    let mut record = String::new();
    let begin = [("TY", Some("GEN".to_owned()))].into_iter();
    for (tag, value) in begin.chain(authors).chain(lines) {
        if let Some(value) = value {
            // A line end would begin another tag.
            let value = value.replace(['\r', '\n'], " ");
            record.push_str(&format!("{tag}  - {value}\r\n"));
        }
    }
    record.push_str("ER  - \r\n");
    record
}
