//! An event, and its sources.

use says_who_model::{Event, SideKey};
use yew::prelude::*;

use super::CONTENT;
use super::alias_anchors::alias_anchors;
use super::item_controls::more_link;
use super::later_mark::later_mark;
use super::source_link::source_links;
use super::{text, time};
use crate::context::RenderContext;

/// An entry of the timeline.
pub(crate) fn event_item(context: RenderContext<'_>, event: &Event) -> Html {
    let lane = match event.actor {
        Some(SideKey::First) => Some("event-item--first"),
        Some(SideKey::Second) => Some("event-item--second"),
        None => None,
    };
    html! {
        <li class={classes!("event-item", lane, CONTENT)} id={event.id.as_str().to_owned()} tabindex="-1">
            { alias_anchors(context, &event.id) }
            <p class="event-item__date">{ time(context.words, event.when.date) }</p>
            <section class="event-item__body">
                <p class="event-item__what">
                    if let Some(side) = event.actor {
                        <b class="event-item__actor">{ text(&context.dispute.sides.get(side).name) }{ ": " }</b>
                    }
                    { text(&event.what) }
                </p>
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
                { time(context.words, event.when.date) }
                { later_mark(context, event.after) }
            </p>
            { actor(context, event) }
            { attested(context, event, Html::default()) }
        </>
    }
}

fn actor(context: RenderContext<'_>, event: &Event) -> Html {
    event.actor.map_or_else(Html::default, |side| {
        html! { <p class="event-item__actor">{ text(&context.dispute.sides.get(side).name) }</p> }
    })
}

fn attested(context: RenderContext<'_>, event: &Event, more: Html) -> Html {
    html! {
        <p class="event-item__sources">
            { context.words.attested_by }{ " " }{ source_links(context, &event.sources) }{ more }
        </p>
    }
}
