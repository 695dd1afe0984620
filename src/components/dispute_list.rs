//! The disputes beside the featured one; with a search where there are many.

use says_who_model::{Dispute, Library, Status};
use yew::prelude::*;

use super::as_of::as_of;
use super::{paragraphs, text};
use crate::browser::dispute_search::{COUNT, FIELD, HEARD};
use crate::direction;

use crate::words::Words;
use says_who_addresses::{Base, Route};

/// So many beside the featured one are no longer taken in at a glance.
const MANY: usize = 6;

/// Whether the start page of a library has a search.
pub(crate) fn has_search(library: &Library) -> bool {
    library.disputes.len() > MANY
}

/// Every dispute but the first.
pub(crate) fn dispute_list(words: &'static Words, base: &Base, library: &Library) -> Html {
    let others = library.disputes.get(1..).unwrap_or_default();
    if others.is_empty() {
        return Html::default();
    }
    let searched = has_search(library);
    html! {
        <section class="disputes" aria-labelledby={HEAD}>
            <h2 class="section__head" id={HEAD}>{ words.other_disputes }</h2>
            if searched {
                <div class="finder" role="search" aria-label={words.find_dispute}>
                    <label class="finder__search">
                        <span>{ words.find_dispute }</span>
                        <input
                            type="search"
                            id={FIELD}
                            autocomplete="off"
                            spellcheck="false"
                            dir="auto"
                        />
                    </label>
                    <p class="finder__count" id={COUNT}></p>
                    <p class="visually-hidden" id={HEARD} aria-live="polite"></p>
                </div>
            }
            <div>{ for others.iter().map(|dispute| brief(words, base, dispute, searched)) }</div>
        </section>
    }
}

/// The id of the head. An underscore keeps it apart from those of the data.
const HEAD: &str = "_disputes";

/// What is searched: what the list shows of a dispute, its points and its sides.
fn letters(dispute: &Dispute) -> String {
    let sides = [&dispute.sides.first.name, &dispute.sides.second.name];
    let points = dispute.all_points().map(|point| &point.question);
    let all = [&dispute.question, &dispute.setting].into_iter();
    let all = all.chain(&dispute.summary).chain(sides).chain(points);
    all.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// A dispute: its question, its first paragraph, and how its points stand.
fn brief(words: &'static Words, base: &Base, dispute: &Dispute, searched: bool) -> Html {
    let whole = base.href(&Route::Dispute(dispute.id.clone()));
    let dir = direction::of(&dispute.language);
    let lang = || dispute.language.as_str().to_owned();
    html! {
        <article
            class="feature feature--brief"
            data-letters={searched.then(|| letters(dispute))}
        >
            { as_of(words, dispute) }
            <h3 class="feature__question" lang={lang()} {dir}>
                <a href={whole}>{ text(&dispute.question) }</a>
            </h3>
            <div class="feature__summary" lang={lang()} {dir}>
                { paragraphs(&dispute.summary[..dispute.summary.len().min(1)]) }
            </div>
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
