//! Parties: those who speak in a dispute beside its two sides. A party never has a
//! column.

use crate::Id;

/// Somebody who speaks or acts in the dispute and is neither a side nor the press.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Party {
    /// Its id, as speakers and events name it.
    pub id: Id,
    /// Its name, such as "Ukraine".
    pub name: String,
    /// Who this is, in a sentence of our own.
    pub about: Option<String>,
    /// The heading over its statements, such as "Ukraine says"; `None` for the usual
    /// one.
    pub says: Option<String>,
}

/// The index of a party of the same dispute; see [`crate::Dispute::party`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartyIx(pub(crate) u16);
