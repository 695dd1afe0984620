//! The page of an item: the item first, the other side's position beside it, and a
//! link to its place on the explainer page.

use says_who_model::{Date, Id, Item, Point, Retired, Revision};
use yew::prelude::*;

use crate::components::{
    Focus, StatementSelection, as_of, breadcrumb, date, document_facts, event_facts, glossary,
    item_page_controls, later_mark, point_brief, point_row, revision, settled_by, share_tools,
    source_card, speaker_card, statements_in_order, text,
};
use crate::context::RenderContext;
use crate::dom::{class, id};
use crate::shareable::Shareable;

/// The page of an item.
pub(super) fn draw(context: RenderContext<'_>, item: &Item<'_>) -> Html {
    let words = context.words;
    let status = match item {
        Item::Point(point) => Some(point.status),
        Item::Statement(place) => Some(place.point.status),
        Item::Absence(place) => Some(place.point.status),
        Item::Document(_)
        | Item::Event(_)
        | Item::OpenQuestion(_)
        | Item::Source(_)
        | Item::Speaker(_) => None,
    };
    // The other kinds of items have this among their facts.
    let is_later = status.is_some() && context.dispute.is_later(item);
    html! {
        <>
            { breadcrumb(context) }
            <header class="item-head">
                <p class="item-head__kicker">
                    { (words.kicker)(item) }{ later_mark(context, is_later) }
                </p>
                <h1 class="item-head__title" tabindex="-1">{ text(&context.item_title(item)) }</h1>
                if let Some(point) = point_of(item) {
                    <p class="item-head__point">
                        <a href={context.item_page_url(&point.id)}>{ text(&context.item_title(&Item::Point(point))) }</a>
                    </p>
                }
                if let Some(status) = status {
                    <p class="point__status">{ (words.status)(status) }</p>
                }
            </header>
            { changed(context, item) }
            { former_ids(context, item) }
            { shown(context, item) }
            if status.is_some() {
                { glossary(context) }
            }
            <p class="item__whole"><a href={context.item_anchor_url(item.id())}>{ in_the_whole(context, item) }</a></p>
            <section class={class::SECTION} aria-labelledby={id::SHARE}>
                <h2 class={class::SECTION_HEAD} id={id::SHARE} tabindex="-1">{ words.share_and_cite }</h2>
                { share_tools(context, &Shareable::Item(*item)) }
            </section>
            { neighbours(context, item) }
        </>
    }
}

/// The text of the link to the item's place among the others.
fn in_the_whole(context: RenderContext<'_>, item: &Item<'_>) -> &'static str {
    match item {
        Item::Speaker(_) => context.words.speakers.see_all,
        _ => context.words.in_the_whole,
    }
}

/// Why the former ids of the item, whose links lead here, were given up.
fn former_ids(context: RenderContext<'_>, item: &Item<'_>) -> Html {
    let former = context
        .dispute
        .retired
        .iter()
        .filter_map(|retired| match retired {
            Retired::Alias {
                from,
                reason: Some(reason),
                ..
            } if context.dispute.leads_to(from, item.id()) => Some((from, reason)),
            Retired::Alias { .. } | Retired::Tombstone { .. } => None,
        });
    let formerly = context.words.items.formerly;
    former
        .map(|(from, reason)| {
            html! { <p class="item__formerly">{ text(&formerly(from.as_str(), reason)) }</p> }
        })
        .collect()
}

/// The point of an item that stands in a cell of it.
fn point_of<'a>(item: &Item<'a>) -> Option<&'a Point> {
    match item {
        Item::Statement(place) => Some(place.point),
        Item::Absence(place) => Some(place.point),
        _ => None,
    }
}

