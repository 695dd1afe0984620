//! How another outlet words the same utterance, compared with the statement's own
//! words.

use says_who_model::{Compared, Quoting, Rendering, SourceIx, Statement, Stretch, Wording};
use yew::prelude::*;

use super::chain::chain_line;
use super::source_link::source_link;
use super::text;
use super::wording::{marked_wording, quoted_stretches, translation};
use crate::context::RenderContext;
use crate::direction;
use crate::words::quoted_headline;

/// A rendering: its words, with those marked that only it quotes; then where it was
/// read, what differs, and who passed it on.
pub(super) fn rendering(
    context: RenderContext<'_>,
    statement: &Statement,
    rendering: &Rendering,
) -> Html {
    let words = context.words;
    let speaker = &context.dispute.speaker(statement.speaker).name;
    let differs: &[Stretch] = match &rendering.compared {
        Compared::Differs { rendering, .. } => rendering,
        _ => &[],
    };
    let wording = &rendering.wording;
    let speaker = rendering.attributed_to.as_deref().unwrap_or(speaker);
    let how = (words.how_quoted)(wording);
    let mut said = vec![format!("{}.", how.trim_end_matches('.'))];
    said.extend(compared(context, statement, rendering));
    let attributed_to = rendering.attributed_to.as_deref();
    said.extend(attributed_to.map(|whom| (words.attributed_to)(&context.isolated(whom))));
    said.extend(translation(words, wording));
    said.push(format!(
        "{}.",
        chain_line(context, speaker, &rendering.chain)
    ));
    html! {
        <li class="rendering">
            <p class="wording rendering__words" lang={wording.language.as_str().to_owned()} dir={direction::for_language(&wording.language)}>
                { marked_wording(wording, differs) }
            </p>
            <p>
                { source_link(context, rendering.chain.source) }
                { text(&words.hop_details(rendering.chain.at.as_deref(), &rendering.chain.circumstances)) }
                { ": " }{ text(&said.join(" ")) }
            </p>
            if let Some(note) = &rendering.note {
                <p>{ text(note) }</p>
            }
        </li>
    }
}

/// How the quoted words compare with the statement's own. The words of a paraphrase
/// are ours, so they are neither compared nor attributed to an outlet.
fn compared(
    context: RenderContext<'_>,
    statement: &Statement,
    rendering: &Rendering,
) -> Option<String> {
    let words = context.words;
    if statement.is_in_same_report(rendering) {
        return None;
    }
    let [here, there] = &reports(context, [statement.chain.source, rendering.chain.source]);
    Some(match &rendering.compared {
        Compared::Same => (words.same_words)(here),
        Compared::SmallWordsDiffer => (words.small_words_differ)(here),
        Compared::NothingInCommon => (words.no_common_words)(here),
        Compared::OtherLanguage => words.not_compared.to_owned(),
        Compared::NothingQuoted => {
            let paraphrases = |wording: &Wording| wording.quoting() == Quoting::Paraphrase;
            let both = (
                paraphrases(&statement.wording),
                paraphrases(&rendering.wording),
            );
            match both {
                (true, true) => words.paraphrased_in_both.to_owned(),
                (true, false) => (words.paraphrased_in)(here),
                (false, _) => (words.paraphrased_in)(there),
            }
        }
        Compared::Differs {
            statement: ours,
            rendering: theirs,
        } => {
            let alone = |say: fn(&str, &str) -> String, wording: &Wording, differs: &[Stretch]| {
                let listed = quoted_stretches(wording, differs);
                (!listed.is_empty()).then(|| say(here, &listed))
            };
            let alone = [
                alone(words.quoted_here_alone, &rendering.wording, theirs),
                alone(words.quoted_there_alone, &statement.wording, ours),
            ];
            let alone: Vec<String> = alone.into_iter().flatten().collect();
            alone.join(" ")
        }
    })
}

/// Two reports, named by outlet and date; if those are equal, by headline too.
fn reports(context: RenderContext<'_>, of: [SourceIx; 2]) -> [String; 2] {
    let named = |source: SourceIx| {
        let source = context.dispute.source(source);
        format!(
            "{}, {}",
            context.isolated(&source.outlet),
            (context.words.when)(&source.published)
        )
    };
    let [one, other] = of.map(named);
    if one != other {
        return [one, other];
    }
    of.map(|source| {
        format!(
            "{}, {}",
            named(source),
            context.isolated(&quoted_headline(&context.dispute.source(source).headline))
        )
    })
}
