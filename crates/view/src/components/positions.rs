//! What each side says on the dispute as a whole, next to what the other says;
//! and what happened next.

use says_who_model::{Id, Point, Position, SideKey, Statement};
use yew::prelude::*;

use super::side::side_name;
use super::text;
use super::wording::parts;
use crate::view::View;
use crate::words::capital;

/// Both positions, side by side; nothing where the data has none. Each side's name
/// is a heading: a `heading`.
pub fn positions(view: View<'_>, heading: &'static str) -> Html {
    let Some(both) = view.dispute.positions() else {
        return Html::default();
    };
    html! {
        <section class="positions">
            { for both.iter().map(|(side, one)| position(view, side, one, heading)) }
        </section>
    }
}

fn position(view: View<'_>, side: SideKey, position: &Position, heading: &'static str) -> Html {
    let language = &view.dispute.language;
    let says = &view.dispute.sides.get(side).says;
    html! {
        <section class="position" data-side={side_name(side)}>
            <@{heading} class="position__head">{ text(says) }</@>
            <p class="position__text wording" lang={language.as_str().to_owned()} dir="auto">
                { parts(&position.spans, language) }
            </p>
            <p class="position__by">{ rests_on(view, &position.rests_on) }</p>
        </section>
    }
}

/// The statements that a position rests on, by speaker, day and outlet, each as a
/// link to where it stands; a further one of a speaker and day by its outlet, or as
/// “also here”.
fn rests_on(view: View<'_>, ids: &[Id]) -> Html {
    let said: Vec<(&Id, Attribution)> = ids
        .iter()
        .filter_map(|id| Some((id, attribution(view, view.dispute.statement(id)?))))
        .collect();
    let links = said.iter().enumerate().map(|(index, (id, one))| {
        let before = || said.iter().take(index).map(|(_, other)| other);
        let number = before().filter(|other| *other == one).count() + 1;
        let is_of_the_same = before().next_back().is_some_and(|last| last.by == one.by);
        let name = match (is_of_the_same, number, one.outlet) {
            (true, 1, Some(outlet)) => format!("({outlet})"),
            (true, ..) => view.words.again.to_owned(),
            (false, ..) => one.whole(),
        };
        let heard = match number {
            1 => one.whole(),
            2 => format!("{}, {name}", one.whole()),
            _ => format!("{}, {name} ({number})", one.whole()),
        };
        let heard = (heard != name).then_some(heard);
        let between = match (index, is_of_the_same, number) {
            (0, ..) => "",
            (_, true, 1) => " ",
            (_, true, _) => ", ",
            (_, false, _) => "; ",
        };
        html! { <>{ between }<a href={view.place(id)} aria-label={heard}>{ text(&name) }</a></> }
    });
    links.collect()
}

/// Who said it and when, and by which outlet.
#[derive(PartialEq)]
struct Attribution<'d> {
    by: String,
    outlet: Option<&'d str>,
}

impl Attribution<'_> {
    fn whole(&self) -> String {
        match self.outlet {
            Some(outlet) => format!("{} ({outlet})", self.by),
            None => self.by.clone(),
        }
    }
}

/// Who said a statement, when, and by which outlet; an outlet itself is named once.
fn attribution<'d>(view: View<'d>, statement: &Statement) -> Attribution<'d> {
    let words = view.words;
    let by = capital(&words.said_by(view.dispute, statement));
    let day = (words.short_date)(statement.when.date);
    let outlet = view.dispute.source(statement.chain.source).outlet.as_str();
    let is_named = statement.is_summary() || outlet == by;
    Attribution {
        by: format!("{by}, {day}"),
        outlet: (!is_named).then_some(outlet),
    }
}

/// “What happened next”, in a line that leads to the later point that answers.
pub fn next(view: View<'_>) -> Html {
    let Some(next) = &view.dispute.next else {
        return Html::default();
    };
    let later = |holds: fn(&Point, &Id) -> bool| {
        let of = |id| view.dispute.after.iter().find(|point| holds(point, id));
        next.rests_on.iter().rev().find_map(of)
    };
    let answer = later(|point, id| point.id == *id)
        .or_else(|| later(|point, id| point.statements().any(|one| one.id == *id)));
    let (to, name) = match answer {
        Some(point) => (
            Some(&point.id),
            (view.words.see_point)(view.dispute.point_number(&point.id)),
        ),
        None => (next.rests_on.first(), view.words.read_on.to_owned()),
    };
    html! {
        <p class="next">
            <b>{ view.words.what_happened_next }</b>{ " " }{ text(&next.text) }
            if let Some(id) = to {
                { " " }<a href={view.place(id)}>{ name }</a>
            }
        </p>
    }
}
