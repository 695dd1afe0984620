//! Sources and other items, named in running text.

use says_who_model::{Id, ItemRef, SourceIx};
use yew::prelude::*;

use super::text;
use crate::view::View;

/// The outlet, as a link to the source's entry on the page of the whole.
pub(super) fn source_link(view: View<'_>, index: SourceIx) -> Html {
    let source = view.dispute.source(index);
    html! {
        <a href={view.place(&source.id)}>{ text(&view.source_title(source)) }</a>
    }
}

/// Several sources, with commas.
pub(super) fn source_links(view: View<'_>, sources: &[SourceIx]) -> Html {
    separated(sources.iter().map(|&source| source_link(view, source)))
}

/// Links to items in the whole, by the name a reader knows them by.
pub(crate) fn item_links(view: View<'_>, ids: &[Id]) -> Html {
    separated(ids.iter().map(|id| {
        html! { <a href={view.place(id)}>{ item_name(view, id) }</a> }
    }))
}

fn separated(links: impl Iterator<Item = Html>) -> Html {
    links
        .enumerate()
        .map(|(index, link)| html! { <>if index > 0 { {"; "} }{ link }</> })
        .collect()
}

/// What an item is called in running text.
fn item_name(view: View<'_>, id: &Id) -> Html {
    match view.dispute.find(id.as_str()) {
        Some(ItemRef::Item(item)) => text(&view.item_title(&item)),
        Some(ItemRef::Alias(_) | ItemRef::Gone(..)) | None => text(id.as_str()),
    }
}
