//! Sources and other items, named in running text.

use says_who_model::{Id, Item, ItemRef, Source, SourceIx};
use yew::prelude::*;

use super::{date, text};
use crate::view::View;

/// The outlet, as a link to the source's entry on the page of the whole.
pub(super) fn source_link(view: View<'_>, index: SourceIx) -> Html {
    let source = view.dispute.source(index);
    html! {
        <a href={view.place(&source.id)}>{ label(view, source) }</a>
    }
}

/// The outlet and the day it published.
fn label(view: View<'_>, source: &Source) -> String {
    format!("{}, {}", source.outlet, date(view.words, source.published))
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
    let Some(ItemRef::Item(item)) = view.dispute.find(id.as_str()) else {
        return text(id.as_str());
    };
    match item {
        Item::Point(point) => text(&point.question),
        Item::Statement(place) => text(&(view.words.statement_title)(
            &view.dispute.speaker(place.statement.speaker).name,
            &place.point.question,
        )),
        Item::Document(document) => text(&document.name),
        Item::Event(event) => text(&event.what),
        Item::OpenQuestion(question) => text(&question.question),
        Item::Source(source) => text(&label(view, source)),
    }
}
