//! One question within the dispute, and a cell for each side.

#[cfg(feature = "read")]
use schemars::JsonSchema;
#[cfg(feature = "read")]
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use crate::{Id, PerSide, SourceIx, Statement, When, Wording};

/// One contested or agreed question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Point {
    /// The point's id: the stem of its file name.
    pub id: Id,
    /// The question, put neutrally.
    pub question: String,
    /// How the positions of the sides relate.
    pub status: Status,
    /// What both accept, in our own words.
    pub accepted: Option<String>,
    /// What they contest, in our own words.
    pub contested: Option<String>,
    /// The items that support the status, `accepted` and `contested`. None of them
    /// is later than the as-of date unless the point is.
    pub rests_on: Vec<Id>,
    /// What each side says. Both are always present.
    pub cells: PerSide<Cell>,
    /// What others say: parties beside the sides, the press, anyone else.
    pub others: Vec<Statement>,
}

/// How the positions of the two sides on a point relate.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "read",
    derive(Serialize, Deserialize, JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum Status {
    /// They say the same.
    Agreed,
    /// They differ about facts.
    DisputedFact,
    /// They differ about terms or interpretation.
    DisputedCharacterisation,
    /// Only one of them addresses it in the sources read.
    OneSideOnly,
    /// Neither addresses it in the sources read.
    NotAddressed,
    /// A side speaks to it, but does not answer the question.
    NotDirectlyAnswered,
    /// Those who speak for one side contradict one another.
    OneSideVaries,
    /// They agree on part of it and differ about the rest.
    ContestedInPart,
    /// Neither disputes it in the sources read, which is less than that both accept it.
    NotDisputed,
}

/// What one side says on a point; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The statements, in file order; never empty.
    Statements(Vec<Statement>),
    /// No statement, and how that is known.
    Absence(Box<Absence>),
}

impl Cell {
    /// The statements; empty for an absence.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        match self {
            Self::Statements(statements) => statements,
            Self::Absence(_) => &[],
        }
    }
}

/// An absence: a side has no statement on a point.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Absence {
    /// The absence's id, if it has one.
    pub id: Option<Id>,
    /// The kind of absence.
    pub kind: AbsenceKind,
    /// An explanation in our own words.
    pub note: String,
    /// The sources that were searched; empty only if the side was not asked.
    pub searched: Vec<SourceIx>,
    /// Statements elsewhere in the dispute that bear on it.
    pub see: Vec<Id>,
    /// When the side declined or did not disclose it; if nothing was found, when it
    /// was asked.
    pub when: Option<When>,
    /// The words in which the side declined, and their source.
    pub words: Option<AbsenceWords>,
}

/// The words in which a side declined.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AbsenceWords {
    /// The words.
    pub wording: Wording,
    /// The source that they are from.
    pub source: SourceIx,
}

/// Why a side has no statement.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "read",
    derive(Serialize, Deserialize, JsonSchema),
    serde(rename_all = "kebab-case")
)]
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
