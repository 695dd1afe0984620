//! Speakers.

use crate::{Id, Language, PartyIx, SideKey};

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
    /// The name in its own script.
    pub own_name: Option<OwnName>,
    /// Other spellings of the name.
    pub other_spellings: Vec<String>,
}

/// A name in its own script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnName {
    /// The name.
    pub text: String,
    /// The language that it is in.
    pub language: Language,
}

/// Whom a speaker speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeaksFor {
    /// One of the two sides.
    Side(SideKey),
    /// A party that the dispute names beside the sides.
    Party(PartyIx),
    /// The press, in its own voice.
    Press,
    /// Anyone else, with no party of their own: institutions, experts.
    ThirdParty,
}

impl SpeaksFor {
    /// The side, if it is one.
    #[must_use]
    pub const fn side(self) -> Option<SideKey> {
        match self {
            Self::Side(side) => Some(side),
            Self::Party(_) | Self::Press | Self::ThirdParty => None,
        }
    }

    /// The party, if it is one.
    #[must_use]
    pub const fn party(self) -> Option<PartyIx> {
        match self {
            Self::Party(party) => Some(party),
            Self::Side(_) | Self::Press | Self::ThirdParty => None,
        }
    }
}

/// The index of a speaker of the same dispute; see [`crate::Dispute::speaker`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpeakerIx(pub(crate) u16);

/// Whose words something is: a speaker's, or those of a side as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerOrSide {
    /// A speaker.
    Speaker(SpeakerIx),
    /// A side.
    Side(SideKey),
}
