//! Words of the method that a reader may want explained where they stand.

use yew::prelude::*;

use crate::view::View;
use crate::words::Words;

/// A word with an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    Quoted,
    Paraphrased,
    PartlyQuoted,
    Summarised,
    Named,
    Unnamed,
    FirstHand,
    Relayed,
}

impl Term {
    const ALL: [Self; 8] = [
        Self::Quoted,
        Self::Paraphrased,
        Self::PartlyQuoted,
        Self::Summarised,
        Self::Named,
        Self::Unnamed,
        Self::FirstHand,
        Self::Relayed,
    ];

    /// The id of its explanation.
    fn id(self) -> &'static str {
        match self {
            Self::Quoted => "_quoted",
            Self::Paraphrased => "_paraphrased",
            Self::PartlyQuoted => "_partly-quoted",
            Self::Summarised => "_summarised",
            Self::Named => "_named",
            Self::Unnamed => "_unnamed",
            Self::FirstHand => "_first-hand",
            Self::Relayed => "_relayed",
        }
    }
}

/// The word, as a button that opens its explanation: by the browser itself, so
/// that it needs no script.
pub(super) fn term(words: &Words, term: Term) -> Html {
    html! {
        <button type="button" class="term" popovertarget={term.id()}>{ (words.term)(term) }</button>
    }
}

/// The explanations, once a page. A browser that knows no popovers shows them as
/// a list. The role is written out: reader views leave such an element out, and know
/// it by nothing else; on a short page they would show it in place of the item.
pub(crate) fn terms(view: View<'_>) -> Html {
    let words = view.words;
    let summaries = view.dispute.figures().summaries > 0;
    let used = |term: &Term| *term != Term::Summarised || summaries;
    html! {
        <div class="terms" role="complementary" aria-label={words.terms}>
            { for Term::ALL.into_iter().filter(used).map(|term| html! {
                <div class="term-card" id={term.id()} popover="">
                    <p class="term-card__name">{ (words.term)(term) }</p>
                    <p>{ (words.explained)(term) }</p>
                    <p class="term-card__foot">
                        <button
                            type="button"
                            class="term"
                            popovertarget={term.id()}
                            popovertargetaction="hide"
                        >
                            { words.close }
                        </button>
                    </p>
                </div>
            }) }
        </div>
    }
}
