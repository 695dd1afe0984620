//! The start page: the featured dispute, and the list of the others.

use says_who_model::{Item, Library, Point};
use says_who_routes::Base;
use yew::prelude::*;

use crate::components::{
    as_of, dispute_list, dispute_search, paragraphs, positions, search_within, searchable_text,
    text, what_happened_next,
};
use crate::context::RenderContext;
use crate::direction;
use crate::dom::class;
use crate::words::Words;

/// The start page.
pub(super) fn draw(words: &'static Words, base: &Base, library: &Library) -> Html {
    let featured = library.disputes.first();
    html! {
        <>
            <h1 class="page__lead" tabindex="-1">{ words.home_lead }</h1>
            { dispute_search(words, library) }
            { for featured.iter().map(|&dispute| feature(RenderContext {
                dispute,
                base,
                origin: "",
                words,
                site: &library.site,
                level: 3,
            })) }
            { dispute_list(words, base, library) }
        </>
    }
}

/// The featured dispute: both positions, what happened next, and its points.
fn feature(context: RenderContext<'_>) -> Html {
    let RenderContext { words, dispute, .. } = context;
    let status = |point: &Point| match dispute.is_later(&Item::Point(point)) {
        true => (words.later_status)(point.status),
        false => (words.status)(point.status).to_owned(),
    };
    let whole = context.explainer_url();
    let (lang, dir) = (
        &dispute.language,
        direction::for_language(&dispute.language),
    );
    let lang = || lang.as_str().to_owned();
    html! {
        <article class="feature" data-letters={searchable_text(dispute)}>
            <h2 class="feature__question" lang={lang()} {dir}>
                <a href={whole.clone()}>{ text(&dispute.question) }</a>
            </h2>
            { as_of(words, dispute) }
            if dispute.positions().is_some() {
                { positions(context, "h3") }
            } else {
                <section class="feature__summary" lang={lang()} {dir}>{ paragraphs(&dispute.summary) }</section>
            }
            { what_happened_next(context) }
            <ul class={class::FEATURE_POINTS}>
                { for dispute.all_points().map(|point| html! {
                    <li>
                        <a href={format!("{whole}#{}", point.id)} lang={lang()} {dir}>
                            { text(&words.item_title(dispute, &Item::Point(point))) }
                        </a>
                        { " " }
                        <span class="feature__status">{ status(point) }</span>
                    </li>
                }) }
            </ul>
            { search_within(words, &whole) }
            <p><a class="feature__open" href={whole.clone()}>{ words.read_whole }</a></p>
        </article>
    }
}
