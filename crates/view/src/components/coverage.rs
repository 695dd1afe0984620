//! How much of the principal source is in the explainer, and why the rest is not.

use says_who_model::Coverage;
use yew::prelude::*;

use super::source_link::source_link;
use super::text;
use crate::context::RenderContext;

/// How many of the source's sentences are in the explainer, and the reasons for the
/// others.
pub(crate) fn coverage(context: RenderContext<'_>, coverage: &Coverage) -> Html {
    let words = context.words;
    let (taken, left_out) = (coverage.taken(), coverage.left_out());
    let reasons = coverage.reasons().into_iter();
    html! {
        <>
            <p>
                { source_link(context, coverage.source) }{ ": " }
                { (words.coverage)(taken, coverage.sentences.len(), left_out) }
            </p>
            if left_out > 0 {
                <ul>
                    { for reasons.map(|(reason, count)| html! {
                        <li>{ text(reason) }{ " " }{ (words.left_out)(count) }</li>
                    }) }
                </ul>
            }
        </>
    }
}
