//! Something that happened, and who attests it.

use says_who_model::{Event, SideKey};
use yew::prelude::*;

use super::CONTENT;
use super::item_controls::more_link;
use super::later::later;
use super::old_names::old_names;
use super::source_link::source_links;
use super::{text, time};
use crate::view::View;

/// An entry of the timeline.
pub(crate) fn event_item(view: View<'_>, event: &Event) -> Html {
    let lane = match event.actor {
        Some(SideKey::First) => Some("event-item--first"),
        Some(SideKey::Second) => Some("event-item--second"),
        None => None,
    };
    html! {
        <li class={classes!("event-item", lane, CONTENT)} id={event.id.as_str().to_owned()} tabindex="-1">
            { old_names(view, &event.id) }
            <p class="event-item__date">{ time(view.words, event.when.date) }</p>
            <section class="event-item__body">
                <p class="event-item__what">
                    if let Some(side) = event.actor {
                        <b class="event-item__actor">{ text(&view.dispute.sides.get(side).name) }{ ": " }</b>
                    }
                    { text(&event.what) }
                </p>
                { attested(view, event, more_link(view, &event.id)) }
            </section>
        </li>
    }
}

/// What the page of an event shows below its title.
pub(crate) fn event_facts(view: View<'_>, event: &Event) -> Html {
    html! {
        <>
            <p class="event-item__date">
                { time(view.words, event.when.date) }
                { later(view, event.after) }
            </p>
            { actor(view, event) }
            { attested(view, event, Html::default()) }
        </>
    }
}

fn actor(view: View<'_>, event: &Event) -> Html {
    event.actor.map_or_else(Html::default, |side| {
        html! { <p class="event-item__actor">{ text(&view.dispute.sides.get(side).name) }</p> }
    })
}

fn attested(view: View<'_>, event: &Event, more: Html) -> Html {
    html! {
        <p class="event-item__sources">
            { view.words.attested_by }{ " " }{ source_links(view, &event.sources) }{ more }
        </p>
    }
}
