//! What happened on a date.

use crate::{Id, SideKey, SourceIx, When};

/// An event, with the sources that attest it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// The event's id.
    pub id: Id,
    /// What happened, in our own words.
    pub what: String,
    /// When.
    pub when: When,
    /// The side that acted; `None` if both or neither did.
    pub actor: Option<SideKey>,
    /// The sources that attest it; never empty.
    pub sources: Vec<SourceIx>,
    /// The points it bears on; never empty.
    pub points: Vec<Id>,
    /// Whether it is later than the as-of date.
    pub after: bool,
}
