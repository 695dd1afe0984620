//! The share index: everything of a dispute that can be sent, each with its
//! link, its card and its citation.

use yew::prelude::*;

use crate::citations::{self, Format};
use crate::components::{
    Copies, addressed, as_of, breadcrumb, copy_button, copy_link, share_tools, text,
};
use crate::dom::{class, id};
use crate::share::Text;
use crate::subject::Subject;
use crate::view::View;

/// Width and height of a preview card in pixels, as the Open Graph sites ask.
pub const CARD: (u32, u32) = (1200, 630);

/// The share index.
pub(super) fn draw(view: View<'_>) -> Html {
    let words = view.words;
    html! {
        <>
            { breadcrumb(view) }
            <header class="item-head">
                <h1 class="item-head__title" tabindex="-1">
                    { (words.share_index_title)(&view.dispute.question) }
                </h1>
                { as_of(words, view.dispute) }
                <p class="section__lead">{ words.share_index_lead }</p>
            </header>
            <section class="item" aria-labelledby={id::SHARE}>
                <h2 class={class::SECTION_HEAD} id={id::SHARE} tabindex="-1">{ words.whole_explainer }</h2>
                { share_tools(view, &Subject::Whole) }
            </section>
            <ul class="share-index">{ for view.subjects().map(|subject| entry(view, &subject)) }</ul>
        </>
    }
}

fn entry(view: View<'_>, subject: &Subject<'_>) -> Html {
    let words = view.words;
    let title = view.title(subject);
    let page = view.base.href(&view.route(subject));
    let kind = match subject {
        Subject::Whole => words.whole_explainer,
        Subject::Item(item) => (words.kicker)(item),
    };
    let way = match subject {
        Subject::Whole => format!("#{}", id::SHARE),
        Subject::Item(_) => format!("{page}#{}", id::SHARE),
    };
    html! {
        <li class="share-entry">
            <a class="share-entry__card" href={page.clone()} tabindex="-1" aria-hidden="true">
                <img
                    src={format!("{page}card.png")}
                    width={CARD.0.to_string()}
                    height={CARD.1.to_string()}
                    alt=""
                    loading="lazy"
                    decoding="async"
                />
            </a>
            <div class={class::SHARE_ENTRY_BODY}>
                <p class="item-head__kicker">{ kind }</p>
                <h2 class="share-entry__title"><a href={page}>{ text(&title) }</a></h2>
                <p class={class::SHARE_TEXT} dir="auto" translate="no">
                    { addressed(&citations::cite(view, subject, Format::Plain)) }
                </p>
                <p class={class::CONTROLS}>
                    { copy_link(view, subject, &title) }
                    { copy_button(
                        view,
                        Text::Citation(Format::Plain),
                        subject,
                        words.copy_citation,
                        &title,
                        Copies::Shown,
                    ) }
                    <a href={way} data-share="">
                        { words.share_and_cite }
                        <span class="visually-hidden">{ (words.of)(&title) }</span>
                    </a>
                </p>
            </div>
        </li>
    }
}
