//! The panels over the page in which an item is shared and cited, and a text is
//! copied by hand. The browser fills and opens them (`browser/share_panel.rs`).

use yew::prelude::*;

use crate::dom::{class, id};
use crate::words::Words;

/// The ids of the panels' headings.
const HEAD: &str = "_share_panel_head";
const BY_HAND_HEAD: &str = "_by_hand_head";

/// The line for messages, and the panels, closed.
pub(crate) fn share_panel(words: &Words) -> Html {
    html! {
        <>
            <p class="announcement" role="status"></p>
            { panel(words, id::SHARE_DIALOG, HEAD, words.share_and_cite, html! {
                <>
                    <p class={class::PANEL_TITLE}></p>
                    <div class={class::PANEL_TOOLS}></div>
                </>
            }) }
            { panel(words, id::COPY_BY_HAND, BY_HAND_HEAD, words.copy, html! {
                <label class="panel__by-hand">
                    { words.copy_by_hand }
                    <textarea readonly={true} rows="6" />
                </label>
            }) }
        </>
    }
}

/// A panel. What is behind one is neither seen nor heard, so it has a line for
/// messages of its own.
pub(super) fn panel(
    words: &Words,
    id: &'static str,
    head_id: &'static str,
    head: &'static str,
    inside: Html,
) -> Html {
    html! {
        <dialog class="panel" {id} aria-labelledby={head_id} closedby="any">
            <div class="panel__inside">
                <h2 class="panel__head" id={head_id}>{ head }</h2>
                { inside }
                <p class="panel__foot">
                    <button type="button" class="control" data-close="">{ words.close }</button>
                </p>
                <p class="announcement" role="status"></p>
            </div>
        </dialog>
    }
}
