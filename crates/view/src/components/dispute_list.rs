//! The disputes beside the featured one, and the search across all.

use says_who_model::{Dispute, Item, Library};
use says_who_routes::{Base, Route};
use yew::prelude::*;

use super::as_of::as_of;
use super::{paragraphs, text};
use crate::direction;
use crate::dom::{class, id};
use crate::words::Words;

/// Whether the start page of a library has a search.
pub(crate) fn has_search(library: &Library) -> bool {
    library.disputes.len() > 1
}

/// The heading of the disputes, which every page links to, and their search if there
/// are several.
pub(crate) fn dispute_search(words: &'static Words, library: &Library) -> Html {
    html! {
        <>
            <h2 class="visually-hidden" id={DISPUTES} tabindex="-1">{ words.disputes }</h2>
            if has_search(library) {
                <div class="finder disputes" role="search" aria-label={words.find_dispute}>
                    <label class="finder__search">
                        <span>{ words.find_dispute }</span>
                        <input
                            type="search"
                            id={id::DISPUTES_SEARCH}
                            autocomplete="off"
                            spellcheck="false"
                            dir="auto"
                        />
                    </label>
                    <p class="finder__count" id={id::DISPUTES_FOUND}></p>
                    <p class="visually-hidden" id={id::DISPUTES_ANNOUNCED} aria-live="polite"></p>
                </div>
            }
        </>
    }
}

/// Every dispute but the first.
pub(crate) fn dispute_list(words: &'static Words, base: &Base, library: &Library) -> Html {
    let others = library.disputes.get(1..).unwrap_or_default();
    if others.is_empty() {
        return Html::default();
    }
    html! {
        <section class="disputes" aria-labelledby={OTHER_DISPUTES}>
            <h2 class={class::SECTION_HEAD} id={OTHER_DISPUTES}>{ words.other_disputes }</h2>
            <div>{ for others.iter().map(|dispute| dispute_summary(words, base, dispute)) }</div>
        </section>
    }
}

/// The ids of the headings. The underscore keeps them apart from ids in the data.
pub(crate) const DISPUTES: &str = "_disputes";
const OTHER_DISPUTES: &str = "_other_disputes";

/// The text that the search looks in: what the list shows of a dispute, its points
/// and its sides.
pub(crate) fn searchable_text(dispute: &Dispute) -> String {
    let sides = [&dispute.sides.first.name, &dispute.sides.second.name];
    let points = dispute.all_points().map(|point| &point.question);
    let all = [&dispute.question, &dispute.setting].into_iter();
    let all = all.chain(&dispute.summary).chain(sides).chain(points);
    all.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// A dispute: its question, its first paragraph, and the statuses of its points.
fn dispute_summary(words: &'static Words, base: &Base, dispute: &Dispute) -> Html {
    let whole = base.href(&Route::Dispute(dispute.id.clone()));
    let dir = direction::for_language(&dispute.language);
    let lang = || dispute.language.as_str().to_owned();
    html! {
        <article class="feature feature--brief" data-letters={searchable_text(dispute)}>
            { as_of(words, dispute) }
            <h3 class="feature__question" lang={lang()} {dir}>
                <a href={whole.clone()}>{ text(&dispute.question) }</a>
            </h3>
            <div class="feature__summary" lang={lang()} {dir}>
                { paragraphs(&dispute.summary[..dispute.summary.len().min(1)]) }
            </div>
            <p class="feature__counts">
                { (words.points_counted)(dispute.points.len(), &status_counts(words, dispute)) }
            </p>
            <ul class={class::FEATURE_POINTS} data-found="" aria-label={words.points_found} hidden={true}>
                { for dispute.all_points().map(|point| html! {
                    <li lang={lang()} {dir}>
                        <a href={format!("{whole}#{}", point.id)}>
                            { text(&words.item_title(dispute, &Item::Point(point))) }
                        </a>
                    </li>
                }) }
            </ul>
            { search_within(words, &whole) }
        </article>
    }
}

/// The link to the search within a dispute that was found. The app fills in the
/// words.
pub(crate) fn search_within(words: &'static Words, whole: &str) -> Html {
    html! {
        <p data-within="" hidden={true}>
            <a href={whole.to_owned()}>
                { words.search_within.before }<span></span>{ (words.search_within.after)("") }
            </a>
        </p>
    }
}

/// The statuses of a dispute's points, each with its number of points, in the order
/// in which they first occur.
fn status_counts(words: &Words, dispute: &Dispute) -> String {
    let counted = dispute.points_by_status().into_iter();
    let counted =
        counted.map(|(status, points)| format!("{} ({})", (words.status)(status), points.len()));
    counted.collect::<Vec<_>>().join(", ")
}
