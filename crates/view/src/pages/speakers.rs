//! The page of everyone who speaks in a dispute.

use yew::prelude::*;

use crate::components::{as_of, breadcrumb, who_speaks};
use crate::context::RenderContext;

/// The page of all speakers.
pub(super) fn draw(context: RenderContext<'_>) -> Html {
    let words = context.words;
    html! {
        <>
            { breadcrumb(context) }
            <header class="item-head">
                <h1 class="item-head__title" tabindex="-1">{ words.speakers.title }</h1>
                { as_of(words, context.dispute) }
                <p class="section__lead">{ words.speakers.lead }</p>
            </header>
            { who_speaks(context, "h2") }
        </>
    }
}
