//! The ledger: every point, under two column heads that stay in sight.

use says_who_model::{Dispute, Point, SideKey};
use yew::prelude::*;

use super::CONTENT;
use super::height::lines;
use super::item_controls::more_link;
use super::old_names::old_names;
use super::pause;
use super::point_row::{Focus, point_row};
use super::side::side_name;
use super::text;
use crate::dom::class;
use crate::view::View;

/// A heading and the id it is linked by.
pub(crate) struct Heading {
    /// The element's id.
    pub(crate) id: &'static str,
    /// The words.
    pub(crate) text: String,
}

/// More points than this are many, and so are more statements.
const MANY_POINTS: usize = 50;
const MANY_STATEMENTS: usize = 100;

/// Whether a dispute has many points: what is off screen after its ledger is not laid
/// out either.
pub(crate) fn has_many_points(dispute: &Dispute) -> bool {
    dispute.points.len() > MANY_POINTS
}

/// Whether a dispute is a long one: what is off screen in its ledger is not laid out
/// (`styles/components/_ledger.scss`), and a browser may pause in it.
pub(crate) fn is_long(dispute: &Dispute) -> bool {
    let statements = dispute.all_points().flat_map(Point::statements).count();
    has_many_points(dispute) || statements > MANY_STATEMENTS
}

/// Points, numbered from `from`.
pub(crate) fn ledger(view: View<'_>, points: &[Point], from: usize) -> Html {
    let whole = Focus::default();
    let is_long = is_long(view.dispute);
    let rows = points.iter().enumerate().map(|(index, point)| {
        let number = from + index;
        let [abreast, stacked] = is_long
            .then(|| lines(point))
            .map_or([None; 2], |of| of.map(Some));
        html! {
            <>
                <article
                    class={classes!(class::POINT, CONTENT)}
                    id={point.id.as_str().to_owned()}
                    tabindex="-1"
                    data-abreast={abreast.map(|lines| lines.to_string())}
                    data-stacked={stacked.map(|lines| lines.to_string())}
                >
                    { old_names(view, &point.id) }
                    <header class="point__head">
                        <p class="point__number">
                            <span class="visually-hidden">{ view.words.point_word }{ " " }</span>{ number }
                        </p>
                        <h3 class={class::POINT_QUESTION}>
                            <a href={view.page(&point.id)}>{ text(&point.question) }</a>
                        </h3>
                        <p class="point__status">{ (view.words.status)(point.status) }</p>
                        { more_link(view, &point.id) }
                    </header>
                    { point_row(view, point, whole) }
                </article>
                if is_long && pause::is_due(index, points.len()) {
                    { pause::pause() }
                }
            </>
        }
    });
    html! {
        <section class={classes!(
            class::LEDGER,
            is_long.then_some(class::LEDGER_LONG),
            has_many_points(view.dispute).then_some("ledger--many"),
        )}>
            { heads(view) }
            { for rows }
        </section>
    }
}

/// The column heads. Each cell carries its own label for those who do not see
/// columns, so these are hidden from the accessibility tree.
fn heads(view: View<'_>) -> Html {
    let head = |side: SideKey| {
        html! { <p class="ledger__head" data-side={side_name(side)}>{ text(&view.dispute.sides.get(side).says) }</p> }
    };
    html! {
        <div class="ledger__heads" aria-hidden="true">
            { for SideKey::BOTH.map(head) }
        </div>
    }
}
