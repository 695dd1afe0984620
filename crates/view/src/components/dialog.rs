//! The frame of a dialog.

use yew::prelude::*;

use crate::words::Words;

/// A dialog. It has a live region of its own, because what is behind an open dialog
/// is neither visible nor announced.
pub(super) fn dialog(
    words: &Words,
    id: &'static str,
    heading_id: &'static str,
    heading: &'static str,
    inside: Html,
) -> Html {
    html! {
        <dialog class="panel" {id} aria-labelledby={heading_id} closedby="any">
            <div class="panel__inside">
                <h2 class="panel__head" id={heading_id}>{ heading }</h2>
                { inside }
                <p class="panel__foot">
                    <button type="button" class="control" data-close="">{ words.close }</button>
                </p>
                <p class="announcement" role="status"></p>
            </div>
        </dialog>
    }
}
