//! The start page: the featured dispute, and the list of the others.

use says_who_model::{Dispute, Library};
use yew::prelude::*;

use crate::components::{as_of, paragraphs, text};
use crate::routes::{Base, Route};
use crate::words::Words;

/// The start page.
pub(super) fn draw(words: &'static Words, base: &Base, library: &Library) -> Html {
    let (featured, others) = library.disputes.split_at(library.disputes.len().min(1));
    html! {
        <>
            <h1 class="page__lead" tabindex="-1">{ words.home_lead }</h1>
            { for featured.iter().map(|dispute| feature(words, base, dispute)) }
            if !others.is_empty() {
                <h2>{ words.other_disputes }</h2>
                { for others.iter().map(|dispute| feature(words, base, dispute)) }
            }
        </>
    }
}

/// A dispute, in brief.
fn feature(words: &'static Words, base: &Base, dispute: &Dispute) -> Html {
    let whole = base.href(&Route::Dispute(dispute.id.clone()));
    html! {
        <article class="feature">
            { as_of(words, dispute) }
            <h2 class="feature__question">
                <a href={whole.clone()}>{ text(&dispute.question) }</a>
            </h2>
            { paragraphs(&dispute.summary) }
            <ul class="feature__points">
                { for dispute.points.iter().map(|point| html! {
                    <li>
                        <a href={format!("{whole}#{}", point.id)}>{ text(&point.question) }</a>
                        <span class="feature__status">{ (words.status)(point.status) }</span>
                    </li>
                }) }
            </ul>
            <p><a class="feature__open" href={whole.clone()}>{ words.read_whole }</a></p>
        </article>
    }
}
