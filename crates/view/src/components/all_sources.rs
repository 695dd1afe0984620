//! The button that unfolds every source at once (`src/reader/all_sources.rs`).

use yew::prelude::*;

use crate::dom::class;
use crate::words::Words;

/// The button and, beside it, how many of the `sources` are unfolded: none yet.
pub(crate) fn all_sources(words: &Words, sources: usize) -> Html {
    let offer = words.controls.show_all;
    let open = (words.controls.shown_of)(0, sources);
    html! {
        <p class={class::ALL_SOURCES}>
            <button type="button" class="control" data-said={offer}>{ offer }</button>
            { " " }
            <span class={class::ALL_SOURCES_COUNT} data-said={open.clone()}>{ open }</span>
        </p>
    }
}
