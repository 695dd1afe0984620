//! How to read a statement: the marks and the words that every one of them has,
//! explained where they are first met.

use says_who_model::{Quoting, RelayKind, Statement};
use yew::prelude::*;

use super::text;
use crate::view::View;

/// A word with an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
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

impl Term {
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

impl From<Quoting> for Term {
    fn from(quoting: Quoting) -> Self {
        match quoting {
            Quoting::Direct => Self::Quoted,
            Quoting::Paraphrase => Self::Paraphrased,
            Quoting::Mixed => Self::PartlyQuoted,
        }
    }
}

/// How to read a statement: the marks in a line, every word in the list that unfolds.
pub(crate) fn glossary(view: View<'_>) -> Html {
    let words = view.words;
    let summaries = view.dispute.figures().summaries > 0;
    let used = |term: &Term| *term != Term::Summarised || summaries;
    html! {
        <section class="glossary">
            <p>
                { words.glossary_quoted }{ " " }<span class="glossary__paraphrase">{ words.glossary_paraphrased }</span>
            </p>
            <details class="glossary__terms">
                <summary>{ words.glossary_terms }</summary>
                <dl>
                    { for Term::ALL.into_iter().filter(used).map(|term| html! {
                        <div>
                            <dt>{ text((words.term)(term)) }</dt>
                            <dd>{ text((words.explained)(term)) }</dd>
                        </div>
                    }) }
                </dl>
            </details>
        </section>
    }
}

/// What kind of statement it is, in the words that [`glossary`] explains, as a sentence.
pub(super) fn terms_of(view: View<'_>, statement: &Statement) -> String {
    let word = view.words.term;
    if statement.is_summary() {
        return format!("{}.", word(Term::Summarised));
    }
    let quoting = Term::from(statement.wording.quoting());
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
    let [quoting, naming, hand] = [quoting, naming, hand].map(word);
    format!(
        "{quoting}; {}; {}.",
        naming.to_lowercase(),
        hand.to_lowercase()
    )
}
