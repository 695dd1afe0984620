//! The page of a timeline that is too long for the explainer page.

use yew::prelude::*;

use super::dispute::AFTER;
use crate::components::{TimelinePage, as_of, breadcrumb, timeline};
use crate::context::RenderContext;

/// The page of the timeline.
pub(super) fn draw(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let dispute = context.dispute;
    let has_after = !dispute.after.is_empty() || dispute.events.iter().any(|event| event.after);
    let after = has_after.then(|| format!("{}#{AFTER}", context.explainer_url()));
    html! {
        <>
            { breadcrumb(context) }
            <header class="item-head">
                <h1 class="item-head__title" tabindex="-1">{ words.timeline }</h1>
                { as_of(words, dispute) }
                <p class="section__lead">{ words.timeline_lead }</p>
            </header>
            { timeline(context, TimelinePage::Own, "h2", after) }
        </>
    }
}
