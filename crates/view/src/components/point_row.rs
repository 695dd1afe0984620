//! A point: what both sides accept and contest, the two cells next to each other,
//! and a strip for others.

use says_who_model::{Id, Point, SideKey, Statement};
use yew::prelude::*;

use super::cell::cell;
use super::other_voices::other_voices;
use super::statement_card::statement_card;
use super::text;
use crate::context::RenderContext;
use crate::dom::class;

/// What the page of an item shows first.
#[derive(Clone, Copy, Default)]
pub(crate) struct Focus<'a> {
    /// The statement that is first and unfolded, if the page is about one.
    pub(crate) statement: Option<&'a Id>,
    /// The side whose cell is first, whatever the order of the sides.
    pub(crate) first: Option<SideKey>,
}

/// The part of a point below its head, on the explainer page and on the item's page.
pub(crate) fn point_row(context: RenderContext<'_>, point: &Point, focus: Focus<'_>) -> Html {
    let words = context.words;
    let first = focus.first.unwrap_or(SideKey::First);
    let card = |statement: &Statement| {
        statement_card(context, statement, focus.statement == Some(&statement.id))
    };
    html! {
        <>
            { ground((words.accepted_here)(point.status), point.accepted.as_deref()) }
            { ground((words.contested_here)(point.status), point.contested.as_deref()) }
            <section class="point-row__cells" data-fixed={focus.first.map(|_| "")}>
                { for [first, first.other()].map(|side| {
                    cell(context, point, side, focus.statement)
                }) }
            </section>
            { other_voices(context, &point.others, card) }
        </>
    }
}

fn ground(label: &'static str, content: Option<&str>) -> Html {
    content.map_or_else(Html::default, |content| {
        html! { <p class={class::POINT_ROW_GROUND}><b>{ label }{ ":" }</b>{ " " }{ text(content) }</p> }
    })
}
