//! A source that was read, on its own.

use says_who_model::{Link, Source};
use yew::prelude::*;

use super::{text, time};
use crate::view::View;

/// A source: outlet, headline, day, how much of it was read, and what more
/// there is to say about it.
pub(crate) fn source_card(view: View<'_>, source: &Source) -> Html {
    let words = view.words;
    html! {
        <section class="source-card">
            <p class="source-card__title">
                <span class="source-card__outlet">{ text(&source.outlet) }</span>
                { ": " }{ headline(source) }
            </p>
            <p class="source-card__facts">
                { words.published }{ " " }{ time(words, source.published) }{ ". " }
                { (words.read_as)(source.read) }{ ". " }
                { details(view, source) }
            </p>
        </section>
    }
}

/// The headline, which leads to the publication.
pub(super) fn headline(source: &Source) -> Html {
    let language = source.language.as_str().to_owned();
    let headline = html! { <cite lang={language} dir="auto">{ text(&source.headline) }</cite> };
    match &source.link {
        Link::At(address) => html! {
            <a href={address.clone()} rel="external noopener noreferrer">{ headline }</a>
        },
        Link::NotRecorded(_) => headline,
    }
}

/// Authors, the archived copy, why there is no link, the note.
pub(super) fn details(view: View<'_>, source: &Source) -> Html {
    let words = view.words;
    html! {
        <>
            if let Some(authors) = words.authors(source) {
                { text(&authors) }{ ". " }
            }
            if let Some(address) = &source.archived {
                <a href={address.clone()} rel="external noopener noreferrer">
                    { words.archived }
                    <span class="visually-hidden">
                        { text(&(words.of)(&view.source_title(source))) }
                    </span>
                </a>
                { ". " }
            }
            if let Link::NotRecorded(reason) = &source.link {
                { (words.link_not_recorded)(reason) }{ " " }
            }
            if let Some(note) = &source.note {
                { text(note) }
            }
        </>
    }
}
