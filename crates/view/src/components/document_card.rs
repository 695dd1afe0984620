//! A paper the sides argue about, and what each side calls it.

use says_who_model::{Called, Document, SideKey};
use yew::prelude::*;

use super::CONTENT;
use super::called::called;
use super::item_controls::more_link;
use super::later::later;
use super::old_names::old_names;
use super::side::side_name;
use super::source_link::source_links;
use super::{text, time};
use crate::view::View;

/// A document in the whole.
pub(crate) fn document_card(view: View<'_>, document: &Document) -> Html {
    html! {
        <article class={classes!("document-card", CONTENT)} id={document.id.as_str().to_owned()} tabindex="-1">
            { old_names(view, &document.id) }
            <h3 class="document-card__name">{ text(&document.name) }</h3>
            { document_facts(view, document, "h4", more_link(view, &document.id)) }
        </article>
    }
}

/// What is said of a document below its name, with its names in the order of
/// the sides; each group's heading is a `heading`, and `more` stands at the end.
pub(crate) fn document_facts(
    view: View<'_>,
    document: &Document,
    heading: &'static str,
    more: Html,
) -> Html {
    let words = view.words;
    let by_side = |side: Option<SideKey>| -> Vec<&Called> {
        let speaks_for = |called: &Called| view.dispute.speaker(called.by).speaks_for.side();
        document
            .called
            .iter()
            .filter(|called| speaks_for(called) == side)
            .collect()
    };
    let names = SideKey::BOTH.map(|side| {
        let name = &view.dispute.sides.get(side).name;
        let none = html! { <p class="document-card__none">{ (words.no_name_from)(name) }</p> };
        group(
            view,
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
                { later(view, document.after) }
            </p>
            <section class="document-card__names">{ for names }</section>
            if !others.is_empty() {
                { group(view, None, heading, words.others_call_it, &others, Html::default()) }
            }
            <p class="document-card__sources">
                { words.attested_by }{ " " }{ source_links(view, &document.sources) }{ more }
            </p>
        </>
    }
}

fn group(
    view: View<'_>,
    side: Option<SideKey>,
    heading: &'static str,
    head: &str,
    names: &[&Called],
    none: Html,
) -> Html {
    html! {
        <section class="document-card__group" data-side={side.map(side_name)}>
            <@{heading} class="document-card__head">{ text(head) }</@>
            if names.is_empty() {
                { none }
            } else {
                <ul>{ for names.iter().map(|name| called(view, name)) }</ul>
            }
        </section>
    }
}
