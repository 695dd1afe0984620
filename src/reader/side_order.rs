//! The order of the sides. Elements with `data-side` stand next to each other in
//! pairs, which change places when the sides are swapped.

use const_format::concatcp;
use gloo::utils::document;
use says_who_view::dom::attribute;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::dom::{all, first, hide};

/// The element of the first side in each pair. The page of a statement has that side
/// first and is never swapped.
const PAIRS: &str = concatcp!(
    ":not([",
    attribute::FIXED_ORDER,
    "]) > [",
    attribute::SIDE,
    "=",
    attribute::SIDE_FIRST,
    "]"
);

/// Puts the second side first, or restores the order of the data.
pub(super) fn set_swapped(swapped: bool) {
    let focused = document().active_element();
    let mut moved = false;
    for own in all::<Element>(PAIRS) {
        let is_other = |other: &Element| {
            other
                .get_attribute(attribute::SIDE)
                .is_some_and(|side| side == attribute::SIDE_SECOND)
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
    // An element that is moved loses focus.
    if moved
        && let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok())
        && document().active_element().as_ref() != Some(&focused)
    {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = focused.focus_with_options(&options);
    }
}
