//! Where a key belongs that stands in the wrong table.

use crate::format::{
    Absence, Alias, Called, Document, Event, Head, Hop, LibraryFile, OpenQuestion, Point,
    Rendering, Revision, Side, Source, Speaker, Statement, Tombstone, When,
};
use crate::read::table::Table;

/// The tables that authors write, each with where it stands.
const TABLES: [(&[&str], &str); 18] = [
    (LibraryFile::KEYS, "library.toml"),
    (Head::KEYS, "dispute.toml, above its first header"),
    (Side::KEYS, "a `[[side]]` of dispute.toml"),
    (Revision::KEYS, "a `[[revision]]` of dispute.toml"),
    (Alias::KEYS, "an `[[alias]]` of dispute.toml"),
    (Tombstone::KEYS, "a `[[tombstone]]` of dispute.toml"),
    (Point::KEYS, "the file of a point, above its first header"),
    (Statement::KEYS, "a `[[statement]]` of a point"),
    (Rendering::KEYS, "a `[[statement.rendering]]` of a point"),
    (Absence::KEYS, "an `[[absence]]` of a point"),
    (Hop::KEYS, "a hop of a `chain`"),
    (When::KEYS, "`when`"),
    (Speaker::KEYS, "a speaker of speakers.toml"),
    (Source::KEYS, "a source of sources.toml"),
    (Document::KEYS, "a document of documents.toml"),
    (Called::KEYS, "a `called` of documents.toml"),
    (Event::KEYS, "an event of events.toml"),
    (OpenQuestion::KEYS, "a question of open-questions.toml"),
];

/// Where the key is known; `None` if it is known nowhere, or in more than two tables,
/// which says nothing of where it belongs.
pub(super) fn where_it_belongs(key: &str) -> Option<String> {
    let tables = TABLES.iter();
    let places: Vec<&str> = tables
        .filter(|(keys, _)| keys.contains(&key))
        .map(|(_, place)| *place)
        .collect();
    match places.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        [one, other] => Some(format!("{one} or {other}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::where_it_belongs;

    #[test]
    fn a_key_leads_to_its_table() {
        assert_eq!(
            where_it_belongs("says").as_deref(),
            Some("a `[[side]]` of dispute.toml")
        );
        let said = where_it_belongs("said").unwrap_or_default();
        assert!(
            said.contains("`[[statement]]`") && said.contains(" or "),
            "{said}"
        );
        assert_eq!(where_it_belongs("no-such-key"), None);
        assert_eq!(where_it_belongs("id"), None);
    }
}
