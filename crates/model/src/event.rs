//! What happened on a date.

use crate::{Id, SideKey, SourceIx, When};

/// Something that happened, and who attests it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// The event's id.
    pub id: Id,
    /// What happened, in our own words.
    pub what: String,
    /// When.
    pub when: When,
    /// The side that acted; none where both did or neither.
    pub actor: Option<SideKey>,
    /// The sources that attest it; never empty.
    pub sources: Vec<SourceIx>,
    /// The points it bears on; never empty.
    pub points: Vec<Id>,
    /// Whether it came after what the as-of date covers.
    pub after: bool,
}
