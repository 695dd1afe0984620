//! A source that was read.

use says_who_model::{Link, Source};
use yew::prelude::*;

use super::CONTENT;
use super::item_controls::item_controls;
use super::old_names::old_names;
use super::{text, time};
use crate::view::View;

/// A source in the list of what was read.
pub(crate) fn source_entry(view: View<'_>, source: &Source) -> Html {
    html! {
        <li class={classes!("source-entry", CONTENT)} id={source.id.as_str().to_owned()} tabindex="-1">
            { old_names(view, &source.id) }
            { source_card(view, source) }
            { item_controls(view, &source.id) }
        </li>
    }
}

/// A source: outlet, headline, day, link, how much of it was read.
pub(crate) fn source_card(view: View<'_>, source: &Source) -> Html {
    let words = view.words;
    let language = source.language.as_str().to_owned();
    let headline = html! { <cite lang={language} dir="auto">{ text(&source.headline) }</cite> };
    html! {
        <section class="source-card">
            <p class="source-card__title">
                <span class="source-card__outlet">{ text(&source.outlet) }</span>
                { ": " }
                if let Link::At(address) = &source.link {
                    <a href={address.clone()} rel="external noopener noreferrer">{ headline }</a>
                } else {
                    { headline }
                }
            </p>
            <p class="source-card__facts">
                if let Some(authors) = words.authors(source) {
                    { text(&authors) }{ ". " }
                }
                { words.published }{ " " }{ time(words, source.published) }{ ". " }
                { (words.read_as)(source.read) }
                if let Some(address) = &source.archived {
                    { " " }
                    <a href={address.clone()} rel="external noopener noreferrer">
                        { words.archived }
                        <span class="visually-hidden">
                            { text(&(words.of)(&view.source_title(source))) }
                        </span>
                    </a>
                    { "." }
                }
                if let Link::NotRecorded(reason) = &source.link {
                    { " " }{ (words.link_not_recorded)(reason) }
                }
                if let Some(note) = &source.note {
                    { " " }{ text(note) }
                }
            </p>
        </section>
    }
}
