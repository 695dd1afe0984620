//! The variants of a page.

/// A variant of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// The page with the app, as published.
    App,
    /// The page without scripts.
    Floor,
    /// The floor without `content-visibility`, so that everything is laid out.
    /// It exists only if the styles use that property; otherwise it is the floor.
    Plain,
    /// The plain page with a small hand-written script.
    Peer,
}

impl Variant {
    pub(crate) const ALL: [Self; 4] = [Self::App, Self::Floor, Self::Plain, Self::Peer];

    /// The name in records.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Floor => "floor",
            Self::Plain => "plain",
            Self::Peer => "peer",
        }
    }

    /// Whether the page has a script, which sets `data-app` when it is ready.
    pub(crate) fn has_script(self) -> bool {
        matches!(self, Self::App | Self::Peer)
    }
}
