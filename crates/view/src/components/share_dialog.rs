//! The dialogs in which an item is shared and cited, and a text is copied by hand.
//! The app fills and opens them (`src/reader/share_dialog.rs`).

use yew::prelude::*;

use super::dialog::dialog;
use crate::dom::{class, id};
use crate::words::Words;

/// The ids of the dialogs' headings.
const SHARE_HEADING: &str = "_share_panel_head";
const COPY_BY_HAND_HEADING: &str = "_by_hand_head";

/// The live region for messages, and the dialogs, closed.
pub(crate) fn share_dialogs(words: &Words) -> Html {
    html! {
        <>
            <p class="announcement" role="status"></p>
            { dialog(words, id::SHARE_DIALOG, SHARE_HEADING, words.share_and_cite, html! {
                <>
                    <p class={class::PANEL_TITLE}></p>
                    <div class={class::PANEL_TOOLS}></div>
                </>
            }) }
            { dialog(words, id::COPY_BY_HAND, COPY_BY_HAND_HEADING, words.copy, html! {
                <label class="panel__by-hand">
                    { words.copy_by_hand }
                    <textarea readonly={true} rows="6" />
                </label>
            }) }
        </>
    }
}
