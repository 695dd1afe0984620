//! One point or one statement: the item first, the other side's position
//! beside it, and the way to the whole.

use says_who_model::Point;
use yew::prelude::*;

use crate::components::{Focus, breadcrumb, point_row, text, time};
use crate::view::View;

/// The page of a point or, where `focus` names one, of a statement on it.
pub(super) fn draw(view: View<'_>, point: &Point, focus: &Focus<'_>) -> Html {
    let words = view.words;
    let dispute = view.dispute;
    let statement = focus
        .statement
        .and_then(|id| point.statements().find(|statement| statement.id == *id));
    let place = statement.map_or(&point.id, |statement| &statement.id);
    html! {
        <>
            { breadcrumb(view) }
            <header class="item-head">
                <p class="as-of">
                    { words.as_of }{ " " }{ time(words, dispute.as_of) }
                    <span class="as-of__setting">{ text(&dispute.setting) }</span>
                </p>
                if let Some(statement) = statement {
                    <p class="item-head__kicker">{ words.statement_kicker }</p>
                    <h1 class="item-head__title" tabindex="-1">
                        { (words.statement_title)(
                            &dispute.speaker(statement.speaker).name,
                            &point.question,
                        ) }
                    </h1>
                } else {
                    <h1 class="item-head__title" tabindex="-1">{ text(&point.question) }</h1>
                }
                <p class="point__status">{ (words.status)(point.status) }</p>
            </header>
            <div class="item">{ point_row(view, point, *focus) }</div>
            <p class="item__whole"><a href={view.place(place)}>{ words.in_the_whole }</a></p>
            { neighbours(view, point) }
        </>
    }
}

/// The points before and after, in the order of the whole.
fn neighbours(view: View<'_>, point: &Point) -> Html {
    let words = view.words;
    let points: Vec<&Point> = view.dispute.all_points().collect();
    let Some(index) = points.iter().position(|other| other.id == point.id) else {
        return Html::default();
    };
    let link = |label: &'static str, class: &'static str, other: Option<&&Point>| {
        other.map_or_else(Html::default, |other| {
            html! {
                <li class={class}>
                    <span class="neighbours__label">{ label }</span>
                    <a href={view.page(&other.id)}>{ text(&other.question) }</a>
                </li>
            }
        })
    };
    let previous = index.checked_sub(1).and_then(|index| points.get(index));
    let next = points.get(index + 1);
    if previous.is_none() && next.is_none() {
        return Html::default();
    }
    html! {
        <nav class="neighbours" aria-label={words.neighbours}>
            <ul>
                { link(words.previous_point, "neighbours__previous", previous) }
                { link(words.next_point, "neighbours__next", next) }
            </ul>
        </nav>
    }
}
