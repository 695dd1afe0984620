//! Which side stands first. What belongs to the sides stands next to each other
//! in pairs, `data-side` on each, and changes places when they are swapped.

use const_format::concatcp;
use gloo::utils::document;
use says_who_view::dom::attribute;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::dom::{all, first, hide};

/// The pairs in view, by what belongs to the first side. A page about one
/// statement has that first, whichever side is.
const PAIRS: &str = concatcp!(
    ":not([",
    attribute::FIXED,
    "]) > [",
    attribute::SIDE,
    "=",
    attribute::FIRST,
    "]"
);

/// Puts the second side first, or the first.
pub(super) fn set_swapped(swapped: bool) {
    let focused = document().active_element();
    let mut moved = false;
    for own in all::<Element>(PAIRS) {
        let is_other = |other: &Element| {
            other
                .get_attribute(attribute::SIDE)
                .is_some_and(|side| side == attribute::SECOND_SIDE)
        };
        let after = own.next_element_sibling().filter(is_other);
        let (earlier, later) = match after {
            Some(other) if swapped => (other, own),
            None if !swapped => match own.previous_element_sibling().filter(is_other) {
                Some(other) => (own, other),
                None => continue,
            },
            _ => continue,
        };
        if let Some(parent) = later.parent_node() {
            let _ = parent.insert_before(&earlier, Some(&later));
            moved = true;
        }
    }
    if let Some(note) = first::<Element>(concatcp!("[", attribute::SWAPPED, "]")) {
        hide(&note, !swapped);
    }
    // What is moved loses focus.
    if moved
        && let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok())
        && document().active_element().as_ref() != Some(&focused)
    {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = focused.focus_with_options(&options);
    }
}
