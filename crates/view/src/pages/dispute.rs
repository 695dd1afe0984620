//! The whole explainer of a dispute.

use says_who_model::{Event, Item, Point, Retired, SideKey, Supported};
use yew::prelude::*;

use super::missing;
use crate::components::{
    CONTENT, Entry, Heading, POINTS, PointEntry, all_sources, as_of, bullets, byline, contents,
    coverage, date, document_card, event_item, glossary, is_long, ledger, next, open_question,
    paragraphs, pause, positions, provenance, revision, source_table, status_map, text, time,
    timeline_picture, whole_controls,
};
use crate::dom::class;
use crate::forms::{FEED_TYPE, Form};
use crate::search_form::{SearchFormProps, search_island};
use crate::subject::Subject;
use crate::view::View;

/// The ids of the page's own sections. They are not ids of the data: an
/// underscore can't stand in one of those, so the two never meet.
const TIMELINE: &str = "_timeline";
const DOCUMENTS: &str = "_documents";
const OPEN: &str = "_open";
const AFTER: &str = "_after";
pub const REVISIONS: &str = "_revisions";
pub(super) const PROVENANCE: &str = "_provenance";
const SOURCES: &str = "_sources";
const METHOD: &str = "_method";
pub const REPORT: &str = "_report";

/// The whole explainer.
pub(super) fn draw(view: View<'_>) -> Html {
    let words = view.words;
    let dispute = view.dispute;
    let (after, before): (Vec<_>, Vec<_>) = dispute.events.iter().partition(|event| event.after);
    let has_after = !dispute.after.is_empty() || !after.is_empty();
    let head = |id: &'static str, text: &str| Heading {
        id,
        text: text.to_owned(),
    };
    let figures = view.figures();
    let sources = dispute.all_points().flat_map(Point::statements).count();
    let ledger_head = head(POINTS, words.ledger);
    let timeline_head = head(TIMELINE, words.timeline);
    let documents_head = head(DOCUMENTS, words.documents);
    let open_head = head(OPEN, words.open_questions);
    let after_head = head(AFTER, &words.after_words(dispute));
    let revisions_head = head(REVISIONS, words.revisions);
    let provenance_head = head(PROVENANCE, words.provenance);
    let sources_head = head(SOURCES, words.sources);
    let method_head = head(METHOD, words.method);

    let sections: Vec<(bool, &Heading, Html)> = vec![
        (
            true,
            &ledger_head,
            html! {
                <>
                    { search_island(&SearchFormProps {
                        ids: SideKey::BOTH.map(|side| dispute.sides.get(side).id.to_string()),
                        names: SideKey::BOTH.map(|side| dispute.sides.get(side).name.clone()),
                    }) }
                    { all_sources(words, sources) }
                    { glossary(view) }
                    { ledger(view, &dispute.points, 1) }
                </>
            },
        ),
        (
            !before.is_empty(),
            &timeline_head,
            html! {
                <section class="events">
                    { timeline(view, &before, has_after.then_some(&after_head)) }
                    { timeline_picture(view) }
                </section>
            },
        ),
        (
            !dispute.documents.is_empty(),
            &documents_head,
            dispute
                .documents
                .iter()
                .map(|document| document_card(view, document))
                .collect(),
        ),
        (
            !dispute.open_questions.is_empty(),
            &open_head,
            open_questions(view),
        ),
        (
            has_after,
            &after_head,
            html! {
                <>
                    <p class="section__lead">{ words.after_lead }</p>
                    { ledger(view, &dispute.after, dispute.points.len() + 1) }
                    { timeline(view, &after, None) }
                </>
            },
        ),
        (
            true,
            &provenance_head,
            match figures.as_ref().filter(|_| !view.base.is_one_file()) {
                Some(figures) => html! {
                    <p><a href={format!("{figures}#{PROVENANCE}")}>{ words.provenance_at }</a></p>
                },
                // One file is complete without another page.
                None => provenance(view),
            },
        ),
        (true, &sources_head, source_table(view)),
        (
            true,
            &method_head,
            html! {
                <section class="prose">
                    { for words.method_site.iter().map(|words| html! { <p>{ *words }</p> }) }
                    { paragraphs(&dispute.method) }
                    { for dispute.principal_coverage().map(|of| coverage(view, of)) }
                    <p hidden={figures.is_none()}><a href={figures}>{ words.figures }</a></p>
                    { as_data(view) }
                    <h3 id={REPORT} tabindex="-1">{ words.report_head }</h3>
                    { for words.report.iter().map(|words| html! { <p>{ *words }</p> }) }
                    if let Some(report) = view.report(&Subject::Whole) {
                        <p>
                            <a href={report}>
                                { text(&(words.report_to)(view.site.publisher.as_deref())) }
                            </a>
                        </p>
                    } else {
                        <p>{ words.report_nowhere }</p>
                    }
                </section>
            },
        ),
        (
            !dispute.revisions.is_empty() || !dispute.retired.is_empty(),
            &revisions_head,
            revisions(view),
        ),
    ];
    let pauses = is_long(dispute);
    let shown = || sections.iter().filter(|(shown, ..)| *shown);
    let point_entry = |point: &Point, status: String| PointEntry {
        id: point.id.to_string(),
        name: view.item_title(&Item::Point(point)),
        status,
    };
    let stands = |point| point_entry(point, (words.status)(point.status).to_owned());
    let later = |point: &Point| point_entry(point, (words.later_status)(point.status));
    let entry = |heading: &Heading| Entry {
        id: heading.id.to_owned(),
        name: heading.text.clone(),
        points: match heading.id {
            POINTS => dispute.points.iter().map(stands).collect(),
            AFTER => dispute.after.iter().map(later).collect(),
            _ => Vec::new(),
        },
    };

    html! {
        <>
            { missing::notice(view) }
            { opening(view) }
            <section class={class::WHOLE}>
                { contents(view, &shown().map(|(_, heading, _)| entry(heading)).collect::<Vec<_>>()) }
                <section class="whole__sections">
                    { for shown().map(|(_, heading, content)| html! {
                        <section class={class::SECTION} aria-labelledby={heading.id}>
                            <h2 class={class::SECTION_HEAD} id={heading.id} tabindex="-1">
                                { text(&heading.text) }
                            </h2>
                            { content.clone() }
                            if pauses {
                                { pause() }
                            }
                        </section>
                    }) }
                </section>
            </section>
        </>
    }
}

