//! What each side says on the dispute as a whole, next to the other side; and what
//! happened next.

use std::borrow::Cow;

use says_who_model::{Id, Point, Position, SideKey, Statement};
use yew::prelude::*;

use super::side::data_side;
use super::text;
use super::wording::spans_html;
use crate::context::RenderContext;
use crate::direction;
use crate::words::capitalized;

/// Both positions, side by side; empty if the data has none. `heading` is the tag of
/// their headings.
pub fn positions(context: RenderContext<'_>, heading: &'static str) -> Html {
    let Some(both) = context.dispute.positions() else {
        return Html::default();
    };
    html! {
        <section class="positions">
            { for both.iter().map(|(side, one)| position(context, side, one, heading)) }
        </section>
    }
}

fn position(
    context: RenderContext<'_>,
    side: SideKey,
    position: &Position,
    heading: &'static str,
) -> Html {
    let language = &context.dispute.language;
    let says = &context.dispute.sides.get(side).says;
    html! {
        <section class="position" data-side={data_side(side)}>
            <@{heading} class="position__head">{ text(says) }</@>
            <p class="position__text wording" lang={language.as_str().to_owned()} dir={direction::for_language(language)}>
                { spans_html(&position.spans, language) }
            </p>
            <p class="position__by">{ supporting_statements(context, &position.rests_on) }</p>
        </section>
    }
}

/// The statements that a position rests on, each a link named by its speaker, date
/// and outlet. If speaker and date repeat, the link is named by the outlet alone, or
/// “also here”.
fn supporting_statements(context: RenderContext<'_>, ids: &[Id]) -> Html {
    let said: Vec<(&Id, Attribution)> = ids
        .iter()
        .filter_map(|id| Some((id, attribution(context, context.dispute.statement(id)?))))
        .collect();
    let links = said.iter().enumerate().map(|(index, (id, one))| {
        let before = || said.iter().take(index).map(|(_, other)| other);
        let number = before().filter(|other| *other == one).count() + 1;
        let has_same_speaker = before().next_back().is_some_and(|last| last.by == one.by);
        let name = match (has_same_speaker, number, &one.outlet) {
            (true, 1, Some(outlet)) => format!("({outlet})"),
            (true, ..) => context.words.also_here.to_owned(),
            (false, ..) => one.full(),
        };
        let accessible_name = match number {
            1 => one.full(),
            2 => format!("{}, {name}", one.full()),
            _ => format!("{}, {name} ({number})", one.full()),
        };
        let accessible_name = (accessible_name != name).then_some(accessible_name);
        let between = match (index, has_same_speaker, number) {
            (0, ..) => "",
            (_, true, 1) => " ",
            (_, true, _) => ", ",
            (_, false, _) => "; ",
        };
        html! { <>{ between }<a href={context.item_anchor_url(id)} aria-label={accessible_name}>{ text(&name) }</a></> }
    });
    links.collect()
}

/// The speaker and the date of a statement, and its outlet.
#[derive(PartialEq)]
struct Attribution<'d> {
    by: String,
    outlet: Option<Cow<'d, str>>,
}

impl Attribution<'_> {
    fn full(&self) -> String {
        match &self.outlet {
            Some(outlet) => format!("{} ({outlet})", self.by),
            None => self.by.clone(),
        }
    }
}

/// The attribution of a statement. If the speaker is the outlet, it is named once.
fn attribution<'d>(context: RenderContext<'d>, statement: &Statement) -> Attribution<'d> {
    let words = context.words;
    let by = capitalized(&words.said_by(context.dispute, statement));
    let day = (words.short_when)(&statement.when);
    let outlet = context
        .dispute
        .source(statement.chain.source)
        .outlet
        .as_str();
    let is_named = statement.is_summary() || context.isolated(outlet) == by;
    Attribution {
        by: format!("{by}, {day}"),
        outlet: (!is_named).then(|| context.isolated(outlet)),
    }
}

/// “What happened next”, in one line that links to the later point that tells it.
pub fn what_happened_next(context: RenderContext<'_>) -> Html {
    let Some(next) = &context.dispute.next else {
        return Html::default();
    };
    let later = |holds: fn(&Point, &Id) -> bool| {
        let of = |id| context.dispute.after.iter().find(|point| holds(point, id));
        next.rests_on.iter().rev().find_map(of)
    };
    let answer = later(|point, id| point.id == *id)
        .or_else(|| later(|point, id| point.statements().any(|one| one.id == *id)));
    let (to, name) = match answer {
        Some(point) => (
            Some(&point.id),
            (context.words.see_point)(context.dispute.point_number(&point.id)),
        ),
        None => (next.rests_on.first(), context.words.read_on.to_owned()),
    };
    html! {
        <p class="next">
            <b>{ context.words.what_happened_next }</b>{ " " }{ text(&next.text) }
            if let Some(id) = to {
                { " " }<a href={context.item_anchor_url(id)}>{ name }</a>
            }
        </p>
    }
}
