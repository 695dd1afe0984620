//! What one speaker calls a document.

use says_who_model::Called;
use yew::prelude::*;

use super::later_mark::later_mark;
use super::source_link::source_link;
use super::text;
use super::verification::verification;
use super::wording::wording;
use crate::context::RenderContext;
use crate::words::capitalized;

/// The name, who uses it, and the source.
pub(super) fn document_name(context: RenderContext<'_>, called: &Called) -> Html {
    html! {
        <li class="called">
            <span class="called__words">{ wording(&called.wording) }</span>
            { " " }
            <span class="called__by">
                { text(&capitalized(&context.dispute.speaker(called.by).name)) }
                { " (" }{ source_link(context, called.source) }{ ")." }
                { verification(context, &called.wording) }
            </span>
            { later_mark(context, called.after) }
        </li>
    }
}
