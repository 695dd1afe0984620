//! The share index: everything of a dispute that can be shared, each with its link,
//! its card and its citation.

use yew::prelude::*;

use crate::citations::{self, Format};
use crate::components::{
    CopySource, addressed, as_of, breadcrumb, copy_button, copy_link, share_tools, text,
};
use crate::context::RenderContext;
use crate::copyable::Copyable;
use crate::direction;
use crate::dom::{class, id};
use crate::shareable::Shareable;

/// Width and height of a preview card in pixels, as sites that read Open Graph want
/// them.
pub const CARD_SIZE: (u32, u32) = (1200, 630);

/// The share index.
pub(super) fn draw(context: RenderContext<'_>) -> Html {
    let words = context.words;
    html! {
        <>
            { breadcrumb(context) }
            <header class="item-head">
                <h1 class="item-head__title" tabindex="-1">
                    { (words.share_index_title)(&context.dispute.question) }
                </h1>
                { as_of(words, context.dispute) }
                <p class="section__lead">{ words.share_index_lead }</p>
            </header>
            <section class="item" aria-labelledby={id::SHARE}>
                <h2 class={class::SECTION_HEAD} id={id::SHARE} tabindex="-1">{ words.whole_explainer }</h2>
                { share_tools(context, &Shareable::Whole) }
            </section>
            <ul class="share-index">{ for context.shareables().map(|shareable| entry(context, &shareable)) }</ul>
        </>
    }
}

fn entry(context: RenderContext<'_>, shareable: &Shareable<'_>) -> Html {
    let words = context.words;
    let title = context.title(shareable);
    let page = context.base.href(&context.route_to(shareable));
    let kind = match shareable {
        Shareable::Whole => words.whole_explainer,
        Shareable::Item(item) => (words.kicker)(item),
    };
    let share_tools_url = match shareable {
        Shareable::Whole => format!("#{}", id::SHARE),
        Shareable::Item(_) => format!("{page}#{}", id::SHARE),
    };
    html! {
        <li class="share-entry">
            <a class="share-entry__card" href={page.clone()} tabindex="-1" aria-hidden="true">
                <img
                    src={format!("{page}card.png")}
                    width={CARD_SIZE.0.to_string()}
                    height={CARD_SIZE.1.to_string()}
                    alt=""
                    loading="lazy"
                    decoding="async"
                />
            </a>
            <div class={class::SHARE_ENTRY_BODY}>
                <p class="item-head__kicker">{ kind }</p>
                <h2 class="share-entry__title"><a href={page}>{ text(&title) }</a></h2>
                <p class={class::SHARE_TEXT} dir={direction::for_language(&context.dispute.language)} translate="no">
                    { addressed(&citations::cite(context, shareable, Format::Plain)) }
                </p>
                <p class={class::CONTROLS}>
                    { copy_link(context, shareable, &title) }
                    { copy_button(
                        context,
                        Copyable::Citation(Format::Plain),
                        shareable,
                        words.copy_citation,
                        &title,
                        CopySource::Adjacent,
                    ) }
                    <a href={share_tools_url} data-share="">
                        { words.share_and_cite }
                        <span class="visually-hidden">{ (words.title_suffix)(&title) }</span>
                    </a>
                </p>
            </div>
        </li>
    }
}
