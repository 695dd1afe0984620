//! An open question, and what would settle it.

use says_who_model::OpenQuestion;
use yew::prelude::*;

use super::CONTENT;
use super::alias_anchors::alias_anchors;
use super::item_controls::more_link;
use super::later_mark::later_mark;
use super::{item_links, text};
use crate::context::RenderContext;

/// An open question in the list of them.
pub(crate) fn open_question(context: RenderContext<'_>, open: &OpenQuestion) -> Html {
    html! {
        <li class={classes!("open-question", CONTENT)} id={open.id.as_str().to_owned()} tabindex="-1">
            { alias_anchors(context, &open.id) }
            <h3 class="open-question__question">{ text(&open.question) }</h3>
            { settled_by(context, open) }
            <p class="open-question__points">
                if !open.points.is_empty() {
                    { context.words.see_also }{ " " }{ item_links(context, &open.points) }
                }
                { more_link(context, &open.id) }
            </p>
        </li>
    }
}

/// What would settle the question.
pub(crate) fn settled_by(context: RenderContext<'_>, open: &OpenQuestion) -> Html {
    html! {
        <p>
            <span class="open-question__label">{ context.words.would_settle }{ ": " }</span>
            { text(&open.settled_by) }
            { later_mark(context, open.after) }
        </p>
    }
}
