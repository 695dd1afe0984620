//! An address that leads nowhere, or to something that was taken out.

use says_who_model::{Date, Id, Item, Library};
use yew::prelude::*;

use crate::components::{date, text};
use crate::direction;
use crate::dom::{class, id};
use crate::nearest::nearest;
use crate::view::View;
use crate::words::Words;
use says_who_routes::Base;

/// No such page, and nothing known of what was asked: the file that a server
/// sends for every unknown address.
pub(super) fn draw(words: &'static Words, base: &Base, library: &Library) -> Html {
    let view = |dispute| View {
        site: &library.site,
        dispute,
        base,
        origin: "",
        words,
        level: 3,
    };
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ words.missing_title }</h1>
            <p data-lead="">{ words.missing_lead }</p>
            { for library.disputes.iter().map(|dispute| points(view(dispute), true)) }
        </>
    }
}

/// The site can't be reached, and the page that was asked for is not on the
/// reader's device. `worker.js` puts into the list what is.
pub(super) fn draw_unkept(words: &'static Words) -> Html {
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ words.unkept_title }</h1>
            <p>{ words.unkept_lead }</p>
            <section class={classes!(class::SECTION, "kept")}>
                <h2 class={class::SECTION_HEAD}>{ words.kept_pages }</h2>
                <ul class="bullets" data-kept=""></ul>
            </section>
            <p class="kept-none">{ words.no_kept_pages }</p>
        </>
    }
}

/// No such item in the dispute.
pub(super) fn draw_unknown(view: View<'_>, id: &Id) -> Html {
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ view.words.missing_title }</h1>
            <section class={class::NOTICE}>{ named(view, Some(id)) }</section>
            { points(view, false) }
        </>
    }
}

/// Above the whole explainer, for an id after the hash: shown where the address
/// has one that is not there.
pub(super) fn notice(view: View<'_>) -> Html {
    html! {
        <template data-notice={id::MISSING}>
            <section class={class::NOTICE} id={id::MISSING} tabindex="-1">{ named(view, None) }</section>
        </template>
    }
}

/// The id that was asked for, and the nearest there is. Where it is not known
/// yet, the browser fills it in.
fn named(view: View<'_>, id: Option<&Id>) -> Html {
    let words = view.words;
    let question = &view.dispute.question;
    let near = id.and_then(|id| {
        let ids = view.dispute.items().map(|item| item.id().to_string());
        view.subject(&nearest(ids, id.as_str())?)
    });
    let title = near.map(|near| format!(": {}", view.title(&near)));
    html! {
        <>
            <p>
                { words.missing_id.before }
                <span data-asked="" translate="no">{ text(id.map_or("", Id::as_str)) }</span>
                { (words.missing_id.after)(question) }
            </p>
            <p data-near="" hidden={near.is_none()}>
                { words.nearest }{ " " }
                <a translate="no" href={near.map(|near| view.base.href(&view.route(&near)))}>
                    { text(near.map_or("", |near| near.name())) }
                </a>
                <span>{ text(&title.unwrap_or_default()) }</span>
            </p>
        </>
    }
}

/// Something that was taken out: when and why.
pub(super) fn draw_gone(view: View<'_>, id: &str, on: Date, reason: &str) -> Html {
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ (view.words.gone_title)(id) }</h1>
            <p>{ (view.words.gone_lead)(&date(view.words, on), reason) }</p>
            { points(view, false) }
        </>
    }
}

/// The points of a dispute, and the way to the whole. On the page for unknown
/// addresses it is found by its dispute, and says what was asked for.
fn points(view: View<'_>, any: bool) -> Html {
    let (lang, dir) = (
        &view.dispute.language,
        direction::of(&view.dispute.language),
    );
    html! {
        <section class={class::SECTION} data-dispute={any.then(|| view.dispute.id.to_string())}>
            if any {
                <div class={class::NOTICE} hidden={true}>{ named(view, None) }</div>
            }
            <h2 class={class::SECTION_HEAD}>{ (view.words.points_of)(&view.dispute.question) }</h2>
            <ul class="bullets">
                { for view.dispute.all_points().map(|point| html! {
                    <li lang={lang.as_str().to_owned()} {dir}>
                        <a href={view.page(&point.id)}>{ text(&view.item_title(&Item::Point(point))) }</a>
                    </li>
                }) }
            </ul>
            <p><a href={view.whole()}>{ view.words.whole_explainer }</a></p>
        </section>
    }
}
