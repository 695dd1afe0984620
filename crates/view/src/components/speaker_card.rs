//! Who a speaker is, and what they said in order of time.

use says_who_model::{Id, Point, Speaker, SpeakerOrSide, Statement};
use yew::prelude::*;

use super::other_names::other_names;
use super::point_brief::{StatementSelection, point_brief};
use super::provenance::ledger_of_speaker_url;
use super::source_link::item_links;
use super::text;
use crate::context::RenderContext;
use crate::dom::class;
use crate::words::capitalized;

/// The part of a speaker's page below the title: role, whom they speak for, their other
/// names, and how much they say.
pub(crate) fn speaker_card(context: RenderContext<'_>, speaker: &Speaker) -> Html {
    let (words, dispute) = (context.words, context.dispute);
    let role = speaker.role.as_deref().map(words.speakers.role);
    let party = speaker.speaks_for.party();
    let about = party.and_then(|party| dispute.party(party).about.clone());
    let not_named = (!speaker.named).then(|| words.speakers.not_named.to_owned());
    let sentences = [
        role,
        Some(words.speaks_for_sentence(dispute, speaker)),
        about,
        not_named,
    ];
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    let also = elsewhere(context, speaker);
    html! {
        <>
            <p>{ text(&sentences.join(" ")) }{ other_names(context, speaker) }</p>
            <p>
                { capitalized(&words.statements_counted(dispute, speaker)) }{ "." }
                if let Some(ledger) = ledger_of_speaker_url(context, speaker) {
                    { " " }<a href={ledger}>{ words.speakers.in_the_ledger }</a>
                }
            </p>
            if !also.is_empty() {
                <p>{ words.speakers.also_on }{ " " }{ item_links(context, &also) }</p>
            }
        </>
    }
}

/// The documents that a speaker calls something, and the events of which they give an
/// account.
fn elsewhere(context: RenderContext<'_>, speaker: &Speaker) -> Vec<Id> {
    let dispute = context.dispute;
    let is_theirs = |by: SpeakerOrSide| match by {
        SpeakerOrSide::Speaker(other) => dispute.speaker(other).id == speaker.id,
        SpeakerOrSide::Side(_) => false,
    };
    let documents = dispute.documents.iter();
    let documents = documents.filter(|one| one.called.iter().any(|called| is_theirs(called.by)));
    let events = dispute.events.iter();
    let events = events.filter(|one| one.accounts.iter().any(|account| is_theirs(account.by)));
    let documents = documents.map(|document| document.id.clone());
    documents
        .chain(events.map(|event| event.id.clone()))
        .collect()
}

/// The statements of a speaker in order of time, with what each side says on their
/// points; those after the as-of date under a heading of their own. Empty if there are
/// none.
pub(crate) fn statements_in_order(context: RenderContext<'_>, speaker: &Speaker) -> Html {
    let dispute = context.dispute;
    let is_later = |point: &Point| dispute.after.iter().any(|after| after.id == point.id);
    let (later, before): (Vec<_>, Vec<_>) = dispute
        .statements_by(speaker)
        .into_iter()
        .partition(|(point, _)| is_later(point));
    html! {
        <>
            { section(context, context.words.speakers.in_order, &before) }
            { section(context, &context.words.after_heading(dispute), &later) }
        </>
    }
}

fn section(context: RenderContext<'_>, head: &str, statements: &[(&Point, &Statement)]) -> Html {
    if statements.is_empty() {
        return Html::default();
    }
    // Successive statements on one point share its two sides.
    let groups = statements.chunk_by(|(one, _), (other, _)| one.id == other.id);
    let groups = groups.map(|group| {
        let chosen: Vec<&Statement> = group.iter().map(|(_, statement)| *statement).collect();
        let point = group.first().map(|(point, _)| *point);
        let brief = |point| point_brief(context, point, StatementSelection::These(&chosen));
        point.map_or_else(Html::default, brief)
    });
    html! {
        <section class={class::SECTION}>
            <h2 class={class::SECTION_HEAD}>{ text(head) }</h2>
            { for groups }
        </section>
    }
}
