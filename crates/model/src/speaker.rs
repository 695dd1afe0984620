//! Who speaks.

use crate::{Id, SideKey};

/// A person or an unnamed official, in the role held at the time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Speaker {
    /// The speaker's id.
    pub id: Id,
    /// The name, or what the sources call an unnamed speaker.
    pub name: String,
    /// False where the sources give no name.
    pub named: bool,
    /// The role held when the statements were made; absent where `name` already says it.
    pub role: Option<String>,
    /// For whom the speaker speaks.
    pub speaks_for: SpeaksFor,
}

/// For whom a speaker speaks.
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
    /// The side, where it is one.
    #[must_use]
    pub const fn side(self) -> Option<SideKey> {
        match self {
            Self::Side(side) => Some(side),
            Self::Press | Self::ThirdParty => None,
        }
    }
}

/// A speaker of the same dispute: [`crate::Dispute::speaker`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpeakerIx(pub(crate) u16);
