//! How another outlet words the same utterance.

use says_who_model::Rendering;
use yew::prelude::*;

use super::chain::chain;
use super::text;
use super::wording::{translation, wording};
use crate::view::View;

/// One rendering, with its own chain.
pub(super) fn rendering(view: View<'_>, speaker: &str, rendering: &Rendering) -> Html {
    html! {
        <li class="rendering">
            <p class="rendering__words">{ wording(&rendering.wording) }</p>
            if let Some(whom) = &rendering.attributed_to {
                <p>{ (view.words.attributed_to)(whom) }</p>
            }
            if let Some(translation) = translation(view.words, &rendering.wording) {
                <p>{ text(&translation) }</p>
            }
            { chain(view, rendering.attributed_to.as_deref().unwrap_or(speaker), &rendering.chain) }
        </li>
    }
}
