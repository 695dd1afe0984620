//! What one side says on a point. Both sides use the same function, so that they
//! can't drift apart.

use says_who_model::{Cell, Id, Point, SideKey};
use yew::prelude::*;

use super::absence::absence_item;
use super::side::data_side;
use super::statement_card::statement_card;
use super::text;
use crate::context::RenderContext;
use crate::dom::class;

/// A side's cell. If the statement `target` is in it, it is first and unfolded.
pub(super) fn cell(
    context: RenderContext<'_>,
    point: &Point,
    side: SideKey,
    target: Option<&Id>,
) -> Html {
    let content = match point.cells.get(side) {
        Cell::Absence(nothing) => absence_item(context, nothing),
        Cell::Statements(statements) => {
            let is_target = |id: &Id| target == Some(id);
            let (first, rest): (Vec<_>, Vec<_>) = statements
                .iter()
                .partition(|statement| is_target(&statement.id));
            first
                .into_iter()
                .chain(rest)
                .map(|statement| statement_card(context, statement, is_target(&statement.id)))
                .collect()
        }
    };
    html! {
        <section class={class::CELL} data-side={data_side(side)}>
            <@{context.heading(1)} class="cell__head">
                { text(&context.dispute.sides.get(side).says) }
            </@>
            { content }
        </section>
    }
}
