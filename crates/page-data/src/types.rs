//! The lists that a page's data consists of.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::Statement;

/// The data of a dispute, or of the part of it that is on one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageData {
    /// The two sides, in the order of the data.
    pub sides: [Named; 2],
    /// The parties beside them.
    pub parties: Vec<Named>,
    /// Those who speak.
    pub speakers: Vec<Speaker>,
    /// The names of the outlets and agencies along the chains.
    pub outlets: Vec<String>,
    /// The sources that the chains go through.
    pub sources: Vec<Source>,
    /// The points, in the order of the page.
    pub points: Vec<Point>,
    /// The ids that items had before, to which published addresses lead.
    pub former_ids: Vec<FormerId>,
}

/// An id that an item had before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerId {
    /// The former id.
    pub from: String,
    /// The present one.
    pub to: String,
}

/// Something with an id and a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Somebody who speaks. The name stands on the page, in the statements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The speaker's id.
    pub id: String,
    /// For whom.
    pub voice: Voice,
    /// Whether the speaker is named.
    pub is_named: bool,
}

/// For whom somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Voice {
    /// For the side that is first in the data.
    FirstSide,
    /// For the other side.
    SecondSide,
    /// For a party beside the sides.
    Party(PartyIx),
    /// For the press, in its own voice.
    Press,
    /// For nobody named here: institutions, experts.
    ThirdParty,
}

/// A publication that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Who published it.
    pub outlet: OutletIx,
    /// The news agency whose report it carries.
    pub agency: Option<OutletIx>,
}

/// A point, with all that is said on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Its id.
    pub id: String,
    /// Its statements, in the order of the data: those of the first side, those of the
    /// second, those of others.
    pub statements: Vec<Statement>,
}

macro_rules! index {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {
        $(
            #[$doc]
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
            pub struct $name(pub u16);
        )+
    };
}

index! {
    /// The position of a speaker in [`PageData::speakers`].
    SpeakerIx,
    /// The position of an outlet in [`PageData::outlets`].
    OutletIx,
    /// The position of a source in [`PageData::sources`].
    SourceIx,
    /// The position of a party in [`PageData::parties`].
    PartyIx,
}

impl PageData {
    /// The speaker at a position.
    #[must_use]
    pub fn speaker(&self, at: SpeakerIx) -> &Speaker {
        &self.speakers[usize::from(at.0)]
    }

    /// The source at a position.
    #[must_use]
    pub fn source(&self, at: SourceIx) -> &Source {
        &self.sources[usize::from(at.0)]
    }

    /// The name of the outlet at a position.
    #[must_use]
    pub fn outlet(&self, at: OutletIx) -> &str {
        &self.outlets[usize::from(at.0)]
    }

    /// The present id of the item that has or had this id; any other id as it is.
    #[must_use]
    pub fn present_id<'d>(&'d self, id: &'d str) -> &'d str {
        let former = self.former_ids.iter().find(|former| former.from == id);
        former.map_or(id, |former| &former.to)
    }

    /// Whether a speaker has or had this id.
    #[must_use]
    pub fn has_speaker(&self, id: &str) -> bool {
        let id = self.present_id(id);
        self.speakers.iter().any(|speaker| speaker.id == id)
    }

    /// All statements, in the order of the page.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.points.iter().flat_map(|point| &point.statements)
    }

    /// The id of the side or the party that a voice is; `None` for the press and third
    /// parties.
    #[must_use]
    pub fn id_of_voice(&self, voice: Voice) -> Option<&str> {
        Some(match voice {
            Voice::FirstSide => &self.sides[0].id,
            Voice::SecondSide => &self.sides[1].id,
            Voice::Party(party) => &self.parties[usize::from(party.0)].id,
            Voice::Press | Voice::ThirdParty => return None,
        })
    }
}
