//! Reads a speaker's name in its own script.

use super::problem::Problems;
use super::row::Row;
use crate::format::{Language, OwnName};

/// The name and its language; a problem if a row has only one of the two.
pub(super) fn own_name(row: &Row, problems: &mut Problems) -> Option<OwnName> {
    let columns = ["own-name", "own-name-language"];
    if columns.iter().all(|column| row.get(column).is_none()) {
        return None;
    }
    let [text, language] = columns.map(|column| row.required(column, problems));
    Some(OwnName {
        text: text?,
        language: Language(language?),
    })
}
