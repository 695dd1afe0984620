//! How to read a statement: the marks and the terms of all statements, explained
//! before the first one, and who the parties beside the sides are.

use says_who_model::{Party, Point, Quoting, Statement, Status, Wording};
use yew::prelude::*;

use super::text;
use crate::context::RenderContext;

/// A term with an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlossaryTerm {
    Quoted,
    Paraphrased,
    Indirect,
    PartlyQuoted,
    Summarised,
    Verified,
    Named,
    Unnamed,
    FirstHand,
    Relayed,
}

impl GlossaryTerm {
    const ALL: [Self; 10] = [
        Self::Quoted,
        Self::PartlyQuoted,
        Self::Paraphrased,
        Self::Indirect,
        Self::Summarised,
        Self::Verified,
        Self::Named,
        Self::Unnamed,
        Self::FirstHand,
        Self::Relayed,
    ];
}

impl From<&Wording> for GlossaryTerm {
    fn from(wording: &Wording) -> Self {
        match wording.quoting() {
            Quoting::Direct => Self::Quoted,
            Quoting::Paraphrase if wording.indirect => Self::Indirect,
            Quoting::Paraphrase => Self::Paraphrased,
            Quoting::Mixed => Self::PartlyQuoted,
        }
    }
}

/// How to read a statement: the marks in one line, and all terms in a list that
/// unfolds.
pub(crate) fn glossary(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let summaries = context.dispute.figures().summaries > 0;
    let indirect = has_indirect_speech(context);
    let used = |term: &GlossaryTerm| match term {
        GlossaryTerm::Summarised => summaries,
        GlossaryTerm::Indirect => indirect,
        _ => true,
    };
    html! {
        <section class="glossary">
            <p>
                { words.glossary_quoted }{ " " }<span class="glossary__paraphrase">{ words.glossary_paraphrased }</span>
                if indirect {
                    { " " }{ words.glossary_indirect }
                }
            </p>
            <details class="glossary__terms">
                <summary>{ words.glossary_terms }</summary>
                <dl>
                    { for GlossaryTerm::ALL.into_iter().filter(used).map(|term| html! {
                        <div>
                            <dt>{ text((words.term)(term)) }</dt>
                            <dd>{ text((words.explanation)(term)) }</dd>
                        </div>
                    }) }
                    { for explained_statuses(context).map(|(name, explanation)| html! {
                        <div>
                            <dt>{ name }</dt>
                            <dd>{ explanation }</dd>
                        </div>
                    }) }
                    { for context.dispute.parties.iter().filter_map(about_party) }
                </dl>
            </details>
        </section>
    }
}

/// Who a party is, if the data says it.
fn about_party(party: &Party) -> Option<Html> {
    let about = party.about.as_deref()?;
    Some(html! {
        <div>
            <dt>{ text(&party.name) }</dt>
            <dd>{ text(about) }</dd>
        </div>
    })
}

/// Whether somewhere the words outside the marks are the source's own.
fn has_indirect_speech(context: RenderContext<'_>) -> bool {
    let mut statements = context.dispute.all_points().flat_map(Point::statements);
    statements.any(|statement| {
        let mut renderings = statement.renderings.iter();
        statement.wording.indirect || renderings.any(|other| other.wording.indirect)
    })
}

/// The statuses of the dispute's points whose names don't say everything, each with its
/// explanation.
fn explained_statuses(
    context: RenderContext<'_>,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    let words = context.words;
    let mut used: Vec<Status> = Vec::new();
    for point in context.dispute.all_points() {
        if !used.contains(&point.status) {
            used.push(point.status);
        }
    }
    used.into_iter().filter_map(move |status| {
        let explanation = (words.items.status_explanation)(status)?;
        Some(((words.status)(status), explanation))
    })
}

/// What kind of statement this is, as a sentence in the terms that [`glossary`]
/// explains.
pub(super) fn statement_terms(context: RenderContext<'_>, statement: &Statement) -> String {
    let word = context.words.term;
    if statement.is_summary() {
        return format!("{}.", word(GlossaryTerm::Summarised));
    }
    let quoting = GlossaryTerm::from(&statement.wording);
    let naming = if context.dispute.speaker(statement.speaker).named {
        GlossaryTerm::Named
    } else {
        GlossaryTerm::Unnamed
    };
    let chain = &statement.chain;
    let hand = if chain.is_direct() {
        Some(GlossaryTerm::FirstHand)
    } else {
        // Of a way that is not known, the chain says so.
        chain.is_known().then_some(GlossaryTerm::Relayed)
    };
    let terms = [naming].into_iter().chain(hand).map(word);
    let terms: String = terms
        .map(|term| format!("; {}", term.to_lowercase()))
        .collect();
    format!("{}{terms}.", word(quoting))
}
