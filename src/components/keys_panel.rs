//! The keys, and the panel that lists them and turns them off.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::finder::{SWAP, focus_search};
use crate::browser::keys::{self, Key};
use crate::words::Words;

/// What the panel is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) words: &'static Words,
}

/// The id of the panel's heading.
const HEAD: &str = "_keys";

/// The panel, closed until a key or a button opens it.
#[component]
pub(crate) fn KeysPanel(props: &Props) -> Html {
    let words = props.words;
    // Counted, so that each opening is another.
    let opened = use_state_eq(|| 0_u32);
    let on = use_state_eq(|| true);
    let dialog = use_node_ref();
    {
        let (opened, on) = (opened.setter(), on.setter());
        use_effect_with((), move |()| {
            let times = Rc::new(Cell::new(0));
            let open = move || {
                on.set(keys::are_on());
                times.set(times.get() + 1);
                opened.set(times.get());
            };
            let options = EventListenerOptions::enable_prevent_default();
            let pressed = {
                let open = open.clone();
                EventListener::new_with_options(&document(), "keydown", options, move |event| {
                    let key = event.dyn_ref::<KeyboardEvent>().and_then(Key::pressed);
                    if let Some(key) = key {
                        event.prevent_default();
                        act(key, &open);
                    }
                })
            };
            let clicked = EventListener::new(&document(), "click", move |event| {
                let target = event
                    .target()
                    .and_then(|target| target.dyn_into::<Element>().ok());
                let button = target.and_then(|target| target.closest("[data-keys]").ok()?);
                if button.is_some() {
                    open();
                }
            });
            move || drop((pressed, clicked))
        });
    }
    {
        let dialog = dialog.clone();
        // Once it has been drawn: focus then goes into it.
        use_effect_with(*opened, move |opened| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>().filter(|_| *opened > 0) {
                // Opening one that is open is an error, and nothing else.
                let _ = dialog.show_modal();
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let turn = {
        let on = on.setter();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                keys::turn(field.checked());
                on.set(keys::are_on());
            }
        })
    };
    html! {
        <dialog
            class="panel"
            ref={dialog}
            aria-labelledby={(*opened > 0).then_some(HEAD)}
            closedby="any"
        >
            if *opened > 0 {
                <div class="panel__inside">
                    <h2 class="panel__head" id={HEAD}>{ words.keys }</h2>
                    <dl class="keys">
                        { for Key::ALL.map(|key| html! {
                            <div>
                                <dt><kbd>{ key.name() }</kbd></dt>
                                <dd>{ (words.key)(key) }</dd>
                            </div>
                        }) }
                    </dl>
                    <label class="keys__on">
                        <input type="checkbox" checked={*on} onchange={turn} />
                        { " " }{ words.keys_on }
                    </label>
                    <p class="keys__note">{ words.keys_note }</p>
                    <p class="panel__foot">
                        <button type="button" class="control" onclick={close}>{ words.close }</button>
                    </p>
                </div>
            }
        </dialog>
    }
}

/// Does what a key asks for.
fn act(key: Key, open: &impl Fn()) {
    match key {
        Key::NextPoint => keys::step(true),
        Key::PreviousPoint => keys::step(false),
        Key::Unfold => keys::unfold(),
        Key::UnfoldAll => keys::press(".all-sources button"),
        Key::CopyLink => keys::copy_link(),
        Key::Find => focus_search(),
        Key::Swap => keys::press(&format!("#{SWAP}")),
        Key::Help => open(),
    }
}
