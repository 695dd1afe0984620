//! One item: the item first, the other side's position beside it, and the way
//! to the whole.

use says_who_model::{Date, Id, Item, Revision};
use yew::prelude::*;

use crate::components::{
    Focus, Pick, as_of, breadcrumb, date, document_facts, event_facts, glossary, later,
    own_controls, point_brief, point_row, revision, settled_by, share_tools, source_card, text,
};
use crate::dom::{class, id};
use crate::subject::Subject;
use crate::view::View;

/// The page of an item.
pub(super) fn draw(view: View<'_>, item: &Item<'_>) -> Html {
    let words = view.words;
    let status = match item {
        Item::Point(point) => Some(point.status),
        Item::Statement(place) => Some(place.point.status),
        Item::Document(_) | Item::Event(_) | Item::OpenQuestion(_) | Item::Source(_) => None,
    };
    // The other kinds say so among their facts.
    let is_later = status.is_some() && view.dispute.is_later(item);
    html! {
        <>
            { breadcrumb(view) }
            <header class="item-head">
                <p class="item-head__kicker">
                    { (words.kicker)(item) }{ later(view, is_later) }
                </p>
                <h1 class="item-head__title" tabindex="-1">{ text(&view.item_title(item)) }</h1>
                if let Item::Statement(place) = item {
                    <p class="item-head__point">
                        <a href={view.page(&place.point.id)}>{ text(&view.item_title(&Item::Point(place.point))) }</a>
                    </p>
                }
                if let Some(status) = status {
                    <p class="point__status">{ (words.status)(status) }</p>
                }
            </header>
            { changed(view, item) }
            { shown(view, item) }
            if matches!(item, Item::Point(_) | Item::Statement(_)) {
                { glossary(view) }
            }
            <p class="item__whole"><a href={view.place(item.id())}>{ words.in_the_whole }</a></p>
            <section class={class::SECTION} aria-labelledby={id::SHARE}>
                <h2 class={class::SECTION_HEAD} id={id::SHARE} tabindex="-1">{ words.share_and_cite }</h2>
                { share_tools(view, &Subject::Item(*item)) }
            </section>
            { neighbours(view, item) }
        </>
    }
}

/// The item, with what both sides say on what it bears on.
fn shown(view: View<'_>, item: &Item<'_>) -> Html {
    let own = View { level: 1, ..view };
    let (focus, facts) = match item {
        Item::Point(point) => {
            return html! { <section class="item">{ under_title(view, item) }{ point_row(own, point, Focus::default()) }</section> };
        }
        Item::Statement(place) => {
            let focus = Focus {
                statement: Some(&place.statement.id),
                first: place.side,
            };
            return html! { <section class="item">{ under_title(view, item) }{ point_row(own, place.point, focus) }</section> };
        }
        Item::Document(document) => (
            Pick::First,
            document_facts(view, document, "h2", Html::default()),
        ),
        Item::Event(event) => (Pick::First, event_facts(view, event)),
        Item::OpenQuestion(open) => (Pick::First, settled_by(view, open)),
        Item::Source(source) => (Pick::RestingOn(&source.id), source_card(view, source)),
    };
    let points = view.dispute.points_of(item);
    html! {
        <section class="item">
            { under_title(view, item) }
            <section class="item__facts">{ facts }</section>
            <section class={class::SECTION}>
                <h2 class={class::SECTION_HEAD}>{ view.words.what_each_side_says }</h2>
                if points.is_empty() {
                    <p>{ view.words.nothing_rests_on_it }</p>
                } else {
                    { for points.iter().map(|point| point_brief(view, point, focus)) }
                }
            </section>
        </section>
    }
}

/// The date to which the page speaks, and the controls. They stand with the item and
/// not in the head, which reader views take for no part of the article.
fn under_title(view: View<'_>, item: &Item<'_>) -> Html {
    html! {
        <>
            { as_of(view.words, view.dispute) }
            { own_controls(view, item.id()) }
        </>
    }
}

/// That the item has changed since a link to it was made, and how: shown where
/// the address says which version its sender saw. Nothing where there has been
/// one version.
fn changed(view: View<'_>, item: &Item<'_>) -> Html {
    let words = view.words;
    let versions: Vec<_> = view.dispute.versions(item.id()).collect();
    let Some(earliest) = versions.iter().map(|(_, until)| *until).min() else {
        return Html::default();
    };
    let mut days: Vec<Date> = versions.iter().map(|(_, until)| *until).collect();
    days.dedup();
    let versions: Vec<String> = versions
        .iter()
        .map(|(print, until)| format!("{print}={until}"))
        .collect();
    let concerns = |revision: &&Revision| {
        let is_change = !revision.is_first() || revision.touches(item);
        revision.date >= earliest && is_change && revision.concerns(item)
    };
    let revisions = view.dispute.revisions.iter().filter(concerns);
    html! {
        <template data-notice={id::CHANGED} data-versions={versions.join(" ")}>
        <section class={class::NOTICE} id={id::CHANGED} aria-labelledby="_changed_head">
            <h2 class="notice__head" id="_changed_head">{ words.changed_title }</h2>
            { for days.iter().map(|day| html! {
                <p data-until={day.to_string()}>{ (words.changed_lead)(&date(words, *day)) }</p>
            }) }
            <p data-unlisted="">{ words.changed_unlisted }</p>
            <ul class="revisions">{ for revisions.map(|entry| revision(view, entry)) }</ul>
        </section>
        </template>
    }
}

/// The items of the same kind before and after, in the order of the whole; of
/// a statement, the points before and after its own.
fn neighbours(view: View<'_>, item: &Item<'_>) -> Html {
    let words = view.words;
    let anchor: &Id = match item {
        Item::Statement(place) => &place.point.id,
        other => other.id(),
    };
    let [previous, next] = view.dispute.beside(anchor);
    if previous.is_none() && next.is_none() {
        return Html::default();
    }
    let link = |label: &'static str, class: &'static str, other: Option<&Item<'_>>| {
        other.map_or_else(Html::default, |other| {
            html! {
                <li class={class}>
                    <p class="neighbours__label">{ label }</p>
                    <a href={view.page(other.id())}>{ text(&view.item_title(other)) }</a>
                </li>
            }
        })
    };
    html! {
        <nav class="neighbours" aria-label={words.neighbours}>
            <ul>
                { link((words.previous)(item), class::NEIGHBOUR_PREVIOUS, previous.as_ref()) }
                { link((words.next)(item), class::NEIGHBOUR_NEXT, next.as_ref()) }
            </ul>
        </nav>
    }
}
