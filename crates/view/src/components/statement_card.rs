//! One statement: the words, then who, in what role, when, to whom.

use says_who_model::{Speaker, Statement};
use yew::prelude::*;

use super::CONTENT;
use super::alias_anchors::alias_anchors;
use super::item_controls::more_link;
use super::sourcing::sourcing;
use super::wording::spans_html;
use super::{text, when};
use crate::context::RenderContext;
use crate::direction;
use crate::dom::class;
use crate::words::capitalized;

/// A statement; `open` unfolds its sourcing initially.
pub(super) fn statement_card(
    context: RenderContext<'_>,
    statement: &Statement,
    open: bool,
) -> Html {
    let more = more_link(context, &statement.id);
    html! {
        <article
            class={classes!(class::STATEMENT_CARD, CONTENT)}
            id={statement.id.as_str().to_owned()}
            tabindex="-1"
        >
            { alias_anchors(context, &statement.id) }
            { statement_words(context, statement, more) }
            { sourcing(context, statement, open) }
        </article>
    }
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
    let dir = direction::for_language(&wording.language);
    let said = spans_html(&wording.spans, &wording.language);
    let day = when(words, &statement.when);
    let speaker = context.dispute.speaker(statement.speaker);
    html! {
        <>
            if let Some(outlet) = &statement.summarised_by {
                <p class="statement-card__kind">{ (words.summary)(&context.isolated(outlet)) }</p>
                <p class={classes!(class::STATEMENT_CARD_WORDS, "wording")} lang={lang()} {dir}>{ said }</p>
                <p class={class::STATEMENT_CARD_SPEAKER}>
                    { words.position_of }{ " " }<b>{ context.isolated_html(&speaker.name) }</b>{ ", " }{ day }{ more }
                </p>
            } else {
                <blockquote class={classes!(class::STATEMENT_CARD_WORDS, "wording")} lang={lang()} {dir}>{ said }</blockquote>
                <p class={class::STATEMENT_CARD_SPEAKER}>
                    { name_and_role(context, speaker) }{ ", " }{ day }
                    if let Some(whom) = statement.chain.to() {
                        { ", " }{ text(&(words.addressee)(&context.isolated(whom))) }
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
    html! { <><b>{ context.isolated_html(&capitalized(&speaker.name)) }</b>{ text(&rest.collect::<String>()) }</> }
}
