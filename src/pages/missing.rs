//! An address that leads nowhere, or to something that was taken out.

use says_who_model::{Date, Dispute, Id, Item, Library, SideKey};
use yew::prelude::*;

use crate::components::{date, text};
use crate::direction;
use crate::routes::Base;
use crate::view::View;
use crate::words::Words;

/// No such page, and nothing known of what was asked: the file that a server
/// sends for every unknown address.
pub(super) fn draw(words: &'static Words, base: &Base, library: &Library) -> Html {
    every_point(
        words,
        base,
        library,
        words.missing_title,
        words.missing_lead,
    )
}

/// The site can't be reached, and the page that was asked for is not on the
/// reader's device. The points are: they are drawn from the data.
pub(super) fn draw_unkept(words: &'static Words, base: &Base, library: &Library) -> Html {
    every_point(words, base, library, words.unkept_title, words.unkept_lead)
}

/// A title, a line, and the points of all disputes.
fn every_point(
    words: &'static Words,
    base: &Base,
    library: &Library,
    title: &'static str,
    lead: &'static str,
) -> Html {
    let view = |dispute| View {
        dispute,
        base,
        origin: None,
        words,
        level: 3,
        first: SideKey::First,
    };
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ title }</h1>
            <p>{ lead }</p>
            { for library.disputes.iter().map(|dispute| points(view(dispute))) }
        </>
    }
}

/// No such item in the dispute.
pub(super) fn draw_unknown(view: View<'_>, id: &Id) -> Html {
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ view.words.missing_title }</h1>
            { named(view, id) }
            { points(view) }
        </>
    }
}

/// The same, above the whole explainer, for an id after the hash.
pub(super) fn notice(view: View<'_>, id: &Id) -> Html {
    html! {
        <section class="notice" id={NOTICE} tabindex="-1">{ named(view, id) }</section>
    }
}

/// The id of the notice.
pub(crate) const NOTICE: &str = "_missing";

/// The id that was asked for, and the nearest there is.
fn named(view: View<'_>, id: &Id) -> Html {
    html! {
        <>
            <p>{ (view.words.missing_id)(id.as_str(), &view.dispute.question) }</p>
            if let Some(near) = nearest(view.dispute, id) {
                <p>
                    { view.words.nearest }{ " " }
                    <a href={view.page(near.id())}>{ text(near.id().as_str()) }</a>
                    { ": " }{ text(&view.item_title(&near)) }
                </p>
            }
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
    let (lang, dir) = (
        &view.dispute.language,
        direction::of(&view.dispute.language),
    );
    html! {
        <section>
            <h2>{ (view.words.points_of)(&view.dispute.question) }</h2>
            <ul class="bullets">
                { for view.dispute.all_points().map(|point| html! {
                    <li lang={lang.as_str().to_owned()} {dir}>
                        <a href={view.page(&point.id)}>{ text(&point.question) }</a>
                    </li>
                }) }
            </ul>
            <p><a href={view.whole()}>{ view.words.whole_explainer }</a></p>
        </section>
    }
}

/// The item whose id shares the most letter pairs with `asked`; none where
/// nothing is close.
fn nearest<'a>(dispute: &'a Dispute, asked: &Id) -> Option<Item<'a>> {
    dispute
        .items()
        .map(|item| (likeness(item.id().as_str(), asked.as_str()), item))
        .filter(|&(likeness, _)| likeness >= 50)
        .max_by_key(|&(likeness, _)| likeness)
        .map(|(_, item)| item)
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
