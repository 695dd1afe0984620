//! A document that the sides argue about, and what each side calls it.

use says_who_model::{Called, Document, SideKey};
use yew::prelude::*;

use super::CONTENT;
use super::alias_anchors::alias_anchors;
use super::attributed_words::no_words;
use super::document_name::document_name;
use super::item_controls::more_link;
use super::later_mark::later_mark;
use super::side::data_side;
use super::source_link::source_links;
use super::{date_notes, text, when_capitalized};
use crate::context::RenderContext;

/// A document on the explainer page.
pub(crate) fn document_card(context: RenderContext<'_>, document: &Document) -> Html {
    html! {
        <article class={classes!("document-card", CONTENT)} id={document.id.as_str().to_owned()} tabindex="-1">
            { alias_anchors(context, &document.id) }
            <h3 class="document-card__name">{ text(&document.name) }</h3>
            { document_facts(context, document, "h4", more_link(context, &document.id)) }
        </article>
    }
}

/// The part of a document below its title, with its names in the order of the sides, then those of others.
/// `heading` is the tag of the groups' headings, and `more` goes at the end.
pub(crate) fn document_facts(
    context: RenderContext<'_>,
    document: &Document,
    heading: &'static str,
    more: Html,
) -> Html {
    let words = context.words;
    let dispute = context.dispute;
    let by_side = |side: SideKey| -> Vec<&Called> {
        let called = document.called.iter();
        let own = called.filter(|called| dispute.side_of(called.by) == Some(side));
        own.collect()
    };
    let names = SideKey::BOTH.map(|side| {
        let name = &context.isolated(&context.dispute.sides.get(side).name);
        let none = no_words(None, &(words.no_name_from)(name));
        group(
            context,
            Some(side),
            heading,
            &(words.calls_it)(name),
            &by_side(side),
            none,
        )
    });
    let others = document.called.iter();
    let others = others.filter(|called| dispute.side_of(called.by).is_none());
    let others = dispute.by_voice(others, |called| dispute.voice_of(called.by));
    let others = others.into_iter().map(|(voice, called)| {
        let head = words.voice_calls_it(dispute, voice);
        group(context, None, heading, &head, &called, Html::default())
    });
    html! {
        <>
            <p class="document-card__about">
                { when_capitalized(words, &document.when) }{ ". " }{ text(&document.about) }{ date_notes(words, &document.when) }
                { later_mark(context, document.after) }
            </p>
            { status_and_text(context, document) }
            <section class="document-card__names">{ for names }</section>
            { for others }
            <p class="document-card__sources">
                { words.attested_by }{ " " }{ source_links(context, &document.sources) }{ more }
            </p>
        </>
    }
}

/// How far the document is known, and the link to its text; empty if neither is
/// recorded.
fn status_and_text(context: RenderContext<'_>, document: &Document) -> Html {
    let words = context.words;
    if document.status.is_none() && document.link.is_none() {
        return Html::default();
    }
    html! {
        <p class="document-card__sources">
            if let Some(status) = document.status {
                { (words.items.document_status)(status) }{ " " }
            }
            if let Some(address) = &document.link {
                <a href={address.clone()} rel="external noopener noreferrer">{ words.items.document_text }</a>
            }
        </p>
    }
}

fn group(
    context: RenderContext<'_>,
    side: Option<SideKey>,
    heading: &'static str,
    head: &str,
    names: &[&Called],
    none: Html,
) -> Html {
    html! {
        <section class="document-card__group" data-side={side.map(data_side)}>
            <@{heading} class="document-card__head">{ text(head) }</@>
            if names.is_empty() {
                { none }
            } else {
                <ul>{ for names.iter().map(|name| document_name(context, name)) }</ul>
            }
        </section>
    }
}
