//! How another outlet words the same utterance, beside the statement's own words.

use says_who_model::{Compared, Rendering, Statement, Stretch, Wording};
use yew::prelude::*;

use super::chain::chain;
use super::text;
use super::verification::verification;
use super::wording::{marked, stretches, translation, wording};
use crate::view::View;

/// One rendering, with its own chain.
pub(super) fn rendering(view: View<'_>, statement: &Statement, rendering: &Rendering) -> Html {
    let words = view.words;
    let speaker = &view.dispute.speaker(statement.speaker).name;
    html! {
        <li class="rendering">
            { compared(view, statement, rendering) }
            if let Some(whom) = &rendering.attributed_to {
                <p>{ (words.attributed_to)(whom) }</p>
            }
            if let Some(translation) = translation(words, &rendering.wording) {
                <p>{ text(&translation) }</p>
            }
            { verification(view, &rendering.wording) }
            { chain(view, rendering.attributed_to.as_deref().unwrap_or(speaker), None, &rendering.chain) }
        </li>
    }
}

/// The words; where some differ, both wordings side by side with those marked,
/// and a line that says the same without marks.
fn compared(view: View<'_>, statement: &Statement, rendering: &Rendering) -> Html {
    let words = view.words;
    let here = &view.dispute.source(statement.chain.source).outlet;
    let there = &view.dispute.source(rendering.chain.source).outlet;
    let alone = |said: &str| {
        html! {
            <>
                <p class="rendering__words">{ wording(&rendering.wording) }</p>
                <p class="rendering__compared">{ text(said) }</p>
            </>
        }
    };
    if statement.is_in_same_report(rendering) {
        return html! { <p class="rendering__words">{ wording(&rendering.wording) }</p> };
    }
    match &rendering.compared {
        Compared::Same => alone(&(words.same_words)(here)),
        Compared::Apart => alone(&(words.no_common_words)(here)),
        Compared::OtherLanguage => alone(words.not_compared),
        Compared::NothingQuoted => alone(words.nothing_to_compare),
        Compared::Differs {
            statement: ours,
            rendering: theirs,
        } => {
            let column = |outlet: &str, wording: &Wording, differs: &[Stretch]| {
                html! {
                    <div>
                        <p class="rendering__outlet">{ text(outlet) }</p>
                        <p class="rendering__words">{ marked(wording, differs) }</p>
                    </div>
                }
            };
            let only = |outlet: &str, wording: &Wording, differs: &[Stretch]| {
                let listed = stretches(wording, differs);
                (!listed.is_empty()).then(|| (words.only_in)(outlet, &listed))
            };
            let only = [
                only(here, &statement.wording, ours),
                only(there, &rendering.wording, theirs),
            ];
            let only: Vec<String> = only.into_iter().flatten().collect();
            html! {
                <>
                    <div class="rendering__pair">
                        { column(here, &statement.wording, ours) }
                        { column(there, &rendering.wording, theirs) }
                    </div>
                    <p class="rendering__compared">{ text(&only.join(" ")) }</p>
                </>
            }
        }
    }
}