/// The item, with what both sides say on the points that it bears on.
fn shown(context: RenderContext<'_>, item: &Item<'_>) -> Html {
    let item_context = RenderContext {
        level: 1,
        ..context
    };
    let (focus, facts) = match item {
        Item::Point(point) => {
            return html! { <section class="item">{ under_title(context, item) }{ point_row(item_context, point, Focus::default()) }</section> };
        }
        Item::Statement(place) => {
            let focus = Focus {
                statement: Some(&place.statement.id),
                first: place.side,
            };
            return html! { <section class="item">{ under_title(context, item) }{ point_row(item_context, place.point, focus) }</section> };
        }
        Item::Absence(place) => {
            let focus = Focus {
                statement: None,
                first: Some(place.side),
            };
            return html! { <section class="item">{ under_title(context, item) }{ point_row(item_context, place.point, focus) }</section> };
        }
        Item::Document(document) => (
            StatementSelection::First,
            document_facts(context, document, "h2", Html::default()),
        ),
        Item::Event(event) => (StatementSelection::First, event_facts(context, event)),
        Item::OpenQuestion(open) => (StatementSelection::First, settled_by(context, open)),
        Item::Source(source) => (
            StatementSelection::RestingOn(&source.id),
            source_card(context, source),
        ),
        Item::Speaker(speaker) => {
            return html! {
                <section class="item">
                    { under_title(context, item) }
                    <section class="item__facts">{ speaker_card(context, speaker) }</section>
                    { statements_in_order(context, speaker) }
                </section>
            };
        }
    };
    let points = context.dispute.points_of(item);
    html! {
        <section class="item">
            { under_title(context, item) }
            <section class="item__facts">{ facts }</section>
            if !points.is_empty() || matches!(item, Item::Source(_)) {
                <section class={class::SECTION}>
                    <h2 class={class::SECTION_HEAD}>{ context.words.what_each_side_says }</h2>
                    if points.is_empty() {
                        <p>{ context.words.nothing_rests_on_it }</p>
                    } else {
                        { for points.iter().map(|point| point_brief(context, point, focus)) }
                    }
                </section>
            }
        </section>
    }
}

/// The as-of date and the controls. They are beside the item and not in the header,
/// which reader views do not treat as part of the article.
fn under_title(context: RenderContext<'_>, item: &Item<'_>) -> Html {
    html! {
        <>
            { as_of(context.words, context.dispute) }
            { item_page_controls(context, item.id()) }
        </>
    }
}

/// The notice that the item has changed since a link to it was made, and how. The
/// app shows it if the URL has the version that the sender saw. Empty if the item
/// has had only one version.
fn changed(context: RenderContext<'_>, item: &Item<'_>) -> Html {
    let words = context.words;
    let versions: Vec<_> = context.dispute.versions(item.id()).collect();
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
    let revisions = context.dispute.revisions.iter().filter(concerns);
    html! {
        <template data-notice={id::CHANGED_NOTICE} data-versions={versions.join(" ")}>
        <section class={class::NOTICE} id={id::CHANGED_NOTICE} aria-labelledby="_changed_head">
            <h2 class="notice__head" id="_changed_head">{ words.changed_title }</h2>
            { for days.iter().map(|day| html! {
                <p data-until={day.to_string()}>{ (words.changed_lead)(&date(words, *day)) }</p>
            }) }
            <p data-unlisted="">{ words.changed_unlisted }</p>
            <ul class="revisions">{ for revisions.map(|entry| revision(context, entry)) }</ul>
        </section>
        </template>
    }
}

/// Links to the previous and next item of the same kind, in the order of the
/// explainer page; for a statement, to the points before and after its own.
fn neighbours(context: RenderContext<'_>, item: &Item<'_>) -> Html {
    let words = context.words;
    let anchor: &Id = match item {
        Item::Statement(place) => &place.point.id,
        Item::Absence(place) => &place.point.id,
        other => other.id(),
    };
    let [previous, next] = context.dispute.neighbours(anchor);
    if previous.is_none() && next.is_none() {
        return Html::default();
    }
    let link = |label: &'static str, class: &'static str, other: Option<&Item<'_>>| {
        other.map_or_else(Html::default, |other| {
            html! {
                <li class={class}>
                    <p class="neighbours__label">{ label }</p>
                    <a href={context.item_page_url(other.id())}>{ text(&context.item_title(other)) }</a>
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
