//! One statement: the words, then who, in what role, when, to whom.

use says_who_model::{Outlet, Speaker, Stated, Statement};
use yew::prelude::*;

use super::CONTENT;
use super::old_names::old_names;
use super::sourcing::sourcing;
use super::wording::wording;
use super::{text, time};
use crate::view::View;

/// A statement; `open` unfolds its sourcing from the start.
pub(super) fn statement_card(view: View<'_>, statement: &Statement, open: bool) -> Html {
    let speaker = view.dispute.speaker(statement.speaker);
    let cited = view.dispute.source(statement.chain.source);
    html! {
        <article
            class={classes!("statement-card", CONTENT)}
            id={statement.id.as_str().to_owned()}
            tabindex="-1"
            data-speaker={(!statement.is_summary()).then(|| speaker.id.to_string())}
            data-unnamed={(!speaker.named && !statement.is_summary()).then_some("")}
            data-summary={statement.is_summary().then_some("")}
            data-source={cited.id.as_str().to_owned()}
            data-outlets={outlets(view, statement)}
        >
            { old_names(view, &statement.id) }
            { statement_words(view, statement) }
            { sourcing(view, statement, open) }
        </article>
    }
}

/// The outlets on a statement's way, a line each: what a reader can choose by.
fn outlets(view: View<'_>, statement: &Statement) -> String {
    let chain = &statement.chain;
    let relays = chain.relays.iter().filter_map(|relay| match &relay.by {
        Outlet::Read(source) => Some(view.dispute.source(*source).outlet.as_str()),
        Outlet::Named(name) => Some(name.as_str()),
        Outlet::NotStated => None,
    });
    let mut all: Vec<&str> = Vec::new();
    for outlet in relays.chain([view.dispute.source(chain.source).outlet.as_str()]) {
        if !all.contains(&outlet) {
            all.push(outlet);
        }
    }
    all.join("\n")
}

/// What is always in sight of a statement.
pub(super) fn statement_words(view: View<'_>, statement: &Statement) -> Html {
    html! {
        <>
            if let Some(outlet) = &statement.summarised_by {
                { summary(view, statement, outlet) }
            } else {
                { utterance(view, statement) }
            }
            if let Some(note) = &statement.note {
                <p class="statement-card__note">{ text(note) }</p>
            }
        </>
    }
}

/// What somebody said: the words, then who, when, to whom.
fn utterance(view: View<'_>, statement: &Statement) -> Html {
    let words = view.words;
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
                { words.quoted_in(view.dispute, statement) }
            </p>
        </>
    }
}

/// An outlet's own words on the position of a side: no utterance, no speaker.
fn summary(view: View<'_>, statement: &Statement, outlet: &str) -> Html {
    let words = view.words;
    html! {
        <>
            <p class="statement-card__kind">{ (words.summary)(outlet) }</p>
            <p class="statement-card__words">{ wording(&statement.wording) }</p>
            <p class="statement-card__speaker">
                { text(&words.said_by(view.dispute, statement)) }
            </p>
            <p class="statement-card__facts">{ time(words, statement.when.date) }</p>
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
