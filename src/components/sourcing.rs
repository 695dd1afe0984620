//! What unfolds below a statement: where it comes from.

use says_who_model::{Quoting, RelayKind, Rendering, Statement};
use yew::prelude::*;

use super::chain::chain;
use super::item_controls::item_controls;
use super::rendering::rendering;
use super::source_card::source_card;
use super::source_link::source_link;
use super::term::{Term, term};
use super::verification::verification;
use super::wording::translation;
use super::{date, text};
use crate::view::View;

/// The folded sourcing of a statement.
///
/// A native `<details>`, so that it opens without script, for a link and for
/// find-in-page. `open` is set only where the page begins unfolded and never
/// changes afterwards: from then on the element belongs to the reader.
pub(super) fn sourcing(view: View<'_>, statement: &Statement, open: bool) -> Html {
    let words = view.words;
    let whose = &view.dispute.speaker(statement.speaker).name;
    let (same, other): (Vec<_>, Vec<_>) = statement
        .renderings
        .iter()
        .partition(|rendering| statement.is_in_same_report(rendering));
    let cited = view.dispute.source(statement.chain.source);
    html! {
        <details class="sourcing" {open}>
            <summary class="sourcing__summary">
                { words.sourcing }
                <span class="visually-hidden">{ words.sourcing_here(view.dispute, statement) }</span>
            </summary>
            <section class="sourcing__body">
                { kinds(view, statement) }
                <@{view.heading(2)} class="sourcing__head">{ words.chain }</@>
                { chain(view, whose, statement.summarised_by.as_deref(), &statement.chain) }
                { source_card(view, cited) }
                if let Some(translation) = translation(words, &statement.wording) {
                    <p>{ text(&translation) }</p>
                }
                { verification(view, &statement.wording) }
                <@{view.heading(2)} class="sourcing__head">{ words.date_known }</@>
                <p class="sourcing__day">{ when(view, statement) }</p>
                { renderings(view, statement, words.same_report, &same) }
                { renderings(view, statement, words.renderings, &other) }
                { item_controls(view, &statement.id) }
            </section>
        </details>
    }
}

/// Other wordings of the same utterance under a head of their own.
fn renderings(
    view: View<'_>,
    statement: &Statement,
    head: &'static str,
    renderings: &[&Rendering],
) -> Html {
    if renderings.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <@{view.heading(2)} class="sourcing__head">{ head }</@>
            <ul class="renderings">
                { for renderings.iter().map(|other| rendering(view, statement, other)) }
            </ul>
        </>
    }
}

/// What kind of statement it is, in words that can be explained.
fn kinds(view: View<'_>, statement: &Statement) -> Html {
    let words = view.words;
    if statement.is_summary() {
        return html! { <p class="sourcing__kinds">{ term(words, Term::Summarised) }</p> };
    }
    let quoting = match statement.wording.quoting() {
        Quoting::Direct => Term::Quoted,
        Quoting::Paraphrase => Term::Paraphrased,
        Quoting::Mixed => Term::PartlyQuoted,
    };
    let naming = if view.dispute.speaker(statement.speaker).named {
        Term::Named
    } else {
        Term::Unnamed
    };
    let chain = &statement.chain;
    let hand = if chain.relays.is_empty() && chain.kind == RelayKind::Reported {
        Term::FirstHand
    } else {
        Term::Relayed
    };
    html! {
        <p class="sourcing__kinds">
            { term(words, quoting) }{ ", " }{ term(words, naming) }{ ", " }{ term(words, hand) }
        </p>
    }
}

/// How the day is known.
fn when(view: View<'_>, statement: &Statement) -> Html {
    let words = view.words;
    let when = &statement.when;
    let elsewhere = when
        .source
        .filter(|source| *source != statement.chain.source);
    let known = match (&when.words, when.counted_from) {
        (Some(said), Some(from)) => (words.date_counted)(said, &date(words, from)),
        (Some(said), None) => (words.date_words)(said),
        (None, _) if elsewhere.is_some() => words.date_without_words.to_owned(),
        (None, _) => format!("{}.", date(words, when.date)),
    };
    html! {
        <>
            { known }
            if let Some(source) = elsewhere {
                { " " }{ words.date_given_by }{ " " }{ source_link(view, source) }{ "." }
            }
        </>
    }
}
