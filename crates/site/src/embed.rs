//! Pages for a frame on somebody else's page: both sides, the as-of date, the
//! way back, the address. They read without script; one tells the page around how
//! high its text is (`framed.js`).
//!
//! Links open windows, which most sandboxes allow; the address leads out of the
//! frame in its own window, which others allow, and can be copied where nothing
//! opens. The style sheet is asked for without a digest, with which the request
//! fails in a sandbox without an origin; and style sheets may come from any host,
//! because there WebKit takes that of the page for no part of `'self'`.

use says_who_model::{Item, Library};
use yew::prelude::*;

use super::Site;
use super::digest::integrity;
use super::draw::draw;
use super::escape::escape;
use super::script::without_comments;
use says_who_routes::{Base, Route};
use says_who_view::components::{as_of, later, next, point_brief, positions, text};
use says_who_view::direction;
use says_who_view::embed_content::EmbedContent;
use says_who_view::layout::SharedLibrary;
use says_who_view::pages::Page;
use says_who_view::subject::Subject;
use says_who_view::view::View;

const SCRIPT: &str = include_str!("../../../web/framed.js");

#[derive(Clone, Debug, PartialEq, Properties)]
struct Props {
    library: SharedLibrary,
    base: Base,
    /// The scheme and host of the site, where they are known.
    origin: String,
    route: Route,
}

/// The page in a frame for `route`, which is a dispute's or an item's.
pub(super) fn embed(site: &Site<'_>, route: &Route) -> String {
    let props = Props {
        library: SharedLibrary(site.library.clone()),
        base: site.base.clone(),
        origin: site.origin.unwrap_or_default().to_owned(),
        route: route.clone(),
    };
    let body = draw::<EmbedPage>(props);
    let page = Page::at(site.library, route);
    let meta = page.meta();
    let canonical = site.address(&site.base.href(&page.standing_for(route)));
    // Its names are its own.
    let script = format!("{{\n{}}}", without_comments(SCRIPT));
    // `<base>` has no address, only the window in which links open.
    format!(
        r#"<!DOCTYPE html><html lang="{}" dir="{}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{}'; style-src 'self' http: https:; base-uri 'none'; form-action 'none'"><meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{}</title><meta name="robots" content="noindex"><link rel="canonical" href="{}"><base target="_blank">{}</head><body class="embed">{body}<script>{script}</script></body></html>
"#,
        escape(&meta.language),
        direction::of_page(&page),
        integrity(script.as_bytes()),
        escape(&(page.words().embed_title)(&meta.title)),
        escape(&canonical),
        site.template.style_sheet(),
    )
}

#[component]
fn EmbedPage(props: &Props) -> Html {
    let library: &Library = &props.library.0;
    let page = Page::at(library, &props.route);
    let Some(dispute) = page.dispute() else {
        return Html::default();
    };
    let view = View {
        site: &library.site,
        dispute,
        base: &props.base,
        origin: "",
        words: page.words(),
        level: match page.subject() {
            Some(Subject::Item(Item::Point(_) | Item::Statement(_))) => 1,
            _ => 2,
        },
    };
    let words = view.words;
    let back = props.base.href(&page.standing_for(&props.route));
    let address = format!("{}{back}", props.origin);
    html! {
        <main class="framed">
            <header class="framed__head">
                <p class="framed__site">{ text(&view.site.name) }</p>
                { as_of(words, dispute) }
            </header>
            { match page.subject() {
                Some(subject) => shown(view, &subject),
                None => html! { <h1 class="framed__title">{ text(&page.meta().title) }</h1> },
            } }
            <p class="framed__address">
                <a href={back.clone()} target="_top">{ text(&address) }</a>
            </p>
            <p class="framed__back"><a href={back}>{ (words.embed_open)(&view.site.name) }</a></p>
        </main>
    }
}

fn shown(view: View<'_>, subject: &Subject<'_>) -> Html {
    let shown = EmbedContent::of(view, subject);
    html! {
        <>
            if let Some(item) = &shown.item {
                <p class="item-head__kicker">
                    { (view.words.kicker)(item) }{ later(view, view.dispute.is_later(item)) }
                </p>
            }
            if let Some(title) = &shown.title {
                <h1 class="framed__title">{ text(title) }</h1>
            }
            if shown.item.is_none() && shown.point.is_none() {
                { positions(view, "h2") }
                { next(view) }
            }
            <div class="item">
                { for shown.point.iter().map(|point| point_brief(view, point, shown.pick)) }
            </div>
        </>
    }
}
