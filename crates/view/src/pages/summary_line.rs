//! One line for what a side says: for previews, where there is no room for more.

use says_who_model::{Cell, Dispute, Item, PerSide, Point, Statement};

use crate::words::Words;

/// What each side says on a point, in a line each; where `item` is one of the
/// point's statements, its side says that one.
pub(super) fn lines(
    words: &Words,
    dispute: &Dispute,
    point: &Point,
    item: Option<&Item<'_>>,
) -> PerSide<String> {
    let line = |cell: &Cell| match cell {
        Cell::Absence(absence) => format!("{}.", (words.absence)(absence.kind)),
        Cell::Statements(statements) => {
            let asked = statements.iter().find(|statement| match item {
                Some(item) => statement.id == *item.id(),
                None => false,
            });
            asked
                .or(statements.first())
                .map(|statement| line(words, dispute, statement))
                .unwrap_or_default()
        }
    };
    PerSide {
        first: line(&point.cells.first),
        second: line(&point.cells.second),
    }
}

/// Who said what.
pub(super) fn line(words: &Words, dispute: &Dispute, statement: &Statement) -> String {
    let speaker = words.said_by(dispute, statement);
    format!("{} ({speaker})", statement.wording.in_marks())
}
