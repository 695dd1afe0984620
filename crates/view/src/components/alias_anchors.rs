//! Anchors for the former ids of an item, so that old links into the page work
//! without script.

use says_who_model::{Id, Retired};
use yew::prelude::*;

use crate::context::RenderContext;
use crate::dom::class;

/// An empty element for each former id of the item.
pub(crate) fn alias_anchors(context: RenderContext<'_>, id: &Id) -> Html {
    let names = context
        .dispute
        .retired
        .iter()
        .filter_map(|retired| match retired {
            Retired::Alias { from, .. } if context.dispute.leads_to(from, id) => Some(from),
            Retired::Alias { .. } | Retired::Tombstone { .. } => None,
        });
    html! {
        { for names.map(|name| html! { <span class={class::ALIAS_ANCHOR} id={name.as_str().to_owned()} /> }) }
    }
}
