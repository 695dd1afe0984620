//! Where a statement comes from, in three layers: one line that is always in
//! sight, the chain and other wordings below it, and one fold deeper what only
//! those who check it need.

use says_who_model::{Rendering, Statement};
use yew::prelude::*;

use super::chain::chain;
use super::glossary::terms_of;
use super::rendering::rendering;
use super::source_link::source_link;
use super::verification::verification;
use super::wording::translation;
use super::{date, text};
use crate::dom::class;
use crate::view::View;

/// The sourcing of a statement.
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
    html! {
        <details class={class::SOURCING} {open}>
            <summary class="sourcing__summary">{ text(&sourcing_line(view, statement)) }</summary>
            { chain(view, whose, statement.summarised_by.as_deref(), &statement.chain) }
            if let Some(translation) = translation(words, &statement.wording) {
                <p>{ text(&translation) }</p>
            }
            { renderings(view, statement, words.same_report, &same) }
            { renderings(view, statement, words.renderings, &other) }
            <details class="sourcing__details">
                <summary>{ words.details }</summary>
                <p class="sourcing__day">
                    { text(&terms_of(view, statement)) }{ " " }{ when(view, statement) }
                    { verification(view, &statement.wording) }
                </p>
            </details>
        </details>
    }
}

/// The line that is always in sight: the outlets on the way, the publication and
/// its day, how the words stand there and whether they were checked.
pub(crate) fn sourcing_line(view: View<'_>, statement: &Statement) -> String {
    let words = view.words;
    let relays = statement.chain.relays.iter().map(|relay| {
        let name = view.dispute.outlet_name(&relay.by);
        name.unwrap_or(words.an_outlet)
    });
    let source = view.dispute.source(statement.chain.source);
    let source = format!(
        "{}, {}",
        words.read_at(view.dispute, statement),
        date(words, source.published)
    );
    let way: Vec<&str> = relays.chain([source.as_str()]).collect();
    let how = if statement.is_summary() {
        words.summary_in_its_words.to_owned()
    } else {
        (words.how_quoted)(statement.wording.quoting(), &statement.wording.verification)
    };
    (words.sourcing_line)(&way, &how)
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

/// How the day is known.
fn when(view: View<'_>, statement: &Statement) -> Html {
    let words = view.words;
    let when = &statement.when;
    let day = date(words, when.date);
    let elsewhere = when
        .source
        .filter(|source| *source != statement.chain.source);
    let known = match (&when.words, when.counted_from) {
        (Some(said), Some(_)) => (words.date_counted)(said, &day),
        (Some(said), None) => (words.date_words)(said),
        (None, _) if elsewhere.is_some() => words.date_without_words.to_owned(),
        (None, _) => (words.date_alone)(&day),
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
