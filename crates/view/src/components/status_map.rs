//! The points of a dispute as a small map: how each stands, in a row that leads into
//! the ledger.

use says_who_model::{Item, Point};
use yew::prelude::*;

use super::ledger::has_many_points;
use super::text;
use crate::view::View;

/// The points by their status, each as its number; of a long dispute only how many
/// stand so. Those about what came later stand apart.
pub(crate) fn status_map(view: View<'_>) -> Html {
    let words = view.words;
    let dispute = view.dispute;
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
                        { numbers(view, points) }
                    </li>
                }) }
            </ul>
        </nav>
    }
}

fn numbers(view: View<'_>, points: &[&Point]) -> Html {
    let name = (view.words.points_named)(points.len());
    if has_many_points(view.dispute) {
        return html! { <span class="status-map__count">{ points.len() }{ " " }{ name }</span> };
    }
    let links = points.iter().map(|point| {
        let number = view.dispute.point_number(&point.id);
        let title = view.item_title(&Item::Point(point));
        html! {
            <>
                { " " }
                <a
                    href={view.place(&point.id)}
                    aria-label={format!("{}: {title}", (view.words.point)(number))}
                    title={title.clone()}
                >
                    { number }
                </a>
            </>
        }
    });
    html! { <>{ name }{ for links }</> }
}
