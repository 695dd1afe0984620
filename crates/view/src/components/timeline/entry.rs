//! An entry of the timeline: an event or a statement, in the lane of its side.

use says_who_model::{DateOrUnknown, Item, SideKey};
use yew::prelude::*;

use super::chronology::{Entry, EntryItem};
use crate::components::accounts::accounts;
use crate::components::alias_anchors::alias_anchors;
use crate::components::event_item::{attested, doubt};
use crate::components::item_controls::more_link;
use crate::components::{CONTENT, text};
use crate::context::RenderContext;
use crate::direction;
use crate::words::{Message, capitalized};

/// The page that a timeline is on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimelinePage {
    /// The explainer page: the events up to the as-of date are written out here.
    Explainer,
    /// A page of its own: every entry is a link to the explainer page.
    Own,
}

pub(super) fn entry(context: RenderContext<'_>, page: TimelinePage, entry: &Entry<'_>) -> Html {
    let lane = lane_class(entry.side);
    let notes = notes(context, entry);
    let side = html! {
        <><span class="timeline__side">{ text(&side_name(context, entry)) }</span>{ " " }</>
    };
    match entry.item {
        EntryItem::Event(event) if page == TimelinePage::Explainer && !event.after => html! {
            <li class={classes!("timeline__entry", lane, "event-item", CONTENT)} id={event.id.as_str().to_owned()} tabindex="-1">
                { alias_anchors(context, &event.id) }
                { side }
                <p class="event-item__what">{ doubt(context, event) }{ text(&event.what) }</p>
                { notes }
                { accounts(context, event) }
                { attested(context, event, more_link(context, &event.id)) }
            </li>
        },
        _ => html! {
            <li class={classes!("timeline__entry", lane)}>
                { side }
                <a href={url(context, page, entry)}>{ name(context, entry) }</a>
                { notes }
            </li>
        },
    }
}

fn lane_class(side: Option<SideKey>) -> Option<&'static str> {
    match side {
        Some(SideKey::First) => Some("timeline__entry--first"),
        Some(SideKey::Second) => Some("timeline__entry--second"),
        None => None,
    }
}

/// The side or the party; without one, what kind of entry it is.
fn side_name(context: RenderContext<'_>, entry: &Entry<'_>) -> String {
    if let Some(party) = entry.party {
        return context.dispute.party(party).name.clone();
    }
    match (entry.side, entry.item) {
        (Some(side), _) => context.dispute.sides.get(side).name.clone(),
        (None, EntryItem::Event(_)) => context.words.an_event.to_owned(),
        (None, EntryItem::Statement(_)) => (context.words.message)(Message::Others).to_owned(),
    }
}

fn url(context: RenderContext<'_>, page: TimelinePage, entry: &Entry<'_>) -> String {
    match page {
        TimelinePage::Explainer => format!("#{}", entry.id()),
        TimelinePage::Own => context.item_anchor_url(entry.id()),
    }
}

/// The title of the item, which no other item of the dispute has. A speaker's name is
/// set apart from the words.
fn name(context: RenderContext<'_>, entry: &Entry<'_>) -> Html {
    match entry.item {
        EntryItem::Event(event) => html! {
            <b class="timeline__event">{ text(&context.item_title(&Item::Event(event))) }</b>
        },
        EntryItem::Statement(statement) => {
            let title = context.statement_title(statement);
            let by = capitalized(&context.words.said_by(context.dispute, statement));
            let language = statement.wording.language.as_str();
            let is_foreign = language != context.dispute.language.as_str();
            match title.strip_prefix(&by) {
                Some(rest) if is_foreign => html! {
                    <>
                        <b>{ text(&by) }</b>
                        <span lang={language.to_owned()} dir={direction::for_language(&statement.wording.language)}>{ text(rest) }</span>
                    </>
                },
                Some(rest) => html! { <><b>{ text(&by) }</b>{ text(rest) }</> },
                None => text(&title),
            }
        }
    }
}

/// The time of the day, or why the date is not known.
fn notes(context: RenderContext<'_>, entry: &Entry<'_>) -> Html {
    let words = context.words;
    let reason = match (&entry.when.date, entry.item) {
        // Written-out events have it themselves.
        (DateOrUnknown::Unknown(reason), EntryItem::Statement(_)) => {
            Some((words.date_not_known_because)(reason))
        }
        _ => None,
    };
    let is_known = entry.when.known().is_some();
    let notes = [
        (words.time_in_day)(entry.when).map(|time| capitalized(&time)),
        reason,
        (entry.is_later && !is_known).then(|| words.later_label(context.dispute)),
    ];
    note(&notes.into_iter().flatten().collect::<Vec<_>>())
}

/// Small print; empty if there are no notes.
pub(super) fn note(notes: &[String]) -> Html {
    if notes.is_empty() {
        return Html::default();
    }
    html! { <>{ " " }<span class="timeline__note">{ text(&notes.join(" · ")) }</span></> }
}
