//! The short edition for paper: the points with what each side says, and the
//! sources by number, each once.

use std::collections::BTreeSet;

use says_who_model::{Absence, Cell, Link, Point, Position, SideKey, Source, SourceIx, Statement};
use yew::prelude::*;

use crate::components::{
    as_of, breadcrumb, bullets, paragraphs, parts, side_name, text, time, wording,
};
use crate::view::View;
use crate::words::capital;

/// The short edition.
pub(super) fn draw(view: View<'_>) -> Html {
    let words = view.words;
    let dispute = view.dispute;
    let sources = dispute.sources.iter().map(|one| source(view, one));
    html! {
        <>
            { breadcrumb(view) }
            <header class="item-head">
                <h1 class="item-head__title" tabindex="-1">{ text(&dispute.question) }</h1>
                { as_of(words, dispute) }
                <p class="section__lead">{ words.print_lead }</p>
            </header>
            <section class="print-edition">
                { opening(view) }
                <h2>{ words.ledger }</h2>
                { for dispute.points.iter().map(|one| point(view, one)) }
                if !dispute.after.is_empty() {
                    <h2>{ text(&words.after_words(dispute)) }</h2>
                    <p>{ words.after_lead }</p>
                    { for dispute.after.iter().map(|one| point(view, one)) }
                }
                <h2>{ words.sources }</h2>
                <ol class="print-edition__sources">{ for sources }</ol>
            </section>
        </>
    }
}

/// Both positions, what happened next, the summary, what both accept and what
/// they contest.
fn opening(view: View<'_>) -> Html {
    let words = view.words;
    let dispute = view.dispute;
    let grounds = [
        (words.both_accept, &dispute.accepted),
        (words.they_contest, &dispute.contested),
    ];
    let grounds = grounds.map(|(head, list)| {
        if list.is_empty() {
            return Html::default();
        }
        html! {
            <section><h2>{ head }</h2>{ bullets(list.iter().map(|one| one.text.as_str())) }</section>
        }
    });
    html! {
        <>
            if let Some(positions) = dispute.positions() {
                <section class="print-edition__sides">
                    { for positions.iter().map(|(side, one)| position(view, side, one)) }
                </section>
            }
            if let Some(next) = &dispute.next {
                <p><b>{ words.what_happened_next }</b>{ " " }{ text(&next.text) }</p>
            }
            { paragraphs(&dispute.summary) }
            if let Some(note) = &dispute.as_of_note {
                <p>{ text(note) }</p>
            }
            <section class="print-edition__sides">{ for grounds }</section>
            <p>{ text(&dispute.order_note) }</p>
        </>
    }
}

fn position(view: View<'_>, side: SideKey, position: &Position) -> Html {
    let statements = position.rests_on.iter();
    let statements = statements.filter_map(|id| view.dispute.statement(id));
    let sources = statements.map(|statement| statement.chain.source);
    html! {
        <section data-side={side_name(side)}>
            <h2>{ text(&view.dispute.sides.get(side).says) }</h2>
            <p>{ parts(&position.spans, &view.dispute.language) }{ numbers(view, sources) }</p>
        </section>
    }
}

fn point(view: View<'_>, point: &Point) -> Html {
    let words = view.words;
    let number = view.dispute.point_number(&point.id);
    let grounds = [
        ((words.accepted_here)(point.status), &point.accepted),
        ((words.contested_here)(point.status), &point.contested),
    ];
    let grounds = grounds.map(|(label, ground)| match ground {
        Some(ground) => html! { <p><b>{ label }{ ":" }</b>{ " " }{ text(ground) }</p> },
        None => Html::default(),
    });
    html! {
        <section class="print-edition__point">
            <h3>
                { format!("{number}. ") }{ text(&point.question) }{ " " }
                <span class="print-edition__status">{ (words.status)(point.status) }</span>
            </h3>
            { for grounds }
            <section class="print-edition__sides">
                { for SideKey::BOTH.map(|side| html! {
                    <section data-side={side_name(side)}>
                        <h4>{ text(&view.dispute.sides.get(side).says) }</h4>
                        { match point.cells.get(side) {
                            Cell::Absence(nothing) => absence(view, nothing),
                            Cell::Statements(all) => all.iter().map(|one| statement(view, one)).collect(),
                        } }
                    </section>
                }) }
            </section>
            if !point.others.is_empty() {
                <h4>{ words.others_say }</h4>
                { for point.others.iter().map(|one| statement(view, one)) }
            }
        </section>
    }
}

/// The words, then who, in what role, when, and the numbers of its sources.
fn statement(view: View<'_>, statement: &Statement) -> Html {
    let words = view.words;
    let speaker = view.dispute.speaker(statement.speaker);
    let rest = words.after_name(speaker);
    let rest = rest.filter(|_| !statement.is_summary());
    html! {
        <p>
            { wording(&statement.wording) }{ " — " }
            <b>{ text(&capital(&words.said_by(view.dispute, statement))) }</b>
            { for rest.map(|part| html! { <>{ ", " }{ text(part) }</> }) }
            { ", " }{ time(words, statement.when.date) }
            { numbers(view, statement.sources()) }
            if let Some(note) = &statement.note {
                { " " }<span class="print-edition__note">{ text(note) }</span>
            }
        </p>
    }
}

fn absence(view: View<'_>, absence: &Absence) -> Html {
    let words = view.words;
    html! {
        <p>
            <b>{ (words.absence)(absence.kind) }{ "." }</b>{ " " }{ text(&absence.note) }
            if !absence.searched.is_empty() {
                { " " }{ words.searched }{ numbers(view, absence.searched.iter().copied()) }
            }
        </p>
    }
}

/// The numbers of sources in brackets, in their order, each once; what follows
/// one another as a range: “ [2, 5–8]”.
fn numbers(view: View<'_>, sources: impl Iterator<Item = SourceIx>) -> Html {
    let ids: BTreeSet<SourceIx> = sources.collect();
    let all = (1..).zip(&view.dispute.sources);
    let is_among = |source: &Source| {
        ids.iter()
            .any(|one| view.dispute.source(*one).id == source.id)
    };
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for (number, _) in all.filter(|(_, source)| is_among(source)) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    let ranges = ranges.into_iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    let numbers: Vec<String> = ranges.collect();
    if numbers.is_empty() {
        return Html::default();
    }
    html! { { format!(" [{}]", numbers.join(", ")) } }
}

/// Outlet, headline, day, address.
fn source(view: View<'_>, source: &Source) -> Html {
    let words = view.words;
    let language = source.language.as_str().to_owned();
    html! {
        <li>
            { text(&source.outlet) }{ ", “" }
            <cite lang={language} dir="auto">{ text(&source.headline) }</cite>
            { "”, " }{ time(words, source.published) }
            if let Link::At(address) = &source.link {
                { ", " }
                <a href={address.clone()} rel="external noopener noreferrer">{ text(address) }</a>
            }
        </li>
    }
}
