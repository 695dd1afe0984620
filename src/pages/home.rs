//! The start page: the featured dispute, and the list of the others.

use says_who_model::{Dispute, Item, Library};
use yew::prelude::*;

use crate::components::{
    as_of, dispute_list, dispute_search, letters, paragraphs, search_within, text,
};
use crate::direction;
use crate::words::Words;
use says_who_addresses::{Base, Route};

/// The start page.
pub(super) fn draw(words: &'static Words, base: &Base, library: &Library) -> Html {
    let featured = library.disputes.first();
    html! {
        <>
            <h1 class="page__lead" tabindex="-1">{ words.home_lead }</h1>
            { dispute_search(words, library) }
            { for featured.iter().map(|dispute| feature(words, base, dispute)) }
            { dispute_list(words, base, library) }
        </>
    }
}

/// The featured dispute, with its points.
fn feature(words: &'static Words, base: &Base, dispute: &Dispute) -> Html {
    let whole = base.href(&Route::Dispute(dispute.id.clone()));
    let (lang, dir) = (&dispute.language, direction::of(&dispute.language));
    let lang = || lang.as_str().to_owned();
    html! {
        <article class="feature" data-letters={letters(dispute)}>
            { as_of(words, dispute) }
            <h2 class="feature__question" lang={lang()} {dir}>
                <a href={whole.clone()}>{ text(&dispute.question) }</a>
            </h2>
            <section class="feature__summary" lang={lang()} {dir}>{ paragraphs(&dispute.summary) }</section>
            <ul class="feature__points">
                { for dispute.points.iter().map(|point| html! {
                    <li>
                        <a href={format!("{whole}#{}", point.id)} lang={lang()} {dir}>
                            { text(&words.item_title(dispute, &Item::Point(point))) }
                        </a>
                        { " " }
                        <span class="feature__status">{ (words.status)(point.status) }</span>
                    </li>
                }) }
            </ul>
            { search_within(words, &whole) }
            <p><a class="feature__open" href={whole.clone()}>{ words.read_whole }</a></p>
        </article>
    }
}
