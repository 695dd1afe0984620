//! What each side says on the dispute as a whole, next to what the other says;
//! and what happened next.

use says_who_model::{Position, SideKey};
use yew::prelude::*;

use super::side::side_name;
use super::wording::parts;
use super::{item_links, text};
use crate::view::View;

/// Both positions and the line below them; nothing where the data has none.
pub(crate) fn positions(view: View<'_>) -> Html {
    let sides = &view.dispute.sides;
    let next = view.dispute.next.as_ref().map(|next| {
        html! {
            <p class="positions__next">
                <b>{ view.words.what_happened_next }</b>{ " " }{ text(&next.text) }{ " " }
                { item_links(view, &next.rests_on) }
            </p>
        }
    });
    html! {
        <>
            if let (Some(first), Some(second)) = (&sides.first.position, &sides.second.position) {
                <div class="positions point-row__cells">
                    { position(view, SideKey::First, first) }
                    { position(view, SideKey::Second, second) }
                </div>
            }
            { next.unwrap_or_default() }
        </>
    }
}

fn position(view: View<'_>, side: SideKey, position: &Position) -> Html {
    html! {
        <section class="cell" data-side={side_name(side)}>
            <h2 class="cell__head">{ text(&view.dispute.sides.get(side).says) }</h2>
            <p class="positions__text">{ parts(&position.spans, &view.dispute.language) }</p>
            <p class="positions__rests-on">
                { view.words.rests_on }{ " " }{ item_links(view, &position.rests_on) }
            </p>
        </section>
    }
}
