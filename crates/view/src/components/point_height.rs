//! Estimates the height of a point from its text. A long ledger uses it for points
//! that are not laid out yet (`styles/components/_ledger.scss`). If an estimate is
//! wrong, the scroll bar moves a little; there is no other effect.

use says_who_model::{Cell, Point, SideKey, Span, Statement};

/// Characters per line of a column, wide or narrow.
const CHARS_PER_LINE: usize = 48;

/// The lines of a statement besides its words: the speaker, the date and the
/// addressee, the folded sourcing, and the space below.
const EXTRA_LINES: usize = 6;

/// The estimated lines of a point: with the sides next to each other, and one below
/// the other.
pub(super) fn estimated_lines(point: &Point) -> [usize; 2] {
    let total = |statements: &[Statement]| statements.iter().map(statement_lines).sum::<usize>();
    let [first, second] = SideKey::BOTH.map(|side| match point.cells.get(side) {
        Cell::Statements(statements) => total(statements),
        Cell::Absence(absence) => EXTRA_LINES + wrapped_lines(&absence.note),
    });
    let others = total(&point.others);
    [
        first.max(second) + others.div_ceil(2),
        first + second + others,
    ]
}

fn statement_lines(statement: &Statement) -> usize {
    let spans = statement.wording.spans.iter();
    let words = spans.map(|(Span::Verbatim(text) | Span::Paraphrase(text))| text.chars().count());
    let words = words.sum::<usize>().div_ceil(CHARS_PER_LINE);
    EXTRA_LINES + words + statement.note.as_deref().map_or(0, wrapped_lines)
}

fn wrapped_lines(text: &str) -> usize {
    text.chars().count().div_ceil(CHARS_PER_LINE)
}
