//! What each side says on the dispute as a whole, next to what the other says;
//! and what happened next.

use says_who_model::{Id, Item, ItemRef, Position, SideKey};
use yew::prelude::*;

use super::side::side_name;
use super::wording::parts;
use super::{item_links, text};
use crate::view::View;

/// Both positions and the line below them; nothing where the data has none.
pub(crate) fn positions(view: View<'_>) -> Html {
    let sides = &view.dispute.sides;
    html! {
        <>
            if let (Some(first), Some(second)) = (&sides.first.position, &sides.second.position) {
                <section class="opening__ground">
                    { position(view, SideKey::First, first) }
                    { position(view, SideKey::Second, second) }
                </section>
            }
            if let Some(next) = &view.dispute.next {
                <p class="opening__note">
                    <b>{ view.words.what_happened_next }</b>{ " " }{ text(&next.text) }{ " " }
                    { item_links(view, next.rests_on.get(..1).unwrap_or_default()) }
                </p>
            }
        </>
    }
}

fn position(view: View<'_>, side: SideKey, position: &Position) -> Html {
    html! {
        <section data-side={side_name(side)}>
            <h2>{ text(&view.dispute.sides.get(side).says) }</h2>
            <p class="positions__text">{ parts(&position.spans, &view.dispute.language) }</p>
            <p class="opening__note">
                { view.words.rests_on }{ rests_on(view, &position.rests_on) }
            </p>
        </section>
    }
}

/// Statements by speaker and day, each as a link to where it stands; a further one
/// of the same speaker and day by its number.
fn rests_on(view: View<'_>, ids: &[Id]) -> Html {
    let names: Vec<(&Id, String)> = ids
        .iter()
        .filter_map(|id| Some((id, said_by(view, id)?)))
        .collect();
    let links = names.iter().enumerate().map(|(index, (id, name))| {
        let before = names.iter().take(index).filter(|(_, other)| other == name);
        let before = before.count();
        let link = match before {
            0 => html! { <a href={view.place(id)}>{ text(name) }</a> },
            before => {
                let number = before + 1;
                html! { <a href={view.place(id)} aria-label={format!("{name} ({number})")}>{ format!("({number})") }</a> }
            }
        };
        let parted = index > 0 && before == 0;
        html! { <>{ if parted { ", " } else { " " } }{ link }</> }
    });
    links.collect()
}

fn said_by(view: View<'_>, id: &Id) -> Option<String> {
    let Some(ItemRef::Item(Item::Statement(place))) = view.dispute.find(id.as_str()) else {
        return None;
    };
    let words = view.words;
    let by = words.said_by(view.dispute, place.statement);
    let day = (words.date)(place.statement.when.date);
    Some(format!("{by}, {day}"))
}
