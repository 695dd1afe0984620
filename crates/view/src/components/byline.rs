//! Who publishes an explainer, and when it was published and changed.

use yew::prelude::*;

use super::date::short_time;
use super::text;
use crate::context::RenderContext;
use crate::pages::REVISIONS;

/// The byline; empty if nothing is known.
pub(crate) fn byline(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let first = context.dispute.first_published();
    let last = context.dispute.last_changed();
    let last = last.filter(|last| first.is_none_or(|first| *last > first));
    let publisher = context.site.publisher.as_ref();
    let parts = [
        publisher.map(|publisher| text(&(words.by)(publisher))),
        first.map(|day| html! { <>{ words.published }{ " " }{ short_time(words, day) }</> }),
        last.map(|day| {
            html! {
                <a href={format!("#{REVISIONS}")}>{ words.updated }{ " " }{ short_time(words, day) }</a>
            }
        }),
    ];
    let parts: Vec<Html> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return Html::default();
    }
    let parts = parts.into_iter().enumerate();
    html! {
        <p class="byline">
            { for parts.map(|(index, part)| html! { <>if index > 0 { { " · " } }{ part }</> }) }
        </p>
    }
}
