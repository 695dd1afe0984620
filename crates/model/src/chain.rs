//! The chain of reporting: how a statement got from its speaker to the source that
//! was read.

use strum::IntoStaticStr;

use crate::{SourceIx, When};

/// The ordered hops from a speaker to a source that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chain {
    /// The first hop: the utterance itself. `None` if the way from the speaker is not
    /// known; then the first of `steps` says why.
    pub said: Option<SaidHop>,
    /// The steps between the speaker and the source that was read, in order.
    pub steps: Vec<Step>,
    /// How the source that was read has the statement.
    pub kind: RelayKind,
    /// The verb that source uses for it, such as "denied".
    pub verb: Option<String>,
    /// The place in the source, such as "page 12".
    pub at: Option<String>,
    /// How, where and when that source passed it on.
    pub circumstances: Circumstances,
    /// The source that was read.
    pub source: SourceIx,
}

/// The first hop.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SaidHop {
    /// To whom.
    pub to: Stated,
    /// The source's verb for the utterance, such as "tweeted".
    pub verb: Option<String>,
    /// How, where and when.
    pub circumstances: Circumstances,
}

/// How, where and when a step of a chain was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Circumstances {
    /// The medium, such as "in an emailed statement".
    pub how: Option<String>,
    /// The place, such as "in Geneva".
    pub place: Option<String>,
    /// When.
    pub when: Option<When>,
}

/// Something that a source may leave unstated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated {
    /// What it says.
    As(String),
    /// It does not say.
    NotStated,
}

/// A step between the speaker and the source that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "nearly every step is a relay, and a chain has few; on wasm32 it is not large"
)]
pub enum Step {
    /// Somebody passed the statement on.
    Relay(Relay),
    /// This part of the way is not known, for this reason.
    Unknown(String),
}

/// A hop between the speaker and the source that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Relay {
    /// How it was passed on.
    pub kind: RelayKind,
    /// By whom; for [`RelayKind::Filed`], with whom.
    pub by: Outlet,
    /// The verb used, where it is known.
    pub verb: Option<String>,
    /// The place in the source, if that was read.
    pub at: Option<String>,
    /// How, where and when.
    pub circumstances: Circumstances,
}

/// How a hop passed a statement on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum RelayKind {
    /// From the speaker.
    Reported,
    /// From another outlet.
    Cited,
    /// From an agency, whose report an outlet runs.
    Carried,
    /// By a person.
    PassedOn,
    /// It was filed with a court or another body.
    Filed,
    /// The speaker's own side published it.
    Published,
}

/// Who passed a statement on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outlet {
    /// A source that was read.
    Read(SourceIx),
    /// An outlet that is only named by a later hop.
    Named(String),
    /// The source does not say who.
    NotStated,
}

impl RelayKind {
    /// Whether nobody stands between the speaker and this hop, if it is the first.
    #[must_use]
    pub const fn is_from_speaker(self) -> bool {
        matches!(self, Self::Reported | Self::Filed | Self::Published)
    }
}

impl Chain {
    /// To whom it was said, if that is stated.
    #[must_use]
    pub fn to(&self) -> Option<&str> {
        match &self.said.as_ref()?.to {
            Stated::As(whom) => Some(whom),
            Stated::NotStated => None,
        }
    }

    /// Those who passed the statement on before the source that was read.
    pub fn relays(&self) -> impl Iterator<Item = &Relay> {
        self.steps.iter().filter_map(|step| match step {
            Step::Relay(relay) => Some(relay),
            Step::Unknown(_) => None,
        })
    }

    /// Whether every step of the way is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        let is_unknown = |step: &Step| matches!(step, Step::Unknown(_));
        !self.steps.iter().any(is_unknown)
    }

    /// Whether the source that was read has it from the speaker.
    #[must_use]
    pub fn is_direct(&self) -> bool {
        self.steps.is_empty() && self.kind.is_from_speaker()
    }

    /// The sources that were read: those along the way and the final one.
    pub fn read_sources(&self) -> impl Iterator<Item = SourceIx> {
        let relays = self.relays().filter_map(|relay| match relay.by {
            Outlet::Read(source) => Some(source),
            Outlet::Named(_) | Outlet::NotStated => None,
        });
        relays.chain(std::iter::once(self.source))
    }

    /// The sources that give the dates of its hops.
    pub(crate) fn date_sources(&self) -> impl Iterator<Item = SourceIx> {
        let said = self.said.iter().map(|said| &said.circumstances);
        let relays = self.relays().map(|relay| &relay.circumstances);
        let all = said.chain(relays).chain([&self.circumstances]);
        all.filter_map(|of| of.when.as_ref()?.source)
    }
}
