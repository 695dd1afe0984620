//! Something that is not known, and what would settle it.

use says_who_model::OpenQuestion;
use yew::prelude::*;

use super::CONTENT;
use super::item_controls::more_link;
use super::later::later;
use super::old_names::old_names;
use super::{item_links, text};
use crate::view::View;

/// An open question in the list of them.
pub(crate) fn open_question(view: View<'_>, open: &OpenQuestion) -> Html {
    html! {
        <li class={classes!("open-question", CONTENT)} id={open.id.as_str().to_owned()} tabindex="-1">
            { old_names(view, &open.id) }
            <h3 class="open-question__question">{ text(&open.question) }</h3>
            { settled_by(view, open) }
            <p class="open-question__points">
                { view.words.see_also }{ " " }{ item_links(view, &open.points) }{ more_link(view, &open.id) }
            </p>
        </li>
    }
}

/// What would settle it.
pub(crate) fn settled_by(view: View<'_>, open: &OpenQuestion) -> Html {
    html! {
        <p>
            <span class="open-question__label">{ view.words.would_settle }{ ": " }</span>
            { text(&open.settled_by) }
            { later(view, open.after) }
        </p>
    }
}
