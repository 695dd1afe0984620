//! The ledger: all points, under two column heads that stay visible.

use says_who_model::{Dispute, Point, SideKey};
use yew::prelude::*;

use super::CONTENT;
use super::alias_anchors::alias_anchors;
use super::item_controls::more_link;
use super::parser_yield;
use super::point_height::estimated_lines;
use super::point_row::{Focus, point_row};
use super::side::data_side;
use super::text;
use crate::context::RenderContext;
use crate::dom::class;

/// A heading and the id it is linked by.
pub(crate) struct SectionHeading {
    /// The element's id.
    pub(crate) id: &'static str,
    /// The words.
    pub(crate) text: String,
}

/// With more points than this a dispute has many; with more statements it is long.
const MANY_POINTS: usize = 50;
const MANY_STATEMENTS: usize = 100;

/// Whether a dispute has many points. Then what is off screen after its ledger is
/// not laid out either.
pub(crate) fn has_many_points(dispute: &Dispute) -> bool {
    dispute.points.len() > MANY_POINTS
}

/// Whether a dispute is long. Then what is off screen in its ledger is not laid out
/// (`styles/components/_ledger.scss`), and there are places where the parser yields.
pub(crate) fn is_long(dispute: &Dispute) -> bool {
    let statements = dispute.all_points().flat_map(Point::statements).count();
    has_many_points(dispute) || statements > MANY_STATEMENTS
}

/// Points, numbered from `from`.
pub(crate) fn ledger(context: RenderContext<'_>, points: &[Point], from: usize) -> Html {
    let whole = Focus::default();
    let is_long = is_long(context.dispute);
    let rows = points.iter().enumerate().map(|(index, point)| {
        let number = from + index;
        let [abreast, stacked] = is_long
            .then(|| estimated_lines(point))
            .map_or([None; 2], |lines| lines.map(Some));
        html! {
            <>
                <article
                    class={classes!(class::POINT, CONTENT)}
                    id={point.id.as_str().to_owned()}
                    tabindex="-1"
                    data-abreast={abreast.map(|lines| lines.to_string())}
                    data-stacked={stacked.map(|lines| lines.to_string())}
                >
                    { alias_anchors(context, &point.id) }
                    <header class="point__head">
                        <p class="point__number">
                            <span class="visually-hidden">{ context.words.point_word }{ " " }</span>{ number }
                        </p>
                        <h3 class={class::POINT_QUESTION}>
                            <a href={context.item_page_url(&point.id)}>{ text(&point.question) }</a>
                        </h3>
                        <p class="point__status">{ (context.words.status)(point.status) }</p>
                        { more_link(context, &point.id) }
                    </header>
                    { point_row(context, point, whole) }
                </article>
                if is_long && parser_yield::is_due(index, points.len()) {
                    { parser_yield::parser_yield() }
                }
            </>
        }
    });
    html! {
        <section class={classes!(
            class::LEDGER,
            is_long.then_some(class::LEDGER_LONG),
        )}>
            { heads(context) }
            { for rows }
        </section>
    }
}

/// The column heads. They are hidden from the accessibility tree, because each cell
/// has its own label.
fn heads(context: RenderContext<'_>) -> Html {
    let head = |side: SideKey| {
        html! { <p class="ledger__head" data-side={data_side(side)}>{ text(&context.dispute.sides.get(side).says) }</p> }
    };
    html! {
        <div class="ledger__heads" aria-hidden="true">
            { for SideKey::BOTH.map(head) }
        </div>
    }
}
