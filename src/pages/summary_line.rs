//! One line for what a side says: for descriptions, where there is no room for more.

use says_who_model::{Cell, Dispute, Point, Span, Statement};

use crate::words::Words;

/// Both sides of a point in one text, the side of `statement` with that statement.
pub(super) fn both_sides(
    words: &Words,
    dispute: &Dispute,
    point: &Point,
    statement: Option<&Statement>,
) -> String {
    let sides = point.cells.iter().map(|(side, cell)| {
        let says = &dispute.sides.get(side).says;
        let line = match cell {
            Cell::Absence(absence) => format!("{}.", (words.absence)(absence.kind)),
            Cell::Statements(statements) => statement
                .filter(|statement| statements.iter().any(|other| other.id == statement.id))
                .or(statements.first())
                .map(|statement| one_line(dispute, statement))
                .unwrap_or_default(),
        };
        format!("{says}: {line}")
    });
    sides.collect::<Vec<_>>().join(" ")
}

/// Who said what.
pub(super) fn one_line(dispute: &Dispute, statement: &Statement) -> String {
    let words: String = statement
        .wording
        .spans
        .iter()
        .map(|span| match span {
            Span::Verbatim(words) => format!("“{words}”"),
            Span::Paraphrase(words) => words.clone(),
        })
        .collect();
    format!("{words} ({})", dispute.speaker(statement.speaker).name)
}
