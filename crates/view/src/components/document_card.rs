//! A document that the sides argue about, and what each side calls it.

use says_who_model::{Called, Document, SideKey};
use yew::prelude::*;

use super::CONTENT;
use super::alias_anchors::alias_anchors;
use super::document_name::document_name;
use super::item_controls::more_link;
use super::later_mark::later_mark;
use super::side::data_side;
use super::source_link::source_links;
use super::{text, time};
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

/// The part of a document below its title, with its names in the order of the sides.
/// `heading` is the tag of the groups' headings, and `more` goes at the end.
pub(crate) fn document_facts(
    context: RenderContext<'_>,
    document: &Document,
    heading: &'static str,
    more: Html,
) -> Html {
    let words = context.words;
    let by_side = |side: Option<SideKey>| -> Vec<&Called> {
        let speaks_for = |called: &Called| context.dispute.speaker(called.by).speaks_for.side();
        document
            .called
            .iter()
            .filter(|called| speaks_for(called) == side)
            .collect()
    };
    let names = SideKey::BOTH.map(|side| {
        let name = &context.dispute.sides.get(side).name;
        let none = html! { <p class="document-card__none">{ (words.no_name_from)(name) }</p> };
        group(
            context,
            Some(side),
            heading,
            &(words.calls_it)(name),
            &by_side(Some(side)),
            none,
        )
    });
    let others = by_side(None);
    html! {
        <>
            <p class="document-card__about">
                { time(words, document.when.date) }{ ". " }{ text(&document.about) }
                { later_mark(context, document.after) }
            </p>
            <section class="document-card__names">{ for names }</section>
            if !others.is_empty() {
                { group(context, None, heading, words.others_call_it, &others, Html::default()) }
            }
            <p class="document-card__sources">
                { words.attested_by }{ " " }{ source_links(context, &document.sources) }{ more }
            </p>
        </>
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
