//! How another outlet words the same utterance, beside the statement's own words.

use says_who_model::{Compared, Quoting, Rendering, SourceIx, Statement, Stretch, Wording};
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

/// The words; where some quoted ones differ, both wordings side by side with those
/// marked, and a line that says the same without marks. Words of a paraphrase are
/// ours: they are neither compared nor credited to an outlet.
fn compared(view: View<'_>, statement: &Statement, rendering: &Rendering) -> Html {
    let words = view.words;
    let [here, there] = &reports(view, [statement.chain.source, rendering.chain.source]);
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
        Compared::SmallWordsDiffer => alone(&(words.small_words_differ)(here)),
        Compared::Apart => alone(&(words.no_common_words)(here)),
        Compared::OtherLanguage => alone(words.not_compared),
        Compared::NothingQuoted => {
            let paraphrases = |wording: &Wording| wording.quoting() == Quoting::Paraphrase;
            let both = (
                paraphrases(&statement.wording),
                paraphrases(&rendering.wording),
            );
            alone(&match both {
                (true, true) => words.paraphrased_in_both.to_owned(),
                (true, false) => (words.paraphrased_in)(here),
                (false, _) => (words.paraphrased_in)(there),
            })
        }
        Compared::Differs {
            statement: ours,
            rendering: theirs,
        } => {
            let column = |report: &str, wording: &Wording, differs: &[Stretch]| {
                html! {
                    <section>
                        <p class="rendering__outlet">{ text(report) }</p>
                        <p class="rendering__words">{ marked(wording, differs) }</p>
                    </section>
                }
            };
            let only = |report: &str, wording: &Wording, differs: &[Stretch]| {
                let listed = stretches(wording, differs);
                (!listed.is_empty()).then(|| (words.quoted_only_in)(report, &listed))
            };
            let only = [
                only(here, &statement.wording, ours),
                only(there, &rendering.wording, theirs),
            ];
            let only: Vec<String> = only.into_iter().flatten().collect();
            html! {
                <>
                    <section class="rendering__pair">
                        { column(here, &statement.wording, ours) }
                        { column(there, &rendering.wording, theirs) }
                    </section>
                    <p class="rendering__compared">{ text(&only.join(" ")) }</p>
                </>
            }
        }
    }
}

/// Two reports by outlet and day; where those are the same, by headline too.
fn reports(view: View<'_>, of: [SourceIx; 2]) -> [String; 2] {
    let named = |source: SourceIx| {
        let source = view.dispute.source(source);
        format!("{}, {}", source.outlet, (view.words.date)(source.published))
    };
    let [one, other] = of.map(named);
    if one != other {
        return [one, other];
    }
    of.map(|source| {
        format!(
            "{}, “{}”",
            named(source),
            view.dispute.source(source).headline
        )
    })
}
