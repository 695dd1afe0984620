//! Where a statement comes from, in three layers: one line that is always visible,
//! the chain and other wordings below it, and one level deeper the details for those
//! who check it.

use says_who_model::{Rendering, Statement, Step};
use yew::prelude::*;

use super::chain::chain;
use super::glossary::statement_terms;
use super::other_names::other_names;
use super::rendering::rendering;
use super::source_link::source_link_mid_sentence;
use super::verification::verification;
use super::wording::translation;
use super::{date_notes, text};
use crate::context::RenderContext;
use crate::dom::class;

/// The sourcing of a statement.
///
/// A native `<details>`, so that it opens without script, for a link and for
/// find-in-page. `open` is set only if the page begins with it unfolded, and never
/// changes afterwards: from then on the element belongs to the reader.
pub(super) fn sourcing(context: RenderContext<'_>, statement: &Statement, open: bool) -> Html {
    let words = context.words;
    let whose = &context.dispute.speaker(statement.speaker).name;
    let (same, other): (Vec<_>, Vec<_>) = statement
        .renderings
        .iter()
        .partition(|rendering| statement.is_in_same_report(rendering));
    html! {
        <details class={class::SOURCING} {open}>
            <summary class="sourcing__summary">{ text(&sourcing_line(context, statement)) }</summary>
            { chain(context, whose, statement.summarised_by.as_deref(), &statement.chain) }
            if let Some(translation) = translation(words, &statement.wording) {
                <p>{ text(&translation) }</p>
            }
            { renderings(context, statement, words.same_report, &same) }
            { renderings(context, statement, words.renderings, &other) }
            <details class="sourcing__details">
                <summary>{ words.details }</summary>
                <p class="sourcing__day">
                    { text(&statement_terms(context, statement)) }{ " " }{ date_source(context, statement) }
                    { other_names(context, context.dispute.speaker(statement.speaker)) }
                    { verification(context, &statement.wording) }
                </p>
            </details>
        </details>
    }
}

/// The line that is always visible: the outlets in the chain, the publication and
/// its date, how the words are reported and whether they were checked.
pub(crate) fn sourcing_line(context: RenderContext<'_>, statement: &Statement) -> String {
    let words = context.words;
    let source = context.dispute.source(statement.chain.source);
    let mut way: Vec<&str> = statement
        .chain
        .steps
        .iter()
        .map(|step| match step {
            Step::Relay(relay) => {
                let name = context.dispute.outlet_name(&relay.by);
                name.unwrap_or(words.an_outlet)
            }
            Step::Unknown(_) => words.way_unknown,
        })
        .collect();
    // The agency whose report was read comes before the outlet that carries it.
    if let Some(agency) = source.agency.as_deref()
        && !way.contains(&agency)
    {
        way.push(agency);
    }
    let source = format!(
        "{}, {}",
        words.publisher_name(context.dispute, statement),
        (words.when)(&source.published)
    );
    way.push(&source);
    let how = if statement.is_summary() {
        words.summary_in_its_words.to_owned()
    } else {
        (words.how_quoted)(&statement.wording)
    };
    (words.sourcing_line)(&way, &how)
}

/// Other wordings of the same utterance, under a heading of their own.
fn renderings(
    context: RenderContext<'_>,
    statement: &Statement,
    head: &'static str,
    renderings: &[&Rendering],
) -> Html {
    if renderings.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <@{context.heading(2)} class="sourcing__head">{ head }</@>
            <ul class="renderings">
                { for renderings.iter().map(|other| rendering(context, statement, other)) }
            </ul>
        </>
    }
}

/// How the date is known.
fn date_source(context: RenderContext<'_>, statement: &Statement) -> Html {
    let words = context.words;
    let when = &statement.when;
    let day = (words.when)(when);
    let elsewhere = when
        .source
        .filter(|source| *source != statement.chain.source);
    let known = match (&when.words, when.counted_from) {
        (Some(said), Some(_)) => (words.date_counted)(said, &day),
        (Some(said), None) => (words.date_words)(said),
        (None, _) if when.known().is_none() => String::new(),
        (None, _) => (words.date_alone)(&day),
    };
    html! {
        <>
            { known }
            if let Some(source) = elsewhere {
                { " " }{ words.date_given_by }{ " " }{ source_link_mid_sentence(context, source) }{ "." }
            }
            { date_notes(words, when) }
        </>
    }
}
