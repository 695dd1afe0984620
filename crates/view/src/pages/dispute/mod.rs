//! The explainer page of a dispute.

mod opening;
mod revisions;

use says_who_model::{Dispute, Event, Item, Point};
use yew::prelude::*;

use super::not_found;
use crate::all_sources::all_sources;
use crate::components::{
    ContentsEntry, POINTS, PointEntry, SectionHeading, TimelinePage, contents, coverage,
    document_card, event_item, glossary, has_many_points, has_timeline_page, is_long, ledger,
    open_question, paragraphs, parser_yield, provenance, source_table, text, timeline,
    timeline_link, who_speaks,
};
use crate::context::RenderContext;
use crate::data_block::data_block;
use crate::dom::class;
use crate::error_report::contact_rel;
use crate::exports::ExportFormat;
use crate::search_form::search_island;
use crate::shareable::Shareable;
use opening::opening;
use revisions::revisions;

/// The ids of the page's own sections. Ids in the data have no underscores, so the
/// two never clash.
const TIMELINE: &str = "_timeline";
const DOCUMENTS: &str = "_documents";
const OPEN: &str = "_open";
pub(super) const AFTER: &str = "_after";
pub const REVISIONS: &str = "_revisions";
pub(super) const PROVENANCE: &str = "_provenance";
const SPEAKERS: &str = "_speakers";
const SOURCES: &str = "_sources";
const METHOD: &str = "_method";
pub const REPORT: &str = "_report";

