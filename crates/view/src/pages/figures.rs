//! The figures page of a dispute: how much each side has, and what it rests on.

use says_who_model::{Balance, Id, Item, ItemRef, SideKey};
use yew::prelude::*;

use super::dispute::PROVENANCE;
use crate::components::{as_of, breadcrumb, data_side, provenance, text};
use crate::context::RenderContext;
use crate::dom::class;
use crate::shareable::Shareable;

/// The figures page.
pub(super) fn draw(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let figures = context.dispute.figures();
    let sources = figures.cited_once.iter();
    let sources: Vec<Id> = sources
        .map(|&source| context.dispute.source(source).id.clone())
        .collect();
    html! {
        <>
            { breadcrumb(context) }
            <header class="item-head">
                <h1 class="item-head__title" tabindex="-1">
                    { words.figures_title }
                </h1>
                { as_of(words, context.dispute) }
                <p class="section__lead">{ words.figures_lead }</p>
            </header>
            { totals(context) }
            { by_point(context) }
            { others(context) }
            <section class="figures">
                <h2 class={class::SECTION_HEAD} id={PROVENANCE} tabindex="-1">{ words.provenance }</h2>
                { provenance(context) }
            </section>
            <section class="figures">
                <h2 class={class::SECTION_HEAD}>{ words.figures_quotations }</h2>
                <p>{ (words.figures_verified)(figures.verified, figures.quoting) }</p>
            </section>
            { waivers(context) }
            { list(context, words.figures_unverified, &figures.unverified) }
            { list(context, words.figures_single, &figures.single_sourced) }
            { list(context, words.figures_once, &sources) }
            { list(context, words.figures_not_searched, &figures.not_searched) }
            { loaded(context) }
        </>
    }
}

/// The figures of both sides over all points.
fn totals(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let figures: [fn(&Balance) -> u32; 9] = [
        |balance| balance.statements,
        |balance| balance.words,
        |balance| balance.named,
        Balance::unnamed,
        |balance| balance.summarised,
        |balance| balance.quoted,
        Balance::mixed,
        |balance| balance.paraphrased,
        |balance| balance.sources,
    ];
    let rows = words.figures_rows.iter().zip(figures).map(|(name, figure)| {
        let cells = SideKey::BOTH.map(|side| {
            html! { <td class="figures__number" data-side={data_side(side)}>{ (words.number)(figure(context.dispute.figures().whole.get(side))) }</td> }
        });
        html! { <tr><th scope="row">{ *name }</th>{ for cells }</tr> }
    });
    html! {
        <section class="figures">
            <h2 class={class::SECTION_HEAD}>{ words.figures_whole }</h2>
            <table class="figures__table">
                { head(context, words.figures_of) }
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

/// The figures of both sides on each point.
fn by_point(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let points = context
        .dispute
        .all_points()
        .zip(&context.dispute.figures().points);
    let rows = points.map(|(point, pair)| {
        let cells = SideKey::BOTH.map(|side| {
            let balance = pair.get(side);
            html! {
                <td data-side={data_side(side)}>{ (words.figures_of_point)(balance.statements, balance.words, balance.sources) }</td>
            }
        });
        html! {
            <tr>
                <th scope="row"><a href={context.item_anchor_url(&point.id)}>{ text(&context.item_title(&Item::Point(point))) }</a></th>
                { for cells }
            </tr>
        }
    });
    html! {
        <section class="figures">
            <h2 class={class::SECTION_HEAD}>{ words.figures_by_point }</h2>
            <table class="figures__table">
                { head(context, words.figures_point) }
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

/// The figures of each voice beside the sides, which have no column.
fn others(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let all = &context.dispute.figures().others;
    if all.is_empty() {
        return Html::default();
    }
    let entries = all.iter().map(|one| {
        let balance = &one.balance;
        let figures = (words.figures_of_point)(balance.statements, balance.words, balance.sources);
        let name = words.voice_name(context.dispute, one.voice);
        html! { <li>{ text(&(words.voices.figures)(name, &figures)) }</li> }
    });
    html! {
        <section class="figures">
            <h2 class={class::SECTION_HEAD}>{ words.voices.beside_the_sides }</h2>
            <ul class="figures__list">{ for entries }</ul>
        </section>
    }
}

fn head(context: RenderContext<'_>, first: &'static str) -> Html {
    let sides = SideKey::BOTH.map(|side| {
        html! { <th scope="col" data-side={data_side(side)}>{ text(&context.dispute.sides.get(side).name) }</th> }
    });
    html! { <thead><tr><th scope="col">{ first }</th>{ for sides }</tr></thead> }
}

/// A list of items, each a link to its place on the explainer page.
fn list(context: RenderContext<'_>, title: &'static str, ids: &[Id]) -> Html {
    let entries = ids
        .iter()
        .filter_map(|id| match context.dispute.find(id.as_str())? {
            ItemRef::Item(item) => Some(html! {
                <li><a href={context.item_anchor_url(id)}>{ text(&context.title(&Shareable::Item(item))) }</a></li>
            }),
            ItemRef::Alias(_) | ItemRef::Gone(..) => None,
        });
    html! {
        <section class="figures">
            <h2 class={class::SECTION_HEAD}>{ title }</h2>
            if ids.is_empty() {
                <p>{ context.words.figures_none }</p>
            } else {
                <ul class="figures__list">{ for entries }</ul>
            }
        </section>
    }
}

/// Reasons for not checking quotations that are given again and again.
fn waivers(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let waivers = &context.dispute.figures().waivers;
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

/// Loaded words, with a neutral alternative and a link to where they are.
fn loaded(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let found = &context.dispute.figures().loaded;
    let entries = found.iter().map(|loaded| {
        let item = loaded.item.as_ref();
        let shareable = item.and_then(|id| context.find_shareable(id.as_str()));
        let title = context.title(&shareable.unwrap_or(Shareable::Whole));
        let place = item.map_or_else(|| context.explainer_url(), |id| context.item_anchor_url(id));
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
