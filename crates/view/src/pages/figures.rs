//! The figures of a dispute: what each side is given, and on what it rests.

use says_who_model::{Balance, Id, Item, ItemRef, SideKey};
use yew::prelude::*;

use super::dispute::PROVENANCE;
use crate::components::{as_of, breadcrumb, provenance, side_name, text};
use crate::dom::class;
use crate::subject::Subject;
use crate::view::View;

/// The page of figures.
pub(super) fn draw(view: View<'_>) -> Html {
    let words = view.words;
    let figures = view.dispute.figures();
    let sources = figures.cited_once.iter();
    let sources: Vec<Id> = sources
        .map(|&source| view.dispute.source(source).id.clone())
        .collect();
    html! {
        <>
            { breadcrumb(view) }
            <header class="item-head">
                <h1 class="item-head__title" tabindex="-1">
                    { words.figures_title }
                </h1>
                { as_of(words, view.dispute) }
                <p class="section__lead">{ words.figures_lead }</p>
            </header>
            { whole(view) }
            { by_point(view) }
            <section class="figures">
                <h2 class={class::SECTION_HEAD} id={PROVENANCE} tabindex="-1">{ words.provenance }</h2>
                { provenance(view) }
            </section>
            <section class="figures">
                <h2 class={class::SECTION_HEAD}>{ words.figures_quotations }</h2>
                <p>{ (words.figures_verified)(figures.verified, figures.quoting) }</p>
            </section>
            { waivers(view) }
            { list(view, words.figures_unverified, &figures.unverified) }
            { list(view, words.figures_single, &figures.single_sourced) }
            { list(view, words.figures_once, &sources) }
            { list(view, words.figures_not_searched, &figures.not_searched) }
            { loaded(view) }
        </>
    }
}

/// Both sides over all points.
fn whole(view: View<'_>) -> Html {
    let words = view.words;
    let of: [fn(&Balance) -> u32; 9] = [
        |of| of.statements,
        |of| of.words,
        |of| of.named,
        Balance::unnamed,
        |of| of.summarised,
        |of| of.quoted,
        Balance::mixed,
        |of| of.paraphrased,
        |of| of.sources,
    ];
    let rows = words.figures_rows.iter().zip(of).map(|(name, of)| {
        let cells = SideKey::BOTH.map(|side| {
            html! { <td class="figures__number" data-side={side_name(side)}>{ (words.number)(of(view.dispute.figures().whole.get(side))) }</td> }
        });
        html! { <tr><th scope="row">{ *name }</th>{ for cells }</tr> }
    });
    html! {
        <section class="figures">
            <h2 class={class::SECTION_HEAD}>{ words.figures_whole }</h2>
            <table class="figures__table">
                { head(view, words.figures_of) }
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

/// Both sides on each point.
fn by_point(view: View<'_>) -> Html {
    let words = view.words;
    let points = view
        .dispute
        .all_points()
        .zip(&view.dispute.figures().points);
    let rows = points.map(|(point, pair)| {
        let cells = SideKey::BOTH.map(|side| {
            let of = pair.get(side);
            html! {
                <td data-side={side_name(side)}>{ (words.figures_of_point)(of.statements, of.words, of.sources) }</td>
            }
        });
        html! {
            <tr>
                <th scope="row"><a href={view.place(&point.id)}>{ text(&view.item_title(&Item::Point(point))) }</a></th>
                { for cells }
            </tr>
        }
    });
    html! {
        <section class="figures">
            <h2 class={class::SECTION_HEAD}>{ words.figures_by_point }</h2>
            <table class="figures__table">
                { head(view, words.figures_point) }
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

fn head(view: View<'_>, first: &'static str) -> Html {
    let sides = SideKey::BOTH.map(|side| {
        html! { <th scope="col" data-side={side_name(side)}>{ text(&view.dispute.sides.get(side).name) }</th> }
    });
    html! { <thead><tr><th scope="col">{ first }</th>{ for sides }</tr></thead> }
}

/// Items with something in common, each a link to its place in the whole.
fn list(view: View<'_>, title: &'static str, ids: &[Id]) -> Html {
    let entries = ids
        .iter()
        .filter_map(|id| match view.dispute.find(id.as_str())? {
            ItemRef::Item(item) => Some(html! {
                <li><a href={view.place(id)}>{ text(&view.title(&Subject::Item(item))) }</a></li>
            }),
            ItemRef::Alias(_) | ItemRef::Gone(..) => None,
        });
    html! {
        <section class="figures">
            <h2 class={class::SECTION_HEAD}>{ title }</h2>
            if ids.is_empty() {
                <p>{ view.words.figures_none }</p>
            } else {
                <ul class="figures__list">{ for entries }</ul>
            }
        </section>
    }
}

/// Reasons for not verifying that are given again and again.
fn waivers(view: View<'_>) -> Html {
    let words = view.words;
    let waivers = &view.dispute.figures().waivers;
    let entries = waivers.iter().map(|waiver| {
        let line = (words.figures_waiver)(waiver.quotations, &waiver.reason);
        html! { <li>{ text(&line) }</li> }
    });
    html! {
        <section class="figures">
            <h2 class={class::SECTION_HEAD}>{ words.figures_waivers }</h2>
            if waivers.is_empty() {
                <p>{ words.figures_none }</p>
            } else {
                <ul class="figures__list">{ for entries }</ul>
            }
        </section>
    }
}

/// Loaded words, with what to put for them and where they stand.
fn loaded(view: View<'_>) -> Html {
    let words = view.words;
    let found = &view.dispute.figures().loaded;
    let entries = found.iter().map(|loaded| {
        let item = loaded.item.as_ref();
        let subject = item.and_then(|id| view.subject(id.as_str()));
        let title = view.title(&subject.unwrap_or(Subject::Whole));
        let place = item.map_or_else(|| view.whole(), |id| view.place(id));
        let instead = (words.figures_instead)(&loaded.word, &loaded.neutral);
        html! { <li><a href={place}>{ text(&format!("{instead}: {title}")) }</a></li> }
    });
    html! {
        <section class="figures">
            <h2 class={class::SECTION_HEAD}>{ words.figures_loaded }</h2>
            <p>{ words.figures_loaded_lead }</p>
            if found.is_empty() {
                <p>{ words.figures_none }</p>
            } else {
                <ul class="figures__list">{ for entries }</ul>
            }
        </section>
    }
}
