//! The panel that lists the keys. The browser opens it
//! (`browser/keys_panel.rs`).

use yew::prelude::*;

use super::share_panel::panel;
use crate::dom::id;
use crate::shortcut::Shortcut;
use crate::words::Words;

/// The panel, closed.
pub(crate) fn keys_panel(words: &Words) -> Html {
    panel(
        words,
        id::SHORTCUTS,
        "_keys_head",
        words.keys,
        html! {
            <>
                <dl class="keys">
                    { for Shortcut::ALL.map(|key| html! {
                        <div>
                            <dt><kbd translate="no">{ key.name() }</kbd></dt>
                            <dd>{ (words.key)(key) }</dd>
                        </div>
                    }) }
                </dl>
                <label class="keys__on">
                    <input type="checkbox" id={id::SHORTCUTS_ON} checked={true} />
                    { " " }{ words.keys_on }
                </label>
                <p class="keys__note">{ words.keys_note }</p>
            </>
        },
    )
}
