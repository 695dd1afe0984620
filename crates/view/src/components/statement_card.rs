//! One statement: the words, then who, in what role, when, to whom.

use says_who_model::{Speaker, Stated, Statement};
use yew::prelude::*;

use super::CONTENT;
use super::alias_anchors::alias_anchors;
use super::item_controls::more_link;
use super::sourcing::sourcing;
use super::wording::spans_html;
use super::{text, time};
use crate::context::RenderContext;
use crate::dom::class;
use crate::words::capitalized;

/// A statement; `open` unfolds its sourcing initially.
pub(super) fn statement_card(
    context: RenderContext<'_>,
    statement: &Statement,
    open: bool,
) -> Html {
    let speaker = context.dispute.speaker(statement.speaker);
    let cited = context.dispute.source(statement.chain.source);
    let more = more_link(context, &statement.id);
    html! {
        <article
            class={classes!(class::STATEMENT_CARD, CONTENT)}
            id={statement.id.as_str().to_owned()}
            tabindex="-1"
            data-speaker={(!statement.is_summary()).then(|| speaker.id.to_string())}
            data-unnamed={(!speaker.named && !statement.is_summary()).then_some("")}
            data-summary={statement.is_summary().then_some("")}
            data-source={cited.id.as_str().to_owned()}
            data-outlets={outlets(context, statement)}
        >
            { alias_anchors(context, &statement.id) }
            { statement_words(context, statement, more) }
            { sourcing(context, statement, open) }
        </article>
    }
}

/// The outlets in a statement's chain, one per line: the values of the outlet
/// filter.
fn outlets(context: RenderContext<'_>, statement: &Statement) -> String {
    let chain = &statement.chain;
    let relays = chain.relays.iter();
    let relays = relays.filter_map(|relay| context.dispute.outlet_name(&relay.by));
    let mut all: Vec<&str> = Vec::new();
    for outlet in relays.chain([context.dispute.source(chain.source).outlet.as_str()]) {
        if !all.contains(&outlet) {
            all.push(outlet);
        }
    }
    all.join("\n")
}

/// The part of a statement that is always visible; `more` goes at the end of the
/// line with the speaker.
pub(super) fn statement_words(
    context: RenderContext<'_>,
    statement: &Statement,
    more: Html,
) -> Html {
    let words = context.words;
    let wording = &statement.wording;
    let lang = || wording.language.as_str().to_owned();
    let said = spans_html(&wording.spans, &wording.language);
    let day = time(words, statement.when.date);
    let speaker = context.dispute.speaker(statement.speaker);
    html! {
        <>
            if let Some(outlet) = &statement.summarised_by {
                <p class="statement-card__kind">{ (words.summary)(outlet) }</p>
                <p class={classes!(class::STATEMENT_CARD_WORDS, "wording")} lang={lang()} dir="auto">{ said }</p>
                <p class={class::STATEMENT_CARD_SPEAKER}>
                    { words.position_of }{ " " }<b>{ text(&speaker.name) }</b>{ ", " }{ day }{ more }
                </p>
            } else {
                <blockquote class={classes!(class::STATEMENT_CARD_WORDS, "wording")} lang={lang()} dir="auto">{ said }</blockquote>
                <p class={class::STATEMENT_CARD_SPEAKER}>
                    { name_and_role(context, speaker) }{ ", " }{ day }
                    if let Stated::As(whom) = &statement.chain.said.to {
                        { ", " }{ text(&(words.addressee)(whom)) }
                    }
                    { more }
                </p>
            }
            if let Some(note) = &statement.note {
                <p class="statement-card__note">{ text(note) }</p>
            }
        </>
    }
}

/// The speaker's name and role, and whether the speaker is unnamed.
fn name_and_role(context: RenderContext<'_>, speaker: &Speaker) -> Html {
    let rest = context.words.role_and_naming(speaker);
    let rest = rest.map(|part| format!(", {part}"));
    html! { <><b>{ text(&capitalized(&speaker.name)) }</b>{ text(&rest.collect::<String>()) }</> }
}
