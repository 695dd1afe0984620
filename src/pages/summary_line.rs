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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use says_who_model::beginning;

    #[test]
    fn a_cut_quotation_is_closed() {
        assert_eq!(
            beginning("He said “we sent it on Monday”.", 16),
            "He said “we…”"
        );
        assert_eq!(beginning("Short.", 16), "Short.");
    }

    proptest! {
        #[test]
        fn never_much_longer_than_asked(text in "\\PC*", most in 1_usize..40) {
            let clipped = beginning(&text, most);
            prop_assert!(clipped.chars().count() <= most + 2);
        }
    }
}
