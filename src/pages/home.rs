//! The start page: the featured dispute, and the list of the others.

use says_who_model::{Dispute, Library, Status};
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
                <h2 class="section__head">{ words.other_disputes }</h2>
                { for others.iter().map(|dispute| brief(words, base, dispute)) }
            }
        </>
    }
}

/// The featured dispute, with its points.
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

/// Another dispute: its question, its first paragraph, and how its points stand.
fn brief(words: &'static Words, base: &Base, dispute: &Dispute) -> Html {
    let whole = base.href(&Route::Dispute(dispute.id.clone()));
    html! {
        <article class="feature feature--brief">
            { as_of(words, dispute) }
            <h3 class="feature__question"><a href={whole}>{ text(&dispute.question) }</a></h3>
            { paragraphs(&dispute.summary[..dispute.summary.len().min(1)]) }
            <p class="feature__counts">
                { (words.points_counted)(dispute.points.len(), &kinds(words, dispute)) }
            </p>
        </article>
    }
}

/// The states of a dispute's points, each with its number, in the order in
/// which they first come.
fn kinds(words: &Words, dispute: &Dispute) -> String {
    let mut counted: Vec<(Status, usize)> = Vec::new();
    for point in &dispute.points {
        match counted
            .iter_mut()
            .find(|(status, _)| *status == point.status)
        {
            Some((_, count)) => *count += 1,
            None => counted.push((point.status, 1)),
        }
    }
    let counted = counted
        .iter()
        .map(|(status, count)| format!("{} ({count})", (words.status)(*status)));
    counted.collect::<Vec<_>>().join(", ")
}
