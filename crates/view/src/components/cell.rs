//! What one side says on a point. One piece for both sides, so that they
//! cannot drift apart.

use says_who_model::{Cell, Id, Point, SideKey};
use yew::prelude::*;

use super::absence::absence;
use super::side::side_name;
use super::statement_card::statement_card;
use super::text;
use crate::view::View;

/// A side's cell. The statement `target`, if it stands here, comes first and unfolded.
pub(super) fn cell(view: View<'_>, point: &Point, side: SideKey, target: Option<&Id>) -> Html {
    let content = match point.cells.get(side) {
        Cell::Absence(nothing) => absence(view, nothing),
        Cell::Statements(statements) => {
            let is_target = |id: &Id| target == Some(id);
            let (first, rest): (Vec<_>, Vec<_>) = statements
                .iter()
                .partition(|statement| is_target(&statement.id));
            first
                .into_iter()
                .chain(rest)
                .map(|statement| statement_card(view, statement, is_target(&statement.id)))
                .collect()
        }
    };
    html! {
        <section class="cell" data-side={side_name(side)}>
            <@{view.heading(1)} class="cell__head">
                { text(&view.dispute.sides.get(side).says) }
            </@>
            { content }
        </section>
    }
}
