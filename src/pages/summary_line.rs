//! One line for what a side says: for previews, where there is no room for more.

use says_who_model::{Cell, Dispute, Item, PerSide, Point, Statement};

use crate::citations::in_marks;
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
    format!("{} ({speaker})", in_marks(&statement.wording))
}

/// The beginning of a text, cut between words where it is longer than `most`
/// characters. A quotation that is cut is closed.
pub(super) fn clip(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    let kept = text[..whole].trim_end_matches([' ', ',', ';', ':', '–', '—']);
    let open = kept.matches('“').count() > kept.matches('”').count();
    format!("{kept}…{}", if open { "”" } else { "" })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::clip;

    #[test]
    fn a_cut_quotation_is_closed() {
        assert_eq!(clip("He said “we sent it on Monday”.", 16), "He said “we…”");
        assert_eq!(clip("Short.", 16), "Short.");
    }

    proptest! {
        #[test]
        fn never_much_longer_than_asked(text in "\\PC*", most in 1_usize..40) {
            let clipped = clip(&text, most);
            prop_assert!(clipped.chars().count() <= most + 2);
        }
    }
}
