//! Pages for an iframe on another site: both sides, the as-of date, the link back
//! and the address. They work without script; with it, the page reports its height
//! to the embedding page (`web/embed-height.js`).
//!
//! Links open in a new window, which most sandboxes allow. The address opens in the
//! top window, which other sandboxes allow, and can be copied if neither is
//! allowed. The style sheet has no integrity attribute, because with one the
//! request fails in a sandbox without an origin. The policy allows style sheets
//! from any host, because in such a sandbox WebKit doesn't count the page's own
//! host as `'self'`.

use says_who_model::{Item, Library};
use yew::prelude::*;

use super::Site;
use super::document::style_sheet_link;
use super::escape::escape;
use super::render::render_to_string;
use says_who_bundle::integrity;
use says_who_routes::{Base, Route};
use says_who_view::components::{
    as_of, later_mark, point_brief, positions, text, what_happened_next,
};
use says_who_view::context::RenderContext;
use says_who_view::direction;
use says_who_view::embed_content::EmbedContent;
use says_who_view::page_layout::SharedLibrary;
use says_who_view::pages::Page;
use says_who_view::shareable::Shareable;

#[derive(Clone, Debug, PartialEq, Properties)]
struct Props {
    library: SharedLibrary,
    base: Base,
    /// The scheme and host of the site; empty if not known.
    origin: String,
    route: Route,
}

/// The embeddable page for `route`, which must be a dispute's or an item's.
pub(super) fn embed_page(site: &Site<'_>, route: &Route) -> String {
    let props = Props {
        library: SharedLibrary(site.library.clone()),
        base: site.base.clone(),
        origin: site.origin.unwrap_or_default().to_owned(),
        route: route.clone(),
    };
    let body = render_to_string::<EmbedPage>(props);
    let page = Page::at(site.library, route);
    let meta = page.meta();
    let canonical = site.address(&site.base.href(&page.canonical_or_parent(route)));
    let script = site.embed_height;
    // `<base>` sets no URL, only the window in which links open.
    format!(
        r#"<!DOCTYPE html><html lang="{}" dir="{}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{}'; style-src 'self' http: https:; base-uri 'none'; form-action 'none'"><meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{}</title><meta name="robots" content="noindex"><link rel="canonical" href="{}"><base target="_blank">{}</head><body class="embed">{body}<script>{script}</script></body></html>
"#,
        escape(&meta.language),
        direction::for_page(&page),
        integrity(script.as_bytes()),
        escape(&(page.words().embed_title)(&meta.title)),
        escape(&canonical),
        style_sheet_link(site),
    )
}

#[component]
fn EmbedPage(props: &Props) -> Html {
    let library: &Library = &props.library.0;
    let page = Page::at(library, &props.route);
    let Some(dispute) = page.dispute() else {
        return Html::default();
    };
    let context = RenderContext {
        site: &library.site,
        dispute,
        base: &props.base,
        origin: "",
        words: page.words(),
        level: match page.shareable() {
            Some(Shareable::Item(Item::Point(_) | Item::Statement(_))) => 1,
            _ => 2,
        },
    };
    let words = context.words;
    let back = props.base.href(&page.canonical_or_parent(&props.route));
    let address = format!("{}{back}", props.origin);
    html! {
        <main class="framed">
            <header class="framed__head">
                <p class="framed__site">{ text(&context.site.name) }</p>
                { as_of(words, dispute) }
            </header>
            { match page.shareable() {
                Some(shareable) => content(context, &shareable),
                None => html! { <h1 class="framed__title">{ text(&page.meta().title) }</h1> },
            } }
            <p class="framed__address">
                <a href={back.clone()} target="_top">{ text(&address) }</a>
            </p>
            <p class="framed__back"><a href={back}>{ (words.embed_open)(&context.site.name) }</a></p>
        </main>
    }
}

fn content(context: RenderContext<'_>, shareable: &Shareable<'_>) -> Html {
    let content = EmbedContent::new(context, shareable);
    html! {
        <>
            if let Some(item) = &content.item {
                <p class="item-head__kicker">
                    { (context.words.kicker)(item) }{ later_mark(context, context.dispute.is_later(item)) }
                </p>
            }
            if let Some(title) = &content.title {
                <h1 class="framed__title">{ text(title) }</h1>
            }
            if content.item.is_none() && content.point.is_none() {
                { positions(context, "h2") }
                { what_happened_next(context) }
            }
            <div class="item">
                { for content.point.iter().map(|point| point_brief(context, point, content.selection)) }
            </div>
        </>
    }
}
