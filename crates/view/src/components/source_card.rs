//! A source that was read.

use says_who_model::{Headline, Link, Source};
use yew::prelude::*;

use super::{date_notes, text, when, when_capitalized};
use crate::context::RenderContext;
use crate::direction;
use crate::words::Words;

/// A source: outlet, headline, date, how much of it was read, and further details.
pub(crate) fn source_card(context: RenderContext<'_>, source: &Source) -> Html {
    let words = context.words;
    html! {
        <section class="source-card">
            <p class="source-card__title">
                <span class="source-card__outlet">{ context.isolated_html(&source.outlet) }</span>
                { ": " }{ headline(source) }
            </p>
            <p class="source-card__facts">
                { published(words, source) }{ ". " }
                { (words.read_as)(source.read) }{ ". " }
                { details(context, source) }
            </p>
        </section>
    }
}

/// When it was published.
fn published(words: &Words, source: &Source) -> Html {
    if source.published.known().is_none() {
        return when_capitalized(words, &source.published);
    }
    html! { <>{ words.published }{ " " }{ when(words, &source.published) }</> }
}

/// The headline, or the description in its place, as a link to the publication.
pub(super) fn headline(source: &Source) -> Html {
    let language = source.language.as_str().to_owned();
    let headline = match &source.headline {
        Headline::Known(headline) => html! {
            <cite lang={language} dir={direction::for_language(&source.language)}>{ text(headline) }</cite>
        },
        Headline::Unknown { description, .. } => text(description),
    };
    match &source.link {
        Link::At(address) => html! {
            <a href={address.clone()} rel="external noopener noreferrer">{ headline }</a>
        },
        Link::NotRecorded(_) => headline,
    }
}

/// Authors, the kind, the agency, the archived copy, why there is no link, when and
/// where it was read, the note.
pub(super) fn details(context: RenderContext<'_>, source: &Source) -> Html {
    let words = context.words;
    html! {
        <>
            if let Some(authors) = words.author_names(source) {
                { context.isolated_html(&authors) }{ ". " }
            }
            { for words.source_details(source).map(|detail| html! { <>{ text(&detail) }{ " " }</> }) }
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
            { date_notes(words, &source.published) }
        </>
    }
}
