//! The scroll spy: finds the place in view, and marks its entry of “On this page”.

use std::cell::RefCell;

use const_format::concatcp;
use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::{document, window};
use says_who_view::dom::class;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::app::{Action, Place, dispatch, with};
use super::dom::{all, first, hide, is_at_end, section_head, window_height};
use super::offscreen::next_frame;
use super::scroll_to::{scroll_to_offset, target_in_window};

/// The marked entry, as a selector.
const CURRENT: &str = concatcp!(".", class::CONTENTS, " [aria-current]");

/// Listens until the returned listeners are dropped.
pub(super) fn listen() -> [EventListener; 2] {
    [on_scroll(), on_focus()]
}

/// Keeps the page in place while focus moves through a list that scrolls by itself:
/// WebKit scrolls the page as far as the list.
fn on_focus() -> EventListener {
    EventListener::new(&document(), "focusin", |_| {
        let Some(list) = focused_list() else {
            return;
        };
        let top = window().scroll_y().unwrap_or_default();
        if list.scroll_height() > list.client_height() {
            next_frame(move || {
                // Not if the reader followed a link: then focus has left the list.
                if focused_list().is_some() && window().scroll_y() != Ok(top) {
                    scroll_to_offset(top);
                }
            });
        }
    })
}

/// The list, while focus is in it.
fn focused_list() -> Option<Element> {
    let focused = document().active_element()?;
    focused.closest(concatcp!(".", class::CONTENTS)).ok()?
}

/// Finds the place in view, once a frame.
fn on_scroll() -> EventListener {
    let next = RefCell::new(None::<AnimationFrame>);
    EventListener::new(&window(), "scroll", move |_| {
        next.replace(Some(request_animation_frame(|_| {
            // None above the first entry.
            place_in_view(in_view());
        })));
    })
}

/// The last point or section that begins in the upper part of the window.
fn in_view() -> Option<String> {
    let marks = document()
        .query_selector_all(concatcp!(
            ".",
            class::LEDGER,
            " > .",
            class::POINT,
            ":not([hidden]), .",
            class::SECTION,
            " > .",
            class::SECTION_HEAD
        ))
        .ok()?;
    let mark = |index: u32| marks.get(index)?.dyn_into::<Element>().ok();
    let height = window_height()?;
    // At the end of the page the last entries can't reach the upper part: there it is
    // the target of a link, or else the last one in sight.
    let is_at_end = is_at_end();
    if is_at_end && let Some(id) = target_in_window().and_then(|target| entry_id(&target)) {
        return Some(id);
    }
    let line = if is_at_end { height } else { height * 0.2 };
    let last = last_at_or_above(marks.length(), line, |index| {
        Some(mark(index)?.get_bounding_client_rect().top())
    });
    Some(mark(last?)?.id())
}

/// The index of the last of `count` elements, from top to bottom, that begins at or
/// above `line`. `top` returns where an element begins. A binary search, because
/// asking for a position may lay out the page.
fn last_at_or_above(count: u32, line: f64, top: impl Fn(u32) -> Option<f64>) -> Option<u32> {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = u32::midpoint(low, high);
        if top(middle)? <= line {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low.checked_sub(1)
}

/// The id of the entry for an element: its point, or the head of its section.
fn entry_id(element: &Element) -> Option<String> {
    let point = element
        .closest(concatcp!(".", class::LEDGER, " > .", class::POINT))
        .ok()
        .flatten();
    point
        .or_else(|| section_head(element))
        .map(|place| place.id())
}

/// Makes `element`, to which the page has scrolled, the place in view.
pub(super) fn scrolled_to(element: &Element) {
    if let Some(id) = entry_id(element) {
        place_in_view(Some(id));
    }
}

/// Tells which entry the place in view has, by its id.
fn place_in_view(id: Option<String>) {
    let is_known = with(|state| state.place.as_ref().map(|place| &place.id) == id.as_ref());
    if is_known {
        return;
    }
    let place = id.map(|id| {
        let points = all::<Element>(concatcp!(".", class::CONTENTS_POINTS, " a"));
        let position = points.iter().position(|point| leads_to(point, &id));
        Place {
            name: entry(&id)
                .and_then(|link| link.text_content())
                .unwrap_or_default(),
            number: position.map(|position| (position + 1, points.len())),
            id,
        }
    });
    dispatch(Action::PlaceInView(place));
}

/// The entry with this id.
fn entry(id: &str) -> Option<Element> {
    let links = all::<Element>(concatcp!(".", class::CONTENTS, " li a"));
    links.into_iter().find(|link| leads_to(link, id))
}

/// Marks the entry with this id, and shows the line at the foot of the window; `None`
/// marks no entry and hides the line.
pub(super) fn mark(id: Option<&str>) {
    if let Some(before) = first::<Element>(CURRENT) {
        let _ = before.remove_attribute("aria-current");
    }
    let link = id.and_then(entry);
    if let Some(line) = first::<Element>(concatcp!(".", class::CURRENT_SECTION)) {
        hide(&line, link.is_none());
    }
    if let Some(link) = link {
        let _ = link.set_attribute("aria-current", "location");
        scroll_list_to(&link);
    }
}

fn leads_to(link: &Element, id: &str) -> bool {
    link.get_attribute("href")
        .is_some_and(|href| href.strip_prefix('#') == Some(id))
}

/// Scrolls the list to an entry, unless the reader is moving through the list.
fn scroll_list_to(link: &Element) {
    if let Some(list) = first::<Element>(concatcp!(".", class::CONTENTS))
        && list.scroll_height() > list.client_height()
        && focused_list().is_none()
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

#[cfg(test)]
mod tests {
    use super::last_at_or_above;

    #[test]
    fn the_last_element_above_the_line_is_found() {
        let tops = [-300.0, -20.0, 0.0, 0.0, 150.0, 700.0];
        for (line, expected) in [
            (-301.0, None),
            (-300.0, Some(0)),
            (-1.0, Some(1)),
            (0.0, Some(3)),
            (149.0, Some(3)),
            (9000.0, Some(5)),
        ] {
            for count in 0..=6 {
                let found = last_at_or_above(count, line, |index| Some(tops[index as usize]));
                let simple = (0..count)
                    .filter(|index| tops[*index as usize] <= line)
                    .max();
                assert_eq!(found, simple, "{line}, {count}");
                if count == 6 {
                    assert_eq!(found, expected, "{line}");
                }
            }
        }
    }
}
