//! What can be sent of an item: the texts that the controls on a page copy.

use crate::citations::Format;
use crate::copied::Copied;
use crate::embed_content::EmbedContent;
use crate::subject::Subject;
use crate::view::View;
use says_who_routes::{Base, Route};

/// Something to copy. Its name stands on the control that copies it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
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
    pub fn name(self) -> &'static str {
        match self {
            Self::Link => Copied::LINK,
            Self::Quotation => Copied::QUOTATION,
            Self::Citation(format) => format.file(),
            Self::Embed => Copied::EMBED,
        }
    }
}

/// The path of the page for a frame.
pub fn embed_path(base: &Base, route: &Route) -> String {
    format!("{}embed/{route}", base.site())
}

/// The code of a frame with `subject` in it.
pub fn embed_code(view: View<'_>, subject: &Subject<'_>) -> String {
    let path = embed_path(view.base, &view.route(subject));
    let height = EmbedContent::of(view, subject).height(view);
    frame(&view.absolute(&path), &view.title(subject), height)
}

/// The same with the script that fits the frame's height to its text.
pub fn fitted_embed_code(view: View<'_>, subject: &Subject<'_>) -> String {
    let script = view.absolute(&format!("{}{FITS}", view.base.site()));
    let frame = embed_code(view, subject);
    format!(r#"{frame}<script async src="{script}"></script>"#)
}

/// The file below the base path with that script. Its address is in the pages of
/// other sites and stays.
pub const FITS: &str = "embed.js";

/// A frame for another page, of a height in CSS pixels.
pub fn frame(address: &str, title: &str, height: u32) -> String {
    let title = title
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;");
    format!(
        r#"<iframe src="{address}" title="{title}" width="100%" height="{height}" loading="lazy" style="border:1px solid #d5d0c4"></iframe>"#
    )
}
