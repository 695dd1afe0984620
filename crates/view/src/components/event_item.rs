//! An event, and its sources.

use says_who_model::{Actor, Event, SideKey};
use yew::prelude::*;

use super::CONTENT;
use super::accounts::accounts;
use super::alias_anchors::alias_anchors;
use super::item_controls::more_link;
use super::later_mark::later_mark;
use super::source_link::source_links;
use super::{date_notes, text, when_capitalized};
use crate::context::RenderContext;

/// An entry of a list of events.
pub(crate) fn event_item(context: RenderContext<'_>, event: &Event) -> Html {
    let lane = match event.actor {
        Some(Actor::Side(SideKey::First)) => Some("event-item--first"),
        Some(Actor::Side(SideKey::Second)) => Some("event-item--second"),
        Some(Actor::Party(_)) | None => None,
    };
    html! {
        <li class={classes!("event-item", lane, CONTENT)} id={event.id.as_str().to_owned()} tabindex="-1">
            { alias_anchors(context, &event.id) }
            <p class="event-item__date">{ when_capitalized(context.words, &event.when) }</p>
            <section class="event-item__body">
                <p class="event-item__what">
                    { doubt(context, event) }
                    if let Some(actor) = event.actor {
                        <b class="event-item__actor">{ text(context.dispute.actor_name(actor)) }{ ": " }</b>
                    }
                    { text(&event.what) }
                </p>
                { accounts(context, event) }
                { attested(context, event, more_link(context, &event.id)) }
            </section>
        </li>
    }
}

/// The part of an event's page below its title.
pub(crate) fn event_facts(context: RenderContext<'_>, event: &Event) -> Html {
    html! {
        <>
            <p class="event-item__date">
                { when_capitalized(context.words, &event.when) }
                { later_mark(context, event.after) }
            </p>
            { actor(context, event) }
            { accounts(context, event) }
            { attested(context, event, Html::default()) }
        </>
    }
}

/// The mark of an event that is not certain.
pub(super) fn doubt(context: RenderContext<'_>, event: &Event) -> Html {
    event.doubt.map_or_else(Html::default, |doubt| {
        html! { <b class="event-item__doubt">{ (context.words.items.doubt)(doubt) }{ ". " }</b> }
    })
}

fn actor(context: RenderContext<'_>, event: &Event) -> Html {
    event.actor.map_or_else(Html::default, |actor| {
        html! { <p class="event-item__actor">{ text(context.dispute.actor_name(actor)) }</p> }
    })
}

pub(super) fn attested(context: RenderContext<'_>, event: &Event, more: Html) -> Html {
    html! {
        <p class="event-item__sources">
            { context.words.attested_by }{ " " }{ source_links(context, &event.sources) }{ more }
            { date_notes(context.words, &event.when) }
        </p>
    }
}
