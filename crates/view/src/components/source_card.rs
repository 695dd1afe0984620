//! A source that was read.

use says_who_model::{Link, Source};
use yew::prelude::*;

use super::{text, time};
use crate::context::RenderContext;

/// A source: outlet, headline, date, how much of it was read, and further details.
pub(crate) fn source_card(context: RenderContext<'_>, source: &Source) -> Html {
    let words = context.words;
    html! {
        <section class="source-card">
            <p class="source-card__title">
                <span class="source-card__outlet">{ text(&source.outlet) }</span>
                { ": " }{ headline(source) }
            </p>
            <p class="source-card__facts">
                { words.published }{ " " }{ time(words, source.published) }{ ". " }
                { (words.read_as)(source.read) }{ ". " }
                { details(context, source) }
            </p>
        </section>
    }
}

/// The headline, as a link to the publication.
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
pub(super) fn details(context: RenderContext<'_>, source: &Source) -> Html {
    let words = context.words;
    html! {
        <>
            if let Some(authors) = words.author_names(source) {
                { text(&authors) }{ ". " }
            }
            if let Some(address) = &source.archived {
                <a href={address.clone()} rel="external noopener noreferrer">
                    { words.archived }
                    <span class="visually-hidden">
                        { text(&(words.title_suffix)(&context.source_title(source))) }
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
