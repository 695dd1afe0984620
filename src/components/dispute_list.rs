//! The disputes beside the featured one; with a search where there are many.

use says_who_model::{Dispute, Library, Status};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::as_of::as_of;
use super::{paragraphs, text};
use crate::app::Shared;
use crate::direction;
use crate::routes::{Base, Route};
use crate::showing::{fold, needles};
use crate::words::Words;

/// So many beside the featured one are no longer taken in at a glance.
const MANY: usize = 6;

/// Whether the start page of a library has a search.
pub(crate) fn has_search(library: &Library) -> bool {
    library.disputes.len() > MANY
}

/// What the list is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) words: &'static Words,
    pub(crate) library: Shared,
    pub(crate) base: Base,
}

/// Every dispute but the first.
#[component]
pub(crate) fn DisputeList(props: &Props) -> Html {
    let words = props.words;
    let asked = use_state_eq(String::new);
    let field = use_node_ref();
    {
        // What somebody typed before the app had come.
        let (asked, field) = (asked.setter(), field.clone());
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                asked.set(field.value());
            }
        });
    }
    let others = props.library.0.disputes.get(1..).unwrap_or_default();
    if others.is_empty() {
        return Html::default();
    }
    let needles = needles(&asked);
    let found = others.iter().filter(|dispute| {
        let letters = fold(&letters(dispute));
        needles.iter().all(|needle| letters.contains(needle))
    });
    let found: Vec<&Dispute> = found.collect();
    let typed = {
        let asked = asked.setter();
        Callback::from(move |event: InputEvent| {
            let field = event.target().and_then(|to| to.dyn_into().ok());
            asked.set(field.map_or_else(String::new, |field: HtmlInputElement| field.value()));
        })
    };
    html! {
        <section class="disputes" aria-labelledby={HEAD}>
            <h2 class="section__head" id={HEAD}>{ words.other_disputes }</h2>
            if has_search(&props.library.0) {
                <div class="finder" role="search" aria-label={words.find_dispute}>
                    <label class="finder__search">
                        <span>{ words.find_dispute }</span>
                        <input
                            type="search"
                            autocomplete="off"
                            spellcheck="false"
                            dir="auto"
                            ref={field}
                            oninput={typed}
                        />
                    </label>
                    <p class="finder__count" aria-live="polite">
                        if !needles.is_empty() {
                            { (words.disputes_found)(found.len(), others.len()) }
                        }
                    </p>
                </div>
            }
            // A list of their own: keyed ones beside the field would have it made anew.
            <div>{ for found.iter().map(|dispute| brief(words, &props.base, dispute)) }</div>
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
fn brief(words: &'static Words, base: &Base, dispute: &Dispute) -> Html {
    let whole = base.href(&Route::Dispute(dispute.id.clone()));
    let dir = direction::of(&dispute.language);
    let lang = || dispute.language.as_str().to_owned();
    html! {
        <article class="feature feature--brief" key={dispute.id.as_str()}>
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
