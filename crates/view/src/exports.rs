//! The formats in which a dispute can be downloaded, as files beside its folder, and
//! the feed of its revisions.

use crate::context::RenderContext;

/// A format of a whole dispute, which `says-who export` writes too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// All data.
    Json,
    /// A row for each statement.
    Csv,
    /// For reading.
    Markdown,
}

impl ExportFormat {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Json, Self::Csv, Self::Markdown];

    /// The extension of the file. Ids have no dots, so the file can't clash with a
    /// page.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }

    /// The media type (RFC 8259, RFC 4180, RFC 7763).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Markdown => "text/markdown",
        }
    }
}

/// The file name of a feed, in the folder of its dispute or of the site.
pub const FEED: &str = "revisions.atom";

/// The media type of a feed (RFC 4287).
pub const FEED_TYPE: &str = "application/atom+xml";

impl RenderContext<'_> {
    /// The URL of the dispute in a format, from the host's root. It does not exist in
    /// a single-file copy that does not know its site's URL: see
    /// [`RenderContext::has_downloads`].
    pub fn export_url(&self, format: ExportFormat) -> String {
        let (site, id) = (self.base.site(), &self.dispute.id);
        format!("{site}{id}.{}", format.extension())
    }

    /// The URL of the feed of the dispute's revisions. What holds for
    /// [`RenderContext::export_url`] holds here too.
    pub fn feed_url(&self) -> String {
        let (site, id) = (self.base.site(), &self.dispute.id);
        format!("{site}{id}/{FEED}")
    }

    /// Whether there are files beside the page, with a known URL.
    pub fn has_downloads(&self) -> bool {
        !self.base.site().is_empty()
    }
}
