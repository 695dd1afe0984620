//! The forms other than pages in which a dispute is published, as files beside
//! its folder, and the feed of its revisions.

use crate::view::View;

/// A form of a whole dispute, as `cargo xtask export` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Everything.
    Json,
    /// A row for each statement.
    Csv,
    /// For reading.
    Markdown,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::Json, Self::Csv, Self::Markdown];

    /// The end of the file's name. Ids have no dots: such a file meets no page.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }

    /// The media type (RFC 8259, RFC 4180, RFC 7763).
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Markdown => "text/markdown",
        }
    }
}

/// The name of a feed, in the folder of its dispute or of the site.
pub(crate) const FEED: &str = "revisions.atom";

/// The media type of a feed (RFC 4287).
pub(crate) const FEED_TYPE: &str = "application/atom+xml";

impl View<'_> {
    /// The address of the dispute in another form, from the host's root.
    pub(crate) fn form(&self, form: Form) -> String {
        let (base, id) = (self.base.as_str(), &self.dispute.id);
        format!("{base}{id}.{}", form.extension())
    }

    /// The address of the feed of the dispute's revisions, from the host's root.
    pub(crate) fn feed(&self) -> String {
        self.whole() + FEED
    }
}
