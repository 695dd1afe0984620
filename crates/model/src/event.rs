//! What happened on a date.

use crate::{Id, PartyIx, SideKey, SourceIx, SpeakerOrSide, When, Wording};

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
    /// The side or the party that acted; `None` if several did, or none of them.
    pub actor: Option<Actor>,
    /// The sources that attest it; never empty.
    pub sources: Vec<SourceIx>,
    /// The points it bears on.
    pub points: Vec<Id>,
    /// Whether it is later than the as-of date.
    pub after: bool,
    /// Why the page must not state it as a fact; `None` if nobody disputes it.
    pub doubt: Option<EventDoubt>,
    /// What each side and others say of it, in file order; empty if and only if there
    /// is no doubt.
    pub accounts: Vec<Account>,
}

/// Why an event is not certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventDoubt {
    /// Somebody disputes it.
    Disputed,
    /// A source that reported it took the report back.
    Retracted,
}

impl EventDoubt {
    /// The key of the data that says so.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Disputed => "disputed",
            Self::Retracted => "retracted",
        }
    }
}

/// What one speaker, or a side as a whole, says of a disputed event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Account {
    /// Whose account it is.
    pub by: SpeakerOrSide,
    /// The words.
    pub wording: Wording,
    /// The source that the words are from.
    pub source: SourceIx,
}

/// Whose act an event was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A side's.
    Side(SideKey),
    /// A party's.
    Party(PartyIx),
}

impl Actor {
    /// The side, if it is one.
    #[must_use]
    pub const fn side(self) -> Option<SideKey> {
        match self {
            Self::Side(side) => Some(side),
            Self::Party(_) => None,
        }
    }

    /// The party, if it is one.
    #[must_use]
    pub const fn party(self) -> Option<PartyIx> {
        match self {
            Self::Side(_) => None,
            Self::Party(party) => Some(party),
        }
    }
}