/// The question, the date to which it is answered, both sides’ positions, what
/// happened next and how the points stand; then the summary and the ground that both
/// stand on.
fn opening(view: View<'_>) -> Html {
    let words = view.words;
    let dispute = view.dispute;
    let summary = html! {
        <section class="opening__summary">{ paragraphs(&dispute.summary) }</section>
    };
    // Without positions the summary stands in their place.
    let has_positions = dispute.positions().is_some();
    html! {
        <header class="opening">
            <h1 class="opening__question" tabindex="-1">{ text(&dispute.question) }</h1>
            { as_of(words, dispute) }
            { byline(view) }
            { positions(view, "h2") }
            if !has_positions {
                { summary.clone() }
            }
            { next(view) }
            { status_map(view) }
            <section class="opening__more">
                <section>
                    if has_positions {
                        { summary }
                    }
                    if let Some(note) = &dispute.as_of_note {
                        <p class="opening__note">{ text(note) }</p>
                    }
                    <p class="opening__note">
                        { text(&dispute.order_note) }
                        <span hidden={true} data-swapped="">{ " " }{ words.swapped }</span>
                    </p>
                    { whole_controls(view) }
                </section>
                <section>
                    { ground(words.both_accept, &dispute.accepted) }
                    { ground(words.they_contest, &dispute.contested) }
                </section>
            </section>
        </header>
    }
}

/// What both accept, or what they contest; nothing where the data has none.
fn ground(head: &'static str, ground: &[Supported]) -> Html {
    if ground.is_empty() {
        return Html::default();
    }
    html! {
        <section class="opening__ground">
            <h2>{ head }</h2>
            { bullets(ground.iter().map(|one| one.text.as_str())) }
        </section>
    }
}

/// The events, and under which heading they continue.
fn timeline(view: View<'_>, events: &[&Event], continued_under: Option<&Heading>) -> Html {
    if events.is_empty() {
        return Html::default();
    }
    html! {
        <ol class="timeline">
            { for events.iter().map(|event| event_item(view, event)) }
            if let Some(next) = continued_under {
                <li class="timeline__continued">
                    { view.words.continued }{ " " }<a href={format!("#{}", next.id)}>{ text(&next.text) }</a>
                </li>
            }
        </ol>
    }
}

fn open_questions(view: View<'_>) -> Html {
    let open = view.dispute.open_questions.iter();
    html! {
        <ul class="open-questions">{ for open.map(|open| open_question(view, open)) }</ul>
    }
}

/// The revisions, and what was taken out: an old link into the page arrives at
/// the entry that says why.
fn revisions(view: View<'_>) -> Html {
    let words = view.words;
    let gone = view
        .dispute
        .retired
        .iter()
        .filter_map(|retired| match retired {
            Retired::Tombstone { id, date, reason } => Some((id, *date, reason)),
            Retired::Alias { .. } => None,
        });
    let count = view.dispute.revisions.len() + gone.clone().count();
    html! {
        <>
            if let Some(last) = view.dispute.revisions.first() {
                <p>{ (words.last_changed)(&date(words, last.date)) }</p>
            }
            <details class="revisions-all">
                <summary>{ (words.all_changes)(count) }</summary>
                <ul class="revisions">
                    { for view.dispute.revisions.iter().map(|entry| revision(view, entry)) }
                    { for gone.map(|(id, on, reason)| html! {
                        <li class={CONTENT} id={id.as_str().to_owned()} tabindex="-1">
                            { time(words, on) }{ ". " }
                            <b>{ (words.gone_title)(id.as_str()) }</b>{ ". " }
                            { text(reason) }
                        </li>
                    }) }
                </ul>
            </details>
            <p hidden={!view.has_files()}>
                <a href={view.has_files().then(|| view.feed())} type={view.has_files().then_some(FEED_TYPE)}>{ words.feed }</a>
            </p>
        </>
    }
}

/// The explainer in other forms.
fn as_data(view: View<'_>) -> Html {
    let forms = Form::ALL.into_iter().enumerate().map(|(index, form)| {
        html! {
            <>
                { if index == 0 { " " } else { ", " } }
                <a href={view.has_files().then(|| view.form(form))} type={view.has_files().then(|| form.media_type())}>
                    { (view.words.form)(form) }
                </a>
            </>
        }
    });
    html! {
        <>
            <p hidden={!view.has_files()}>{ view.words.as_data }{ for forms }</p>
            if !view.base.is_one_file() {
                <p><a href={view.print()}>{ view.words.print }</a></p>
            }
        </>
    }
}
