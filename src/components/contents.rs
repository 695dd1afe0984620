//! The list of what is on the page, which shows where the reader is.

use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::text;
use crate::browser::find::{all, first};
use crate::words::Words;

/// The id of the list.
pub(crate) const CONTENTS: &str = "_contents";

/// An entry: the element it leads to, and its name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The status of a point, in words.
    pub(crate) status: Option<&'static str>,
}

/// What the list is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) words: &'static Words,
    pub(crate) points: Vec<Entry>,
    pub(crate) sections: Vec<Entry>,
    /// The address of the share index, where it is known.
    pub(crate) share: Option<String>,
}

/// The list, and on narrow screens a line at the foot of the window that leads
/// to it.
#[component]
pub(crate) fn Contents(props: &Props) -> Html {
    let words = props.words;
    let here = use_state_eq(|| None::<String>);
    {
        let here = here.setter();
        use_effect_with((), move |()| {
            let mut next = None::<AnimationFrame>;
            let scrolled = EventListener::new(&window(), "scroll", move |_| {
                let here = here.clone();
                next.replace(request_animation_frame(move |_| {
                    // Above the first entry it says where one was last.
                    if let Some(id) = in_view() {
                        show_in_list(&id);
                        here.set(Some(id));
                    }
                }));
            });
            move || drop(scrolled)
        });
    }
    let is_here = |entry: &Entry| here.as_ref() == Some(&entry.id);
    let link = |entry: &Entry| {
        html! {
            <a href={format!("#{}", entry.id)} aria-current={is_here(entry).then_some("location")}>
                { text(&entry.name) }
            </a>
        }
    };
    let number = props.points.iter().position(is_here);
    let current = props
        .points
        .iter()
        .chain(&props.sections)
        .find(|entry| is_here(entry));
    html! {
        <nav class="contents" aria-labelledby={CONTENTS}>
            <h2 class="contents__head" id={CONTENTS} tabindex="-1">{ words.contents }</h2>
            <ol class="contents__points">
                { for props.points.iter().map(|point| html! {
                    <li>
                        { link(point) }
                        { " " }
                        <span class="contents__status">{ point.status.unwrap_or_default() }</span>
                    </li>
                }) }
            </ol>
            <ul class="contents__sections">
                { for props.sections.iter().map(|section| html! { <li>{ link(section) }</li> }) }
                <li hidden={props.share.is_none()}>
                    <a href={props.share.clone()}>{ words.share_index }</a>
                </li>
            </ul>
            <p class="whereabouts" hidden={current.is_none()}>
                <a href={format!("#{CONTENTS}")}>
                    <span class="whereabouts__label">{ words.contents }</span>
                    <span class="whereabouts__here">
                        if let Some(index) = number {
                            { (words.point_of)(index + 1, props.points.len()) }{ " · " }
                        }
                        { text(current.map_or("", |entry| entry.name.as_str())) }
                    </span>
                </a>
            </p>
        </nav>
    }
}

/// The last point or section that begins in the upper part of the window.
fn in_view() -> Option<String> {
    let marks = document()
        .query_selector_all(".ledger > .point:not([hidden]), .section > .section__head")
        .ok()?;
    let mark = |index: u32| marks.get(index)?.dyn_into::<Element>().ok();
    let line = window().inner_height().ok()?.as_f64()? * 0.4;
    // They stand in order: half of what is left each time.
    let (mut low, mut high) = (0, marks.length());
    while low < high {
        let middle = u32::midpoint(low, high);
        let above = mark(middle)?.get_bounding_client_rect().top() <= line;
        if above {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Some(mark(low.checked_sub(1)?)?.id())
}

/// Keeps the entry in sight where the list scrolls by itself.
fn show_in_list(id: &str) {
    let link = all::<Element>(".contents a").into_iter().find(|link| {
        link.get_attribute("href")
            .is_some_and(|href| href.strip_prefix('#') == Some(id))
    });
    let list = first::<Element>(".contents");
    if let (Some(link), Some(list)) = (link, list)
        && list.scroll_height() > list.client_height()
    {
        let (entry, frame) = (
            link.get_bounding_client_rect(),
            list.get_bounding_client_rect(),
        );
        if entry.top() < frame.top() || entry.bottom() > frame.bottom() {
            let top = entry.top() - frame.top() - frame.height() / 2.0;
            list.set_scroll_top(list.scroll_top() + top as i32);
        }
    }
}