/// The explainer page.
//
// Long because it lists all sections, in the order of the page.
pub(super) fn draw(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let dispute = context.dispute;
    let (after, before): (Vec<_>, Vec<_>) = dispute.events.iter().partition(|event| event.after);
    let has_after = !dispute.after.is_empty() || !after.is_empty();
    let head = |id: &'static str, text: &str| SectionHeading {
        id,
        text: text.to_owned(),
    };
    // A single-file copy is complete without other pages.
    let has_own_page = has_timeline_page(dispute) && !context.base.is_one_file();
    let figures = context.figures_url();
    let sources = dispute.all_points().flat_map(Point::statements).count();
    let ledger_head = head(POINTS, words.ledger);
    let timeline_head = head(TIMELINE, words.timeline);
    let documents_head = head(DOCUMENTS, words.documents);
    let open_head = head(OPEN, words.open_questions);
    let after_head = head(AFTER, &words.after_heading(dispute));
    let revisions_head = head(REVISIONS, words.revisions);
    let provenance_head = head(PROVENANCE, words.provenance);
    let speakers_head = head(SPEAKERS, words.speakers.title);
    let sources_head = head(SOURCES, words.sources);
    let method_head = head(METHOD, words.method);

    let app_words = words.app_words();
    let sections: Vec<(bool, &SectionHeading, Html)> = vec![
        (
            true,
            &ledger_head,
            html! {
                <>
                    { search_island(&app_words) }
                    { all_sources(&app_words, sources) }
                    { glossary(context) }
                    { ledger(context, &dispute.points, 1) }
                </>
            },
        ),
        (
            !before.is_empty() || has_own_page,
            &timeline_head,
            if has_own_page {
                html! {
                    <>
                        { timeline_link(context) }
                        { events(context, &before, has_after.then_some(&after_head)) }
                    </>
                }
            } else {
                let after = has_after.then(|| format!("#{AFTER}"));
                timeline(context, TimelinePage::Explainer, "h3", after)
            },
        ),
        (
            !dispute.documents.is_empty(),
            &documents_head,
            dispute
                .documents
                .iter()
                .map(|document| document_card(context, document))
                .collect(),
        ),
        (
            !dispute.open_questions.is_empty(),
            &open_head,
            open_questions(context),
        ),
        (
            has_after,
            &after_head,
            html! {
                <>
                    <p class="section__lead">{ words.after_lead }</p>
                    { ledger(context, &dispute.after, dispute.points.len() + 1) }
                    { events(context, &after, None) }
                </>
            },
        ),
        (
            true,
            &provenance_head,
            match figures.as_ref().filter(|_| !context.base.is_one_file()) {
                Some(figures) => html! {
                    <>
                        <p><a href={format!("{figures}#{PROVENANCE}")}>{ words.provenance_at }</a></p>
                        <p><a href={context.speakers_url()}>{ (words.speakers.all)(dispute.speakers.len()) }</a></p>
                    </>
                },
                // A single-file copy is complete without other pages.
                None => provenance(context),
            },
        ),
        (
            context.base.is_one_file(),
            &speakers_head,
            who_speaks(context, "h3"),
        ),
        (true, &sources_head, source_table(context)),
        (
            true,
            &method_head,
            html! {
                <section class="prose">
                    { for words.method_site.iter().map(|words| html! { <p>{ *words }</p> }) }
                    { paragraphs(&dispute.method) }
                    { for dispute.principal_coverage().map(|of| coverage(context, of)) }
                    <p hidden={figures.is_none()}><a href={figures}>{ words.figures }</a></p>
                    { as_data(context) }
                    <h3 id={REPORT} tabindex="-1">{ words.report_head }</h3>
                    { for words.report_steps.iter().map(|words| html! { <p>{ *words }</p> }) }
                    if let Some(report) = context.report_url(&Shareable::Whole) {
                        <p>
                            <a rel={contact_rel(&report)} href={report}>
                                { text(&(words.report_to)(context.site.publisher.as_deref())) }
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
            revisions(context),
        ),
    ];
    let yields = is_long(dispute);
    let shown = || sections.iter().filter(|(shown, ..)| *shown);
    let classes = section_classes(dispute, shown().map(|(_, heading, _)| heading.id));
    let point_entry = |point: &Point, status: String| PointEntry {
        id: point.id.to_string(),
        name: context.item_title(&Item::Point(point)),
        status,
    };
    let stands = |point| point_entry(point, (words.status)(point.status).to_owned());
    let later = |point: &Point| point_entry(point, (words.later_status)(point.status));
    let entry = |heading: &SectionHeading| ContentsEntry {
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
            { not_found::notice(context) }
            { opening(context) }
            <section class={class::COMPARISON}></section>
            <section class={class::EXPLAINER}>
                { contents(context, &shown().map(|(_, heading, _)| entry(heading)).collect::<Vec<_>>()) }
                <section class="whole__sections">
                    { for shown().zip(classes).map(|((_, heading, content), class)| html! {
                        <section {class} aria-labelledby={heading.id}>
                            <h2 class={class::SECTION_HEAD} id={heading.id} tabindex="-1">
                                { text(&heading.text) }
                            </h2>
                            { content.clone() }
                            if yields {
                                { parser_yield() }
                            }
                        </section>
                    }) }
                </section>
            </section>
            { data_block(dispute, dispute.all_points()) }
        </>
    }
}

/// The classes of the sections with these headings. They say which ones stand below many
/// points: `:has()` would say it too, and is slow on a page of that length.
fn section_classes(
    dispute: &Dispute,
    headings: impl Iterator<Item = &'static str>,
) -> Vec<Classes> {
    let is_below = has_many_points(dispute);
    let has_points = |heading| match heading {
        POINTS => true,
        AFTER => !dispute.after.is_empty(),
        _ => false,
    };
    let mut above = None;
    let classes = headings.map(|heading| {
        let above = above.replace(heading).filter(|_| is_below);
        classes!(
            class::SECTION,
            above.is_some().then_some("section--below-many-points"),
            above
                .is_some_and(has_points)
                .then_some("section--right-below-many-points"),
        )
    });
    classes.collect()
}

/// The events, with a link to the heading under which they continue.
fn events(
    context: RenderContext<'_>,
    events: &[&Event],
    continued_under: Option<&SectionHeading>,
) -> Html {
    if events.is_empty() {
        return Html::default();
    }
    html! {
        <ol class="events">
            { for events.iter().map(|event| event_item(context, event)) }
            if let Some(next) = continued_under {
                <li class="events__continued">
                    { context.words.continued }{ " " }<a href={format!("#{}", next.id)}>{ text(&next.text) }</a>
                </li>
            }
        </ol>
    }
}

fn open_questions(context: RenderContext<'_>) -> Html {
    let open = context.dispute.open_questions.iter();
    html! {
        <ul class="open-questions">{ for open.map(|open| open_question(context, open)) }</ul>
    }
}

/// Links to the explainer in other formats.
fn as_data(context: RenderContext<'_>) -> Html {
    let links = ExportFormat::ALL.into_iter().enumerate().map(|(index, format)| {
        html! {
            <>
                { if index == 0 { " " } else { ", " } }
                <a href={context.has_downloads().then(|| context.export_url(format))} type={context.has_downloads().then(|| format.media_type())}>
                    { (context.words.export_format)(format) }
                </a>
            </>
        }
    });
    html! {
        <>
            <p hidden={!context.has_downloads()}>{ context.words.as_data }{ for links }</p>
            if !context.base.is_one_file() {
                <p><a href={context.print_url()}>{ context.words.print }</a></p>
            }
        </>
    }
}
