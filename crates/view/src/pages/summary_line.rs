//! What a side says, in one line: for previews, which have no room for more.

use says_who_model::{Cell, Dispute, Item, PerSide, Point, Statement};

use crate::words::Words;

/// What each side says on a point, one line each. If `item` is one of the point's
/// statements or their speaker, that statement is its side's line.
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
                Some(Item::Speaker(speaker)) => dispute.speaker(statement.speaker) == *speaker,
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

/// The words of a statement, and its speaker.
pub(super) fn line(words: &Words, dispute: &Dispute, statement: &Statement) -> String {
    let speaker = words.said_by(dispute, statement);
    format!("{} ({speaker})", statement.wording.with_quotation_marks())
}
