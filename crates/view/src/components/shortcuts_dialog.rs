//! The dialog that lists the keyboard shortcuts. The app opens it
//! (`src/reader/app/`).

use yew::prelude::*;

use super::dialog::dialog;
use crate::dom::{class, id};
use crate::shortcut::Shortcut;
use crate::shortcuts_switch::shortcuts_switch;
use crate::words::Words;

/// The dialog, closed.
pub(crate) fn shortcuts_dialog(words: &Words) -> Html {
    dialog(
        words,
        id::SHORTCUTS,
        "_keys_head",
        words.shortcuts,
        html! {
            <>
                <dl class="keys">
                    { for Shortcut::ALL.map(|shortcut| html! {
                        <div>
                            <dt><kbd translate="no">{ shortcut.key() }</kbd></dt>
                            <dd>{ (words.shortcut)(shortcut) }</dd>
                        </div>
                    }) }
                </dl>
                <label class="keys__on">
                    <span class={class::SHORTCUTS_SWITCH}>
                        { shortcuts_switch(false, &Callback::noop()) }
                    </span>
                    { " " }{ words.shortcuts_on }
                </label>
                <p class="keys__note">{ words.shortcuts_note }</p>
            </>
        },
    )
}
