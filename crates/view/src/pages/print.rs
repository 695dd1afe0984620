//! The print edition: the points with what each side says, and a numbered list of
//! the sources.

use std::collections::BTreeSet;

use says_who_model::{
    Absence, Cell, Headline, Link, Party, Point, Position, SideKey, Source, SourceIx, Statement,
};
use yew::prelude::*;

use crate::components::{
    as_of, breadcrumb, bullets, data_side, paragraphs, spans_html, text, when, wording,
};
use crate::context::RenderContext;
use crate::direction;
use crate::words::capitalized;

/// The print edition.
pub(super) fn draw(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let dispute = context.dispute;
    let sources = dispute.sources.iter().map(|one| source(context, one));
    html! {
        <>
            { breadcrumb(context) }
            <header class="item-head">
                <h1 class="item-head__title" tabindex="-1">{ text(&dispute.question) }</h1>
                { as_of(words, dispute) }
                <p class="section__lead">{ words.print_lead }</p>
            </header>
            <section class="print-edition">
                { opening(context) }
                <h2>{ words.ledger }</h2>
                { for dispute.parties.iter().map(about_party) }
                { for dispute.points.iter().map(|one| point(context, one)) }
                if !dispute.after.is_empty() {
                    <h2>{ text(&words.after_heading(dispute)) }</h2>
                    <p>{ words.after_lead }</p>
                    { for dispute.after.iter().map(|one| point(context, one)) }
                }
                <h2>{ words.sources }</h2>
                <ol class="print-edition__sources">{ for sources }</ol>
            </section>
        </>
    }
}

/// Both positions, what happened next, the summary, what both accept and what
/// they contest.
fn opening(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let dispute = context.dispute;
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
                    { for positions.iter().map(|(side, one)| position(context, side, one)) }
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

fn position(context: RenderContext<'_>, side: SideKey, position: &Position) -> Html {
    let statements = position.rests_on.iter();
    let statements = statements.filter_map(|id| context.dispute.statement(id));
    let sources = statements.map(|statement| statement.chain.source);
    html! {
        <section data-side={data_side(side)}>
            <h2>{ text(&context.dispute.sides.get(side).says) }</h2>
            <p>{ spans_html(&position.spans, &context.dispute.language) }{ numbers(context, sources) }</p>
        </section>
    }
}

fn point(context: RenderContext<'_>, point: &Point) -> Html {
    let words = context.words;
    let number = context.dispute.point_number(&point.id);
    let others = context.dispute.by_voice(&point.others, |one| {
        context.dispute.speaker(one.speaker).speaks_for
    });
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
                    <section data-side={data_side(side)}>
                        <h4>{ text(&context.dispute.sides.get(side).says) }</h4>
                        { match point.cells.get(side) {
                            Cell::Absence(nothing) => absence(context, nothing),
                            Cell::Statements(all) => all.iter().map(|one| statement(context, one)).collect(),
                        } }
                    </section>
                }) }
            </section>
            { for others.into_iter().map(|(voice, group)| html! {
                <>
                    <h4>{ text(&words.voice_says(context.dispute, voice)) }</h4>
                    { for group.into_iter().map(|one| statement(context, one)) }
                </>
            }) }
        </section>
    }
}

/// A statement: the words, the speaker, the role, the date and the numbers of its
/// sources.
fn statement(context: RenderContext<'_>, statement: &Statement) -> Html {
    let words = context.words;
    let speaker = context.dispute.speaker(statement.speaker);
    let rest = words.role_and_naming(speaker);
    let rest = rest.filter(|_| !statement.is_summary());
    html! {
        <p>
            { wording(&statement.wording) }{ " — " }
            <b>{ text(&capitalized(&words.said_by(context.dispute, statement))) }</b>
            { for rest.map(|part| html! { <>{ ", " }{ text(part) }</> }) }
            { ", " }{ when(words, &statement.when) }
            { numbers(context, statement.sources()) }
            if let Some(note) = &statement.note {
                { " " }<span class="print-edition__note">{ text(note) }</span>
            }
        </p>
    }
}

fn absence(context: RenderContext<'_>, absence: &Absence) -> Html {
    let words = context.words;
    html! {
        <p>
            <b>
                { (words.absence)(absence.kind) }
                if let Some(day) = &absence.when {
                    { (words.items.absence_date)(absence.kind) }{ when(words, day) }
                }
                { "." }
            </b>
            { " " }{ text(&absence.note) }
            if let Some(declined) = &absence.words {
                { " " }{ wording(&declined.wording) }{ numbers(context, std::iter::once(declined.source)) }
            }
            if !absence.searched.is_empty() {
                { " " }{ words.searched }{ numbers(context, absence.searched.iter().copied()) }
            }
        </p>
    }
}

/// The numbers of sources in brackets, sorted and without duplicates; consecutive
/// numbers are a range: “ [2, 5–8]”.
fn numbers(context: RenderContext<'_>, sources: impl Iterator<Item = SourceIx>) -> Html {
    let ids: BTreeSet<SourceIx> = sources.collect();
    let all = (1..).zip(&context.dispute.sources);
    let is_among = |source: &Source| {
        ids.iter()
            .any(|one| context.dispute.source(*one).id == source.id)
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

/// A source: outlet, headline, date, URL.
fn source(context: RenderContext<'_>, source: &Source) -> Html {
    let words = context.words;
    let language = source.language.as_str().to_owned();
    let headline = match &source.headline {
        Headline::Known(headline) => html! {
            <>{ "“" }<cite lang={language} dir={direction::for_language(&source.language)}>{ text(headline) }</cite>{ "”" }</>
        },
        Headline::Unknown { description, .. } => text(description),
    };
    html! {
        <li>
            { context.isolated_html(&source.outlet) }{ ", " }{ headline }{ ", " }{ when(words, &source.published) }
            if let Link::At(address) = &source.link {
                { ", " }
                <a href={address.clone()} rel="external noopener noreferrer">{ text(address) }</a>
            }
        </li>
    }
}

/// Who a party is, if the data says it.
fn about_party(party: &Party) -> Html {
    party.about.as_deref().map_or_else(Html::default, |about| {
        html! { <p><b>{ text(&party.name) }</b>{ ": " }{ text(about) }</p> }
    })
}
