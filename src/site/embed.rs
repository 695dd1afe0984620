//! Pages for a frame on somebody else's page: both sides, the as-of date, the
//! way back. They need no script, and their links open in the whole window.

use says_who_model::{Item, Library};
use yew::prelude::*;

use super::Site;
use super::draw::draw;
use super::escape::escape;
use crate::app::Shared;
use crate::components::{Pick, as_of, later, point_brief, text};
use crate::direction;
use crate::pages::Page;
use crate::routes::{Base, Route};
use crate::subject::Subject;
use crate::view::View;

#[derive(Clone, Debug, PartialEq, Properties)]
struct Props {
    library: Shared,
    base: Base,
    route: Route,
}

/// The page in a frame for `route`, which is a dispute's or an item's.
pub(super) fn embed(site: &Site<'_>, route: &Route) -> String {
    let props = Props {
        library: Shared(site.library.clone()),
        base: site.base.clone(),
        route: route.clone(),
    };
    let body = draw::<Framed>(props, false);
    let page = Page::at(site.library, route);
    let meta = page.meta();
    let canonical = site.address(&site.base.href(&page.standing_for(route)));
    // `<base>` has no address, only the window in which links open.
    format!(
        r#"<!DOCTYPE html><html lang="{}" dir="{}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"><meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{}</title><meta name="robots" content="noindex"><link rel="canonical" href="{}"><base target="_top">{}</head><body class="embed">{body}</body></html>
"#,
        escape(&meta.language),
        direction::of_page(&page),
        escape(&(page.words().embed_title)(&meta.title)),
        escape(&canonical),
        site.template.style_sheet(),
    )
}

#[component]
fn Framed(props: &Props) -> Html {
    let library: &Library = &props.library.0;
    let page = Page::at(library, &props.route);
    let Some(dispute) = page.dispute() else {
        return Html::default();
    };
    let view = View {
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
    html! {
        <main class="framed">
            { as_of(words, dispute) }
            { match page.subject() {
                Some(subject) => shown(view, &subject),
                None => html! { <h1 class="framed__title">{ text(&page.meta().title) }</h1> },
            } }
            <p class="framed__back"><a href={back}>{ words.embed_open }</a></p>
        </main>
    }
}

fn shown(view: View<'_>, subject: &Subject<'_>) -> Html {
    let (item, title, pick, points) = match subject {
        Subject::Whole => (
            None,
            Some(view.title(subject)),
            Pick::First,
            view.dispute.points.iter().take(1).collect(),
        ),
        Subject::Item(item) => {
            let (title, pick) = match item {
                Item::Point(_) => (None, Pick::First),
                Item::Statement(place) => (None, Pick::Statement(&place.statement.id)),
                Item::Source(source) => (Some(view.title(subject)), Pick::RestingOn(&source.id)),
                Item::Document(_) | Item::Event(_) | Item::OpenQuestion(_) => {
                    (Some(view.title(subject)), Pick::First)
                }
            };
            let points: Vec<_> = view.dispute.points_of(item).into_iter().take(1).collect();
            (Some(item), title, pick, points)
        }
    };
    html! {
        <>
            if let Some(item) = item {
                <p class="item-head__kicker">
                    { (view.words.kicker)(item) }{ later(view, view.dispute.is_later(item)) }
                </p>
            }
            if let Some(title) = title {
                <h1 class="framed__title">{ text(&title) }</h1>
            }
            <div class="item">
                { for points.iter().map(|point| point_brief(view, point, pick)) }
            </div>
        </>
    }
}
