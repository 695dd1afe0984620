//! Speakers.

use crate::{Id, SideKey};

/// A person or an unnamed official, in the role held at the time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Speaker {
    /// The speaker's id.
    pub id: Id,
    /// The name, or how the sources describe an unnamed speaker.
    pub name: String,
    /// False if the sources give no name.
    pub named: bool,
    /// The role held when the statements were made; absent if `name` already says
    /// it.
    pub role: Option<String>,
    /// Whom the speaker speaks for.
    pub speaks_for: SpeaksFor,
}

/// Whom a speaker speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeaksFor {
    /// One of the two sides.
    Side(SideKey),
    /// The press, in its own voice.
    Press,
    /// Anyone else: allies, institutions, experts.
    ThirdParty,
}

impl SpeaksFor {
    /// The side, unless it is the press or a third party.
    #[must_use]
    pub const fn side(self) -> Option<SideKey> {
        match self {
            Self::Side(side) => Some(side),
            Self::Press | Self::ThirdParty => None,
        }
    }
}

/// The index of a speaker of the same dispute; see [`crate::Dispute::speaker`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpeakerIx(pub(crate) u16);
