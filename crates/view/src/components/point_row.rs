//! A point: its question, its status in words, the two cells level with each
//! other, and a strip for everyone else.

use says_who_model::{Id, Point, SideKey};
use yew::prelude::*;

use super::cell::cell;
use super::statement_card::statement_card;
use super::text;
use crate::dom::class;
use crate::view::View;

/// What a page of one item puts first.
#[derive(Clone, Copy, Default)]
pub(crate) struct Focus<'a> {
    /// The statement that stands first and unfolded, if the page is about one.
    pub(crate) statement: Option<&'a Id>,
    /// The side whose cell comes first, whatever the order of the sides.
    pub(crate) first: Option<SideKey>,
}

/// What stands below a point's head: on the page of the whole and on the item's own.
pub(crate) fn point_row(view: View<'_>, point: &Point, focus: Focus<'_>) -> Html {
    let words = view.words;
    let first = focus.first.unwrap_or(SideKey::First);
    let others = point
        .others
        .iter()
        .map(|statement| statement_card(view, statement, focus.statement == Some(&statement.id)));
    html! {
        <>
            { ground((words.accepted_here)(point.status), point.accepted.as_deref()) }
            { ground((words.contested_here)(point.status), point.contested.as_deref()) }
            <section class="point-row__cells" data-fixed={focus.first.map(|_| "")}>
                { for [first, first.other()].map(|side| {
                    cell(view, point, side, focus.statement)
                }) }
            </section>
            if !point.others.is_empty() {
                <section class="point-row__others">
                    <@{view.heading(1)} class="point-row__others-head">{ words.others_say }</@>
                    { for others }
                </section>
            }
        </>
    }
}

fn ground(label: &'static str, content: Option<&str>) -> Html {
    content.map_or_else(Html::default, |content| {
        html! { <p class={class::POINT_ROW_GROUND}><b>{ label }{ ":" }</b>{ " " }{ text(content) }</p> }
    })
}
