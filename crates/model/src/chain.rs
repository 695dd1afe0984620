//! The chain of reporting: how a statement got from its speaker to the source that
//! was read.

use strum::IntoStaticStr;

use crate::SourceIx;

/// The ordered hops from a speaker to a source that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chain {
    /// The first hop: the utterance itself.
    pub said: SaidHop,
    /// The outlets between the speaker and the source that was read, in order.
    pub relays: Vec<Relay>,
    /// Whether the source that was read reports the statement first-hand or cites
    /// it.
    pub kind: RelayKind,
    /// The verb that source uses for it, such as "denied".
    pub verb: Option<String>,
    /// The source that was read.
    pub source: SourceIx,
}

/// The first hop.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SaidHop {
    /// To whom.
    pub to: Stated,
    /// The medium, such as "in an emailed statement".
    pub how: Option<String>,
}

/// Something that a source may leave unstated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated {
    /// What it says.
    As(String),
    /// It does not say.
    NotStated,
}

/// A hop between the speaker and the source that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Relay {
    /// Reported or cited.
    pub kind: RelayKind,
    /// By whom.
    pub by: Outlet,
    /// The verb used, where it is known.
    pub verb: Option<String>,
}

/// How a hop passed a statement on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum RelayKind {
    /// From the speaker.
    Reported,
    /// From another outlet.
    Cited,
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
