//! The code that embeds an item in another page.

use crate::context::RenderContext;
use crate::embed_content::EmbedContent;
use crate::shareable::Shareable;
use says_who_routes::{Base, Route};

/// The path of the embed page of `route`.
pub fn embed_path(base: &Base, route: &Route) -> String {
    format!("{}embed/{route}", base.site())
}

/// An iframe with the embed page of `shareable`.
pub fn embed_code(context: RenderContext<'_>, shareable: &Shareable<'_>) -> String {
    let path = embed_path(context.base, &context.route_to(shareable));
    let height = EmbedContent::new(context, shareable).height(context);
    iframe(
        &context.absolute_url(&path),
        &context.title(shareable),
        height,
    )
}

/// The same, with the script that adjusts the iframe's height to its content.
pub fn auto_height_embed_code(context: RenderContext<'_>, shareable: &Shareable<'_>) -> String {
    let script = context.absolute_url(&format!("{}{EMBED_SCRIPT}", context.base.site()));
    let iframe = embed_code(context, shareable);
    format!(r#"{iframe}<script async src="{script}"></script>"#)
}

/// The path of that script below the base path. Pages of other sites load it, so it
/// never changes.
pub const EMBED_SCRIPT: &str = "embed.js";

/// An iframe, with a height in CSS pixels.
pub fn iframe(url: &str, title: &str, height: u32) -> String {
    let title = title
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;");
    format!(
        r#"<iframe src="{url}" title="{title}" width="100%" height="{height}" loading="lazy" style="border:1px solid #d5d0c4"></iframe>"#
    )
}
