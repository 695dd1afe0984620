//! The button that opens or closes every source at once, and how many are open. The app
//! renders it again.

use yew::prelude::*;

use crate::dom::class;
use crate::live_text::live_text;
use crate::words::{AppWords, Message};

/// How many statements have their sources open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceCount {
    /// Those whose sources are open.
    pub open: usize,
    /// All of them.
    pub of: usize,
}

impl SourceCount {
    /// Whether all are open; not if there are none.
    pub fn are_all_open(self) -> bool {
        self.of > 0 && self.open == self.of
    }

    /// In words.
    pub fn in_words(self, words: &AppWords) -> String {
        words.fill(
            Message::SourcesOpen,
            &[("open", &self.open), ("of", &self.of)],
        )
    }
}

/// The button and the count as they are written into a page: nothing is open yet.
pub(crate) fn all_sources(words: &AppWords, of: usize) -> Html {
    html! {
        <p class={class::ALL_SOURCES}>
            { all_sources_content(words, SourceCount { open: 0, of }, &Callback::noop()) }
        </p>
    }
}

/// The button and the count. The button offers to close only while all are open.
pub fn all_sources_content(
    words: &AppWords,
    count: SourceCount,
    on_press: &Callback<MouseEvent>,
) -> Html {
    let offer = if count.are_all_open() {
        Message::HideSources
    } else {
        Message::ShowSources
    };
    html! {
        <>
            <button type="button" class="control" onclick={on_press}>{ live_text(&words.text(offer)) }</button>
            { " " }
            <span class="all-sources__count">{ live_text(&count.in_words(words)) }</span>
        </>
    }
}
