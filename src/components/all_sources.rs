//! The button that unfolds every source at once (`browser/all_sources.rs`).

use yew::prelude::*;

use crate::words::Words;

/// The button and, beside it, how many of the `sources` are unfolded: none yet.
pub(crate) fn all_sources(words: &Words, sources: usize) -> Html {
    html! {
        <p class="all-sources">
            <button type="button" class="control">{ words.controls.show_all }</button>
            { " " }
            <span class="all-sources__count">{ (words.controls.shown_of)(0, sources) }</span>
        </p>
    }
}
