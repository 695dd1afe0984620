//! One statement: the words, then who, in what role, when, to whom.

use says_who_model::{Speaker, Stated, Statement};
use yew::prelude::*;

use super::old_names::old_names;
use super::sourcing::sourcing;
use super::wording::wording;
use super::{text, time};
use crate::view::View;

/// A statement; `open` unfolds its sourcing from the start.
pub(super) fn statement_card(view: View<'_>, statement: &Statement, open: bool) -> Html {
    html! {
        <article class="statement-card" id={statement.id.as_str().to_owned()} tabindex="-1">
            { old_names(view, &statement.id) }
            { statement_words(view, statement) }
            { sourcing(view, statement, open) }
        </article>
    }
}

/// What is always in sight of a statement.
pub(super) fn statement_words(view: View<'_>, statement: &Statement) -> Html {
    let words = view.words;
    let cited = view.dispute.source(statement.chain.source);
    let whom = match &statement.chain.said.to {
        Stated::As(whom) => (words.to)(whom),
        Stated::NotStated => words.to_not_stated.to_owned(),
    };
    html! {
        <>
            <blockquote class="statement-card__words">{ wording(&statement.wording) }</blockquote>
            <p class="statement-card__speaker">
                { speaker(view, view.dispute.speaker(statement.speaker)) }
            </p>
            <p class="statement-card__facts">
                { time(words, statement.when.date) }{ ", " }{ text(&whom) }{ "; " }
                { (words.quoting)(statement.wording.quoting(), &cited.outlet) }
            </p>
            if let Some(note) = &statement.note {
                <p class="statement-card__note">{ text(note) }</p>
            }
        </>
    }
}

/// The speaker's name and role.
fn speaker(view: View<'_>, speaker: &Speaker) -> Html {
    let words = view.words;
    let role = speaker
        .role
        .as_deref()
        .or((words.voice)(speaker.speaks_for));
    html! {
        <>
            <b>{ text(&speaker.name) }</b>
            if let Some(role) = role {
                { ", " }{ text(role) }
            }
            if !speaker.named {
                { " (" }{ words.unnamed }{ ")" }
            }
        </>
    }
}
