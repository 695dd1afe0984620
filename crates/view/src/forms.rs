//! The forms other than pages in which a dispute is published, as files beside
//! its folder, and the feed of its revisions.

use crate::view::View;

/// A form of a whole dispute, as `cargo xtask export` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Everything.
    Json,
    /// A row for each statement.
    Csv,
    /// For reading.
    Markdown,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Json, Self::Csv, Self::Markdown];

    /// The end of the file's name. Ids have no dots: such a file meets no page.
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

/// The name of a feed, in the folder of its dispute or of the site.
pub const FEED: &str = "revisions.atom";

/// The media type of a feed (RFC 4287).
pub const FEED_TYPE: &str = "application/atom+xml";

impl View<'_> {
    /// The address of the dispute in another form, from the host's root. In one
    /// file that does not know the site there is none: see [`View::has_files`].
    pub fn form(&self, form: Form) -> String {
        let (site, id) = (self.base.site(), &self.dispute.id);
        format!("{site}{id}.{}", form.extension())
    }

    /// The address of the feed of the dispute's revisions; as for [`View::form`].
    pub fn feed(&self) -> String {
        let (site, id) = (self.base.site(), &self.dispute.id);
        format!("{site}{id}/{FEED}")
    }

    /// Whether there are files beside the page, and it is known where.
    pub fn has_files(&self) -> bool {
        !self.base.site().is_empty()
    }
}
