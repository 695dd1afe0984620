//! The checkbox that turns the keyboard shortcuts on. Pages have it unchecked; the app
//! renders it again and checks it when the dialog opens.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

/// The checkbox. `on_turn` receives whether it was checked.
pub fn shortcuts_switch(are_on: bool, on_turn: &Callback<bool>) -> Html {
    let onchange = on_turn.reform(|event: Event| {
        let field = event.target();
        let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        field.is_some_and(|field| field.checked())
    });
    html! { <input type="checkbox" checked={are_on} {onchange} /> }
}
