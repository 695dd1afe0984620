//! Something that happened, and who attests it.

use says_who_model::Event;
use yew::prelude::*;

use super::source_link::source_links;
use super::{text, time};
use crate::view::View;

/// An entry of the timeline.
pub(crate) fn event_item(view: View<'_>, event: &Event) -> Html {
    let lane = match event
        .actor
        .map(|side| side == says_who_model::SideKey::First)
    {
        Some(true) => "event-item event-item--first",
        Some(false) => "event-item event-item--second",
        None => "event-item",
    };
    html! {
        <li class={lane} id={event.id.as_str().to_owned()} tabindex="-1">
            <p class="event-item__date">{ time(view.words, event.when.date) }</p>
            <div class="event-item__body">
                if let Some(side) = event.actor {
                    <p class="event-item__actor">{ text(&view.dispute.sides.get(side).name) }</p>
                }
                <p class="event-item__what">{ text(&event.what) }</p>
                <p class="event-item__sources">
                    { view.words.attested_by }{ " " }{ source_links(view, &event.sources) }
                </p>
            </div>
        </li>
    }
}
