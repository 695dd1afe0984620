//! One question within the dispute, and a cell for each side.

use crate::{Id, PerSide, SourceIx, Statement};

/// One contested or agreed question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Point {
    /// The point's id: its file's stem.
    pub id: Id,
    /// The question, neutrally put.
    pub question: String,
    /// How the sides stand to each other on it.
    pub status: Status,
    /// What both accept, in our own words.
    pub accepted: Option<String>,
    /// What they contest, in our own words.
    pub contested: Option<String>,
    /// The items that the status rests on, and with it what both accept and
    /// contest. None of them is later than the as-of date unless the point is.
    pub rests_on: Vec<Id>,
    /// What each side says. Neither can be missing.
    pub cells: PerSide<Cell>,
    /// What others say: the press, third parties.
    pub others: Vec<Statement>,
}

/// How the two sides stand to each other on a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// They say the same.
    Agreed,
    /// They differ about what is so.
    DisputedFact,
    /// They differ about what to call it or what it means.
    DisputedCharacterisation,
    /// Only one of them speaks to it in the sources read.
    OneSideOnly,
    /// Neither speaks to it in the sources read.
    NotAddressed,
}

/// What one side says on a point: never nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// At least one statement, in the order of the file.
    Statements(Vec<Statement>),
    /// Nothing, and why one can say so.
    Absence(Absence),
}

impl Cell {
    /// The statements; empty where there is an absence.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        match self {
            Self::Statements(statements) => statements,
            Self::Absence(_) => &[],
        }
    }
}

/// Nothing from a side on a point.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Absence {
    /// Of what kind.
    pub kind: AbsenceKind,
    /// What there is to say about it, in our own words.
    pub note: String,
    /// The sources that were searched; empty only where the side was not asked.
    pub searched: Vec<SourceIx>,
    /// Statements elsewhere in the dispute that bear on it.
    pub see: Vec<Id>,
}

/// Why a side says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbsenceKind {
    /// Nothing was found in the sources searched.
    NotFound,
    /// The side was asked and declined.
    Declined,
    /// The side spoke, but did not disclose this.
    NotDisclosed,
    /// The side was not asked: only where the point is about what came after.
    NotAsked,
}

impl Point {
    /// Every statement of the point: first side, second side, others.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.cells
            .iter()
            .flat_map(|(_, cell)| cell.statements())
            .chain(&self.others)
    }
}
