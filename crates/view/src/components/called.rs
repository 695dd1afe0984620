//! What one speaker calls a paper.

use says_who_model::Called;
use yew::prelude::*;

use super::later::later;
use super::source_link::source_link;
use super::text;
use super::verification::verification;
use super::wording::wording;
use crate::view::View;
use crate::words::capital;

/// The name, who uses it, and where one reads that.
pub(super) fn called(view: View<'_>, called: &Called) -> Html {
    html! {
        <li class="called">
            <span class="called__words">{ wording(&called.wording) }</span>
            { " " }
            <span class="called__by">
                { text(&capital(&view.dispute.speaker(called.by).name)) }
                { " (" }{ source_link(view, called.source) }{ ")." }
                { verification(view, &called.wording) }
            </span>
            { later(view, called.after) }
        </li>
    }
}
