//! How to read a statement: the marks and the terms of all statements, explained
//! before the first one.

use says_who_model::{Quoting, RelayKind, Statement};
use yew::prelude::*;

use super::text;
use crate::context::RenderContext;

/// A term with an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlossaryTerm {
    Quoted,
    Paraphrased,
    PartlyQuoted,
    Summarised,
    Verified,
    Named,
    Unnamed,
    FirstHand,
    Relayed,
}

impl GlossaryTerm {
    const ALL: [Self; 9] = [
        Self::Quoted,
        Self::PartlyQuoted,
        Self::Paraphrased,
        Self::Summarised,
        Self::Verified,
        Self::Named,
        Self::Unnamed,
        Self::FirstHand,
        Self::Relayed,
    ];
}

impl From<Quoting> for GlossaryTerm {
    fn from(quoting: Quoting) -> Self {
        match quoting {
            Quoting::Direct => Self::Quoted,
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
    let used = |term: &GlossaryTerm| *term != GlossaryTerm::Summarised || summaries;
    html! {
        <section class="glossary">
            <p>
                { words.glossary_quoted }{ " " }<span class="glossary__paraphrase">{ words.glossary_paraphrased }</span>
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
                </dl>
            </details>
        </section>
    }
}

/// What kind of statement this is, as a sentence in the terms that [`glossary`]
/// explains.
pub(super) fn statement_terms(context: RenderContext<'_>, statement: &Statement) -> String {
    let word = context.words.term;
    if statement.is_summary() {
        return format!("{}.", word(GlossaryTerm::Summarised));
    }
    let quoting = GlossaryTerm::from(statement.wording.quoting());
    let naming = if context.dispute.speaker(statement.speaker).named {
        GlossaryTerm::Named
    } else {
        GlossaryTerm::Unnamed
    };
    let chain = &statement.chain;
    let hand = if chain.relays.is_empty() && chain.kind == RelayKind::Reported {
        GlossaryTerm::FirstHand
    } else {
        GlossaryTerm::Relayed
    };
    let [quoting, naming, hand] = [quoting, naming, hand].map(word);
    format!(
        "{quoting}; {}; {}.",
        naming.to_lowercase(),
        hand.to_lowercase()
    )
}
