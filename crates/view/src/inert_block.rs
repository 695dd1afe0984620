//! Data in a page, for the app.

use yew::prelude::*;
use yew::virtual_dom::VTag;

/// An element with data that browsers neither show nor run: a script of a media type
/// that they don't know. The text is written as it is, so it may have no markup.
pub(crate) fn inert_block(media_type: &'static str, id: &'static str, text: String) -> Html {
    let mut block = VTag::new("script");
    block.add_attribute("type", media_type);
    block.add_attribute("id", id);
    block.add_child(Html::from(text));
    block.into()
}
