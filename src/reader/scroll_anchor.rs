//! The place in view, by an element: unlike a scroll position it stays right when the
//! layout above changes.

use const_format::concatcp;
use gloo::utils::{document, window};
use says_who_view::dom::class;
use web_sys::Element;

use super::dom::window_height;
use super::scroll_to::{focus, scroll_to_offset, target_in_window, top_of};

/// An element in view and its distance from the top of the window.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ScrollAnchor {
    id: String,
    top: f64,
}

impl ScrollAnchor {
    /// The element in the middle of the window; `None` where nothing there has an id.
    pub(super) fn in_view() -> Option<Self> {
        let window = window();
        let middle = |length: f64| (length / 2.0) as f32;
        let across = middle(window.inner_width().ok()?.as_f64()?);
        let down = middle(window_height()?);
        let element = document().element_from_point(across, down)?;
        let named = element
            .closest(concatcp!(".", class::SECTION, " [id]"))
            .ok()??;
        Some(Self {
            id: named.id(),
            top: top_of(&named),
        })
    }

    /// The target of a link, while it is in the window.
    pub(super) fn of_target() -> Option<Self> {
        let element = target_in_window()?;
        Some(Self {
            id: element.id(),
            top: top_of(&element),
        })
    }

    /// The element.
    pub(super) fn element(&self) -> Option<Element> {
        document().get_element_by_id(&self.id)
    }

    /// Focuses the element, without scrolling.
    pub(super) fn focus(&self) {
        if let Some(element) = self.element() {
            focus(&element);
        }
    }

    /// Scrolls so that the element is where it was. Returns by how much, in pixels.
    pub(super) fn restore(&self) -> f64 {
        let Some(named) = self.element() else {
            return 0.0;
        };
        let off = top_of(&named) - self.top;
        let before = window().scroll_y().unwrap_or_default();
        if off.abs() >= 1.0 {
            scroll_to_offset(before + off);
        }
        window().scroll_y().unwrap_or_default() - before
    }
}

/// Makes a change that may move the target of a link, and keeps the target in place:
/// WebKit has no scroll anchoring.
pub(super) fn keep_target_in_place<T>(change: impl FnOnce() -> T) -> T {
    let anchor = ScrollAnchor::of_target();
    let done = change();
    if let Some(anchor) = anchor {
        anchor.restore();
    }
    done
}
