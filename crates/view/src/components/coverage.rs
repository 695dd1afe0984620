//! How much of the principal source stands in the explainer, and why the rest
//! does not.

use says_who_model::Coverage;
use yew::prelude::*;

use super::source_link::source_link;
use super::text;
use crate::view::View;

/// How many of its sentences do, and the reasons for the others.
pub(crate) fn coverage(view: View<'_>, coverage: &Coverage) -> Html {
    let words = view.words;
    let (taken, left_out) = (coverage.taken(), coverage.left_out());
    let reasons = coverage.reasons().into_iter();
    html! {
        <>
            <p>
                { source_link(view, coverage.source) }{ ": " }
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
