//! The results of searches, in words.

use std::fmt::Display;

use says_who_view::words::{AppWords, Message};

use super::action::Count;

/// What is found, in words; `source` says from which source alone, if a link asks for
/// one.
pub(super) fn found(words: &AppWords, count: Count, source: Option<&str>) -> String {
    let Count {
        points,
        of,
        statements,
    } = count;
    let mut found = words.text(Message::NoMatches).to_string();
    if points > 0 {
        let values: [(&str, &dyn Display); 2] = [("points", &points), ("of", &of)];
        found = words.counted(Message::PointsFound, points, &values);
        // Without a statement, the question or a text beside them matched.
        if statements > 0 {
            let values: [(&str, &dyn Display); 2] =
                [("found", &found), ("statements", &statements)];
            found = words.counted(Message::AlsoStatements, statements, &values);
        }
        found = words.fill(Message::BothSidesShown, &[("found", &found)]);
    }
    match source {
        Some(source) => format!("{found}. {source}"),
        None => found,
    }
}

/// How many disputes are found, in words.
pub(super) fn disputes_found(words: &AppWords, found: usize, of: usize) -> String {
    if found == 0 {
        return words.text(Message::NoDisputes).to_string();
    }
    let values: [(&str, &dyn Display); 2] = [("found", &found), ("of", &of)];
    words.counted(Message::DisputesFound, found, &values)
}
