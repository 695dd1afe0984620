//! Links to sources and other items in running text.

use says_who_model::{Id, ItemRef, SourceIx};
use yew::prelude::*;

use super::text;
use crate::context::RenderContext;
use crate::words::mid_sentence;

/// The source's title, as a link to its entry on the explainer page.
pub(super) fn source_link(context: RenderContext<'_>, index: SourceIx) -> Html {
    link(context, index, |title| title)
}

/// The same inside a sentence.
pub(super) fn source_link_mid_sentence(context: RenderContext<'_>, index: SourceIx) -> Html {
    link(context, index, |title| mid_sentence(&title))
}

fn link(context: RenderContext<'_>, index: SourceIx, adapt: fn(String) -> String) -> Html {
    let source = context.dispute.source(index);
    let title = adapt(context.source_title(source));
    html! { <a href={context.item_anchor_url(&source.id)}>{ text(&title) }</a> }
}

/// Several sources, separated by semicolons.
pub(super) fn source_links(context: RenderContext<'_>, sources: &[SourceIx]) -> Html {
    separated(sources.iter().map(|&source| source_link(context, source)))
}

/// Links to items on the explainer page, by their titles.
pub(crate) fn item_links(context: RenderContext<'_>, ids: &[Id]) -> Html {
    separated(ids.iter().map(|id| {
        html! { <a href={context.item_anchor_url(id)}>{ item_name(context, id) }</a> }
    }))
}

fn separated(links: impl Iterator<Item = Html>) -> Html {
    links
        .enumerate()
        .map(|(index, link)| html! { <>if index > 0 { {"; "} }{ link }</> })
        .collect()
}

/// The title of an item.
fn item_name(context: RenderContext<'_>, id: &Id) -> Html {
    match context.dispute.find(id.as_str()) {
        Some(ItemRef::Item(item)) => text(&context.item_title(&item)),
        Some(ItemRef::Alias(_) | ItemRef::Gone(..)) | None => text(id.as_str()),
    }
}
