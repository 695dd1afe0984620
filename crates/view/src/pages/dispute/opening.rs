//! The head of the explainer, above its sections.

use says_who_model::Supported;
use yew::prelude::*;

use crate::components::{
    as_of, bullets, byline, explainer_controls, paragraphs, positions, status_map, text,
    what_happened_next,
};
use crate::context::RenderContext;

/// The question, the as-of date, both sides’ positions, what happened next and the
/// statuses of the points; then the summary, and what both sides accept and contest.
pub(super) fn opening(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let dispute = context.dispute;
    let summary = html! {
        <section class="opening__summary">{ paragraphs(&dispute.summary) }</section>
    };
    // Without positions, the summary takes their place.
    let has_positions = dispute.positions().is_some();
    html! {
        <header class="opening">
            <h1 class="opening__question" tabindex="-1">{ text(&dispute.question) }</h1>
            { as_of(words, dispute) }
            { byline(context) }
            { positions(context, "h2") }
            if !has_positions {
                { summary.clone() }
            }
            { what_happened_next(context) }
            { status_map(context) }
            <section class="opening__more">
                <section>
                    if has_positions {
                        { summary }
                    }
                    if let Some(note) = &dispute.as_of_note {
                        <p class="opening__note">{ text(note) }</p>
                    }
                    <p class="opening__note">
                        { text(&dispute.order_note) }
                        <span hidden={true} data-swapped="">{ " " }{ words.swapped }</span>
                    </p>
                    { explainer_controls(context) }
                </section>
                <section>
                    { ground(words.both_accept, &dispute.accepted) }
                    { ground(words.they_contest, &dispute.contested) }
                </section>
            </section>
        </header>
    }
}

/// What both sides accept, or what they contest; empty if the data has none.
fn ground(head: &'static str, ground: &[Supported]) -> Html {
    if ground.is_empty() {
        return Html::default();
    }
    html! {
        <section class="opening__ground">
            <h2>{ head }</h2>
            { bullets(ground.iter().map(|one| one.text.as_str())) }
        </section>
    }
}
