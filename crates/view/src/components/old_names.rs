//! Places for the names an item had before, so that an old link into the page
//! still arrives without script.

use says_who_model::{Id, ItemRef, Retired};
use yew::prelude::*;

use crate::dom::class;
use crate::view::View;

/// An empty element for each older name of `id`.
pub(crate) fn old_names(view: View<'_>, id: &Id) -> Html {
    let names = view
        .dispute
        .retired
        .iter()
        .filter_map(|retired| match retired {
            Retired::Alias { from, .. } if leads_to(view, from, id) => Some(from),
            Retired::Alias { .. } | Retired::Tombstone { .. } => None,
        });
    html! {
        { for names.map(|name| html! { <span class={class::OLD_NAME} id={name.as_str().to_owned()} /> }) }
    }
}

/// Whether the older name `from` ends at `id`, over any number of names between.
fn leads_to(view: View<'_>, from: &Id, id: &Id) -> bool {
    match view.dispute.follow(from.as_str()) {
        Some(ItemRef::Item(item)) => item.id() == id,
        Some(ItemRef::Alias(_) | ItemRef::Gone(..)) | None => false,
    }
}
