//! An address that leads nowhere, or to something that was taken out.

use says_who_model::{Date, Dispute, Id, Library};
use yew::prelude::*;

use crate::components::{date, text};
use crate::routes::{Base, Route};
use crate::view::View;
use crate::words::Words;

/// No such page. `asked` is known once the app runs; the file that a server
/// sends for every unknown address cannot know it.
pub(super) fn draw(
    words: &'static Words,
    base: &Base,
    library: &Library,
    asked: Option<(&Dispute, &Id)>,
) -> Html {
    let disputes: Vec<&Dispute> = match asked {
        Some((dispute, _)) => vec![dispute],
        None => library.disputes.iter().collect(),
    };
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ words.missing_title }</h1>
            if let Some((dispute, id)) = asked {
                <p>{ (words.missing_id)(id.as_str(), &dispute.question) }</p>
                if let Some(near) = nearest(dispute, id) {
                    <p>
                        { words.nearest }{ " " }
                        <a href={base.href(&Route::Item(dispute.id.clone(), near.clone()))}>
                            { text(near.as_str()) }
                        </a>
                        { "." }
                    </p>
                }
            } else {
                <p>{ words.missing_lead }</p>
            }
            { for disputes.iter().map(|dispute| points(View { dispute, base, words })) }
        </>
    }
}

/// Something that was taken out: when and why.
pub(super) fn draw_gone(view: View<'_>, id: &str, on: Date, reason: &str) -> Html {
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ (view.words.gone_title)(id) }</h1>
            <p>{ (view.words.gone_lead)(&date(view.words, on), reason) }</p>
            { points(view) }
        </>
    }
}

/// The points of a dispute, and the way to the whole.
fn points(view: View<'_>) -> Html {
    html! {
        <section>
            <h2>{ (view.words.points_of)(&view.dispute.question) }</h2>
            <ul class="bullets">
                { for view.dispute.all_points().map(|point| html! {
                    <li><a href={view.page(&point.id)}>{ text(&point.question) }</a></li>
                }) }
            </ul>
            <p><a href={view.whole()}>{ view.words.open_the_whole }</a></p>
        </section>
    }
}

/// The point or statement whose id shares the most letter pairs with `asked`;
/// none where nothing is close.
fn nearest<'a>(dispute: &'a Dispute, asked: &Id) -> Option<&'a Id> {
    let points = dispute.all_points();
    points
        .flat_map(|point| {
            std::iter::once(&point.id).chain(point.statements().map(|statement| &statement.id))
        })
        .map(|id| (likeness(id.as_str(), asked.as_str()), id))
        .filter(|&(likeness, _)| likeness >= 50)
        .max_by_key(|&(likeness, _)| likeness)
        .map(|(_, id)| id)
}

/// Dice's coefficient over letter pairs, in percent.
fn likeness(one: &str, other: &str) -> usize {
    let mut pairs: Vec<&[u8]> = other.as_bytes().windows(2).collect();
    let total = one.len().saturating_sub(1) + pairs.len();
    let shared = one
        .as_bytes()
        .windows(2)
        .filter(|pair| {
            let found = pairs.iter().position(|other| other == pair);
            found.map(|index| pairs.swap_remove(index)).is_some()
        })
        .count();
    (200 * shared).checked_div(total).unwrap_or(0)
}
