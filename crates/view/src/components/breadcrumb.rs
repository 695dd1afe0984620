//! The breadcrumb of a page.

use yew::prelude::*;

use super::text;
use crate::context::RenderContext;

/// A link from an item page up to the explainer page.
pub(crate) fn breadcrumb(context: RenderContext<'_>) -> Html {
    html! {
        <nav class="breadcrumb" aria-label={context.words.breadcrumb}>
            <a href={context.explainer_url()}>{ text(context.dispute.short_title.as_ref().unwrap_or(&context.dispute.question)) }</a>
        </nav>
    }
}
