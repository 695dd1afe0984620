//! The mark on what happened after the as-of date.

use yew::prelude::*;

use crate::context::RenderContext;

/// The mark; empty unless `is_later`.
pub fn later_mark(context: RenderContext<'_>, is_later: bool) -> Html {
    if !is_later {
        return Html::default();
    }
    html! { <>{ " " }<span class="later">{ context.words.later_label(context.dispute) }</span></> }
}
