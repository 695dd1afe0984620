//! One statement: the words, then who, in what role, when, to whom.

use says_who_model::{Speaker, Stated, Statement};
use yew::prelude::*;

use super::CONTENT;
use super::item_controls::more_link;
use super::old_names::old_names;
use super::sourcing::sourcing;
use super::wording::parts;
use super::{text, time};
use crate::dom::class;
use crate::view::View;
use crate::words::capital;

/// A statement; `open` unfolds its sourcing from the start.
pub(super) fn statement_card(view: View<'_>, statement: &Statement, open: bool) -> Html {
    let speaker = view.dispute.speaker(statement.speaker);
    let cited = view.dispute.source(statement.chain.source);
    let more = more_link(view, &statement.id);
    html! {
        <article
            class={classes!(class::STATEMENT_CARD, CONTENT)}
            id={statement.id.as_str().to_owned()}
            tabindex="-1"
            data-speaker={(!statement.is_summary()).then(|| speaker.id.to_string())}
            data-unnamed={(!speaker.named && !statement.is_summary()).then_some("")}
            data-summary={statement.is_summary().then_some("")}
            data-source={cited.id.as_str().to_owned()}
            data-outlets={outlets(view, statement)}
        >
            { old_names(view, &statement.id) }
            { statement_words(view, statement, more) }
            { sourcing(view, statement, open) }
        </article>
    }
}

/// The outlets on a statement's way, a line each: what a reader can choose by.
fn outlets(view: View<'_>, statement: &Statement) -> String {
    let chain = &statement.chain;
    let relays = chain.relays.iter();
    let relays = relays.filter_map(|relay| view.dispute.outlet_name(&relay.by));
    let mut all: Vec<&str> = Vec::new();
    for outlet in relays.chain([view.dispute.source(chain.source).outlet.as_str()]) {
        if !all.contains(&outlet) {
            all.push(outlet);
        }
    }
    all.join("\n")
}

/// What is always in sight of a statement; `more` stands at the end of the line that
/// says whose it is.
pub(super) fn statement_words(view: View<'_>, statement: &Statement, more: Html) -> Html {
    let words = view.words;
    let wording = &statement.wording;
    let lang = || wording.language.as_str().to_owned();
    let said = parts(&wording.spans, &wording.language);
    let day = time(words, statement.when.date);
    let speaker = view.dispute.speaker(statement.speaker);
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
                    { name_and_role(view, speaker) }{ ", " }{ day }
                    if let Stated::As(whom) = &statement.chain.said.to {
                        { ", " }{ text(&(words.to)(whom)) }
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

/// The speaker's name and role, and that no name is known.
fn name_and_role(view: View<'_>, speaker: &Speaker) -> Html {
    let rest = view.words.after_name(speaker);
    let rest = rest.map(|part| format!(", {part}"));
    html! { <><b>{ text(&capital(&speaker.name)) }</b>{ text(&rest.collect::<String>()) }</> }
}
