//! Open questions.

use crate::Id;

/// Something that is not known, and what would settle it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenQuestion {
    /// The open question's id.
    pub id: Id,
    /// The question.
    pub question: String,
    /// What would settle it.
    pub settled_by: String,
    /// Whether it arose after the as-of date.
    pub after: bool,
    /// The points it belongs to.
    pub points: Vec<Id>,
}
