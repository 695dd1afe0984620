//! What can be sent of an item: the texts that the controls on a page copy.

use crate::citations::{self, Format};
use crate::routes::{Base, Route};
use crate::subject::Subject;
use crate::view::View;

/// What was copied, as the reader is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copied {
    /// The link.
    Link,
    /// A quotation with its attribution.
    Quotation,
    /// A citation.
    Citation,
    /// The code of a frame.
    Embed,
}

/// Something to copy. Its name stands on the control that copies it, and comes
/// back from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    /// The link.
    Link,
    /// The quotation with its attribution.
    Quotation,
    /// The citation.
    Citation(Format),
    /// The code of a frame.
    Embed,
}

impl Text {
    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Quotation => "quotation",
            Self::Citation(format) => format.file(),
            Self::Embed => "embed",
        }
    }

    /// What has this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "link" => Some(Self::Link),
            "quotation" => Some(Self::Quotation),
            "embed" => Some(Self::Embed),
            file => Format::of_file(file).map(Self::Citation),
        }
    }

    /// The text for `subject`; `None` where it has none of the kind.
    pub(crate) fn of(self, view: View<'_>, subject: &Subject<'_>) -> Option<String> {
        match self {
            Self::Link => Some(view.sent(subject)),
            Self::Quotation => citations::quotation(view, subject),
            Self::Citation(format) => Some(citations::cite(view, subject, format)),
            Self::Embed => Some(embed_code(view, subject)),
        }
    }

    /// What the reader is told when it was copied.
    pub(crate) fn copied(self) -> Copied {
        match self {
            Self::Link => Copied::Link,
            Self::Quotation => Copied::Quotation,
            Self::Citation(_) => Copied::Citation,
            Self::Embed => Copied::Embed,
        }
    }
}

/// The path of the page for a frame.
pub(crate) fn embed_path(base: &Base, route: &Route) -> String {
    format!("{}embed/{route}", base.site())
}

/// The code of a frame with `subject` in it.
pub(crate) fn embed_code(view: View<'_>, subject: &Subject<'_>) -> String {
    let path = embed_path(view.base, &view.route(subject));
    frame(&view.absolute(&path), &view.title(subject))
}

/// A frame for another page.
pub(crate) fn frame(address: &str, title: &str) -> String {
    let title = title
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;");
    format!(
        r#"<iframe src="{address}" title="{title}" width="100%" height="{FRAME_HEIGHT}" loading="lazy" style="border:1px solid #d5d0c4"></iframe>"#
    )
}

/// The height of a frame in CSS pixels: both sides of most points at the width
/// of a column of text.
pub(crate) const FRAME_HEIGHT: u32 = 480;
