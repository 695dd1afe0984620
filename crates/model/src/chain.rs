//! The way a statement took: from the mouth to the page.

use crate::SourceIx;

/// The ordered hops from a speaker to a source that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chain {
    /// The utterance itself.
    pub said: SaidHop,
    /// Who passed it on before the source that was read, in order.
    pub relays: Vec<Relay>,
    /// How the source that was read passed it on: it heard it, or it cites.
    pub kind: RelayKind,
    /// That source's own verb for it, "denied".
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
    /// By what way, "in an emailed statement".
    pub how: Option<String>,
}

/// Something a source says, or expressly does not.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
