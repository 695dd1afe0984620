//! How high a point will be, guessed from its words: what a long ledger takes for
//! its height until it is laid out (`styles/components/_ledger.scss`). A guess
//! that is off costs a scroll bar that moves a little, and nothing else.

use says_who_model::{Cell, Point, SideKey, Span, Statement};

/// Characters on a line of a column, wide or narrow.
const ON_A_LINE: usize = 48;

/// What a statement has beside its words, in lines: who, when and to whom, what
/// unfolds, and the space between two.
const BESIDE: usize = 6;

/// A point's lines with the sides next to each other, and one below the other.
pub(super) fn lines(point: &Point) -> [usize; 2] {
    let of = |statements: &[Statement]| statements.iter().map(statement).sum::<usize>();
    let [first, second] = SideKey::BOTH.map(|side| match point.cells.get(side) {
        Cell::Statements(statements) => of(statements),
        Cell::Absence(absence) => BESIDE + wrapped(&absence.note),
    });
    let others = of(&point.others);
    [
        first.max(second) + others.div_ceil(2),
        first + second + others,
    ]
}

fn statement(statement: &Statement) -> usize {
    let spans = statement.wording.spans.iter();
    let words = spans.map(|(Span::Verbatim(text) | Span::Paraphrase(text))| text.chars().count());
    let words = words.sum::<usize>().div_ceil(ON_A_LINE);
    BESIDE + words + statement.note.as_deref().map_or(0, wrapped)
}

fn wrapped(text: &str) -> usize {
    text.chars().count().div_ceil(ON_A_LINE)
}
