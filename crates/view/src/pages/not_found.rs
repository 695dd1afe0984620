//! Pages for addresses that lead nowhere, or to a removed item.

use says_who_model::{Date, Id, Item, Library};
use says_who_routes::Base;
use yew::prelude::*;

use crate::components::{date, text};
use crate::context::RenderContext;
use crate::direction;
use crate::dom::{class, id};
use crate::similar_id::most_similar_id;
use crate::words::Words;

/// The not-found page, without any knowledge of the request: the file that a server
/// sends for every unknown address.
pub(super) fn draw(words: &'static Words, base: &Base, library: &Library) -> Html {
    let context = |dispute| RenderContext {
        site: &library.site,
        dispute,
        base,
        origin: "",
        words,
        level: 3,
    };
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ words.not_found_title }</h1>
            <p data-lead="">{ words.not_found_lead }</p>
            { for library.disputes.iter().map(|dispute| points(context(dispute), true)) }
        </>
    }
}

/// The offline page: the site can't be reached, and the requested page is not saved
/// on the reader's device. `web/worker.js` adds the list of the saved pages.
pub(super) fn draw_offline(words: &'static Words) -> Html {
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ words.offline_title }</h1>
            <p>{ words.offline_lead }</p>
            <section class={classes!(class::SECTION, "kept")}>
                <h2 class={class::SECTION_HEAD}>{ words.offline_pages }</h2>
                <ul class="bullets" data-cached=""></ul>
            </section>
            <p class="kept-none">{ words.no_offline_pages }</p>
        </>
    }
}

/// The page for an unknown item of a dispute.
pub(super) fn draw_unknown_item(context: RenderContext<'_>, id: &Id) -> Html {
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ context.words.not_found_title }</h1>
            <section class={class::NOTICE}>{ requested_id(context, Some(id)) }</section>
            { points(context, false) }
        </>
    }
}

/// The notice above the explainer about an unknown id in the URL's fragment. The app
/// shows it.
pub(super) fn notice(context: RenderContext<'_>) -> Html {
    html! {
        <template data-notice={id::NOT_FOUND_NOTICE}>
            <section class={class::NOTICE} id={id::NOT_FOUND_NOTICE} tabindex="-1">{ requested_id(context, None) }</section>
        </template>
    }
}

/// Names the requested id, and suggests the most similar one. If the id is not known
/// yet, the app fills it in.
fn requested_id(context: RenderContext<'_>, id: Option<&Id>) -> Html {
    let words = context.words;
    let question = &context.dispute.question;
    let similar = id.and_then(|id| {
        let ids = context.dispute.items().map(|item| item.id().to_string());
        context.find_shareable(&most_similar_id(ids, id.as_str())?)
    });
    let title = similar.map(|similar| format!(": {}", context.title(&similar)));
    html! {
        <>
            <p>
                { words.no_such_id.before }
                <span data-asked="" translate="no">{ text(id.map_or("", Id::as_str)) }</span>
                { (words.no_such_id.after)(question) }
            </p>
            <p data-near="" hidden={similar.is_none()}>
                { words.did_you_mean }{ " " }
                <a translate="no" href={similar.map(|similar| context.base.href(&context.route_to(&similar)))}>
                    { text(similar.map_or("", |similar| similar.data_item())) }
                </a>
                <span>{ text(&title.unwrap_or_default()) }</span>
            </p>
        </>
    }
}

/// The page of a removed item: when and why it was removed.
pub(super) fn draw_gone(context: RenderContext<'_>, id: &str, on: Date, reason: &str) -> Html {
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ (context.words.gone_title)(id) }</h1>
            <p>{ (context.words.gone_lead)(&date(context.words, on), reason) }</p>
            { points(context, false) }
        </>
    }
}

/// The points of a dispute, and a link to the explainer page. On the not-found page
/// (`any`), the app finds the section by its dispute and shows there what was
/// requested.
fn points(context: RenderContext<'_>, on_not_found_page: bool) -> Html {
    let (lang, dir) = (
        &context.dispute.language,
        direction::for_language(&context.dispute.language),
    );
    html! {
        <section class={class::SECTION} data-dispute={on_not_found_page.then(|| context.dispute.id.to_string())}>
            if on_not_found_page {
                <div class={class::NOTICE} hidden={true}>{ requested_id(context, None) }</div>
            }
            <h2 class={class::SECTION_HEAD}>{ (context.words.points_of)(&context.dispute.question) }</h2>
            <ul class="bullets">
                { for context.dispute.all_points().map(|point| html! {
                    <li lang={lang.as_str().to_owned()} {dir}>
                        <a href={context.item_page_url(&point.id)}>{ text(&context.item_title(&Item::Point(point))) }</a>
                    </li>
                }) }
            </ul>
            <p><a href={context.explainer_url()}>{ context.words.whole_explainer }</a></p>
        </section>
    }
}
