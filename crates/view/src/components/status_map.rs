//! The points of a dispute as a small map: how each stands, in a row of links into
//! the ledger.

use says_who_model::{Item, Point};
use yew::prelude::*;

use super::ledger::has_many_points;
use super::text;
use crate::context::RenderContext;

/// The points by their status, each as its number; of a dispute with many points,
/// only how many have each status. Later points are a group of their own.
pub(crate) fn status_map(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let dispute = context.dispute;
    let mut groups: Vec<(String, Vec<&Point>)> = dispute
        .points_by_status()
        .into_iter()
        .map(|(status, points)| ((words.status)(status).to_owned(), points))
        .collect();
    if !dispute.after.is_empty() {
        groups.push((
            words.later_points.to_owned(),
            dispute.after.iter().collect(),
        ));
    }
    html! {
        <nav class="status-map" aria-label={words.status_map}>
            <ul>
                { for groups.iter().map(|(name, points)| html! {
                    <li>
                        <span class="status-map__status">{ text(name) }{ ":" }</span>
                        { " " }
                        { numbers(context, points) }
                    </li>
                }) }
            </ul>
        </nav>
    }
}

fn numbers(context: RenderContext<'_>, points: &[&Point]) -> Html {
    let name = (context.words.points_named)(points.len());
    if has_many_points(context.dispute) {
        return html! { <span class="status-map__count">{ points.len() }{ " " }{ name }</span> };
    }
    let links = points.iter().map(|point| {
        let number = context.dispute.point_number(&point.id);
        let title = context.item_title(&Item::Point(point));
        html! {
            <>
                { " " }
                <a
                    href={context.item_anchor_url(&point.id)}
                    aria-label={format!("{}: {title}", (context.words.point)(number))}
                    title={title.clone()}
                >
                    { number }
                </a>
            </>
        }
    });
    html! { <>{ name }{ for links }</> }
}
