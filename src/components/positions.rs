//! What each side says on the dispute as a whole, next to what the other says;
//! and what happened next.

use says_who_model::{Dispute, Id, Item, ItemRef, Position, Side, SideKey, Statement};
use yew::prelude::*;

use super::side::side_name;
use super::text;
use super::wording::parts;
use crate::view::View;
use crate::words::capital;

/// Both positions, side by side; nothing where the data has none. Each side's name
/// is a heading: a `heading`.
pub(crate) fn positions(view: View<'_>, heading: &'static str) -> Html {
    let Some(both) = both(view.dispute) else {
        return Html::default();
    };
    html! {
        <section class="positions">
            { for both.into_iter().map(|(key, side, of)| position(view, key, side, of, heading)) }
        </section>
    }
}

/// Both positions, where the data has them.
fn both(dispute: &Dispute) -> Option<[(SideKey, &Side, &Position); 2]> {
    let of = |key: SideKey| {
        let side = dispute.sides.get(key);
        Some((key, side, side.position.as_ref()?))
    };
    Some([of(SideKey::First)?, of(SideKey::Second)?])
}

fn position(
    view: View<'_>,
    key: SideKey,
    side: &Side,
    position: &Position,
    heading: &'static str,
) -> Html {
    let language = &view.dispute.language;
    html! {
        <section class="position" data-side={side_name(key)}>
            <@{heading} class="position__head">{ text(&side.says) }</@>
            <p class="position__text wording" lang={language.as_str().to_owned()} dir="auto">
                { parts(&position.spans, language) }
            </p>
            <p class="position__by">{ rests_on(view, &position.rests_on) }</p>
        </section>
    }
}

/// The statements that a position rests on, by speaker, day and outlet, each as a
/// link to where it stands; a further one of the same by its number.
fn rests_on(view: View<'_>, ids: &[Id]) -> Html {
    let said: Vec<(&Id, String)> = ids
        .iter()
        .filter_map(|id| Some((id, attribution(view, statement(view, id)?))))
        .collect();
    let links = said.iter().enumerate().map(|(index, (id, name))| {
        let before = said.iter().take(index).filter(|(_, other)| other == name);
        let before = before.count();
        let link = match before {
            0 => html! { <a href={view.place(id)}>{ text(name) }</a> },
            before => {
                let number = before + 1;
                html! { <a href={view.place(id)} aria-label={format!("{name} ({number})")}>{ format!("({number})") }</a> }
            }
        };
        let between = match (index, before) {
            (0, _) => "",
            (_, 0) => "; ",
            _ => " ",
        };
        html! { <>{ between }{ link }</> }
    });
    links.collect()
}

fn statement<'d>(view: View<'d>, id: &Id) -> Option<&'d Statement> {
    match view.dispute.find(id.as_str()) {
        Some(ItemRef::Item(Item::Statement(place))) => Some(place.statement),
        _ => None,
    }
}

/// Who said it, when, and by which outlet.
fn attribution(view: View<'_>, statement: &Statement) -> String {
    let words = view.words;
    let by = capital(&words.said_by(view.dispute, statement));
    let day = (words.date)(statement.when.date);
    let outlet = &view.dispute.source(statement.chain.source).outlet;
    if statement.is_summary() || *outlet == by {
        return format!("{by}, {day}");
    }
    format!("{by}, {day} ({outlet})")
}

/// “What happened next”, in a line that leads to the later point that answers.
pub(crate) fn next(view: View<'_>) -> Html {
    let Some(next) = &view.dispute.next else {
        return Html::default();
    };
    let is_point = |id: &&Id| view.dispute.after.iter().any(|point| point.id == **id);
    let answer = next.rests_on.iter().rfind(is_point);
    html! {
        <p class="next">
            <b>{ view.words.what_happened_next }</b>{ " " }{ text(&next.text) }
            if let Some(id) = answer.or(next.rests_on.first()) {
                { " " }<a href={view.place(id)}>{ view.words.read_on }</a>
            }
        </p>
    }
}
