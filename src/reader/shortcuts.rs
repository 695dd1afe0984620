//! Single keys, for those who read with the keyboard. Never while somebody
//! types, on the page or in what an extension puts over it, never together with the browser's own keys, and not at all for those
//! who turned them off: whoever speaks to their device types letters by the way.

use const_format::concatcp;
use gloo::utils::{document, window};
use says_who_view::dom::{attribute, class};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDocument, HtmlElement, KeyboardEvent};

use super::dom::{all, all_in, first, is_open, open};
use super::{scroll_to, share_dialog};
use says_who_view::shortcut::Shortcut;

/// The name under which the choice is kept.
const KEPT: &str = "says-who-keys";

/// The shortcut that was pressed, if the key is one and meant for the page.
pub(super) fn pressed(event: &KeyboardEvent) -> Option<Shortcut> {
    let with_others = event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
        || event.get_modifier_state("AltGraph");
    // 229 is what an input method gives, also where it says nothing else.
    let composes = event.is_composing() || event.key_code() == 229;
    if with_others || composes || event.default_prevented() || event.repeat() {
        return None;
    }
    let shortcut = Shortcut::of_key(&event.key(), &event.code(), event.shift_key())?;
    (is_on_page(event) && are_on()).then_some(shortcut)
}

/// What may have focus on our pages and takes no letters. All else is somebody
/// else's, or a field.
const OURS: &str = "html, body, #app a[href], #app button, #app summary, #app [tabindex='-1']";

/// What takes letters, or is over the page.
const TAKES_LETTERS: &str = "dialog, input, select, textarea, audio, video, [aria-modal=true], \
    [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton], [role=slider], \
    [role=listbox], [role=menu], [role=menubar], [role=grid], [role=treegrid], [role=tree], \
    [role=radiogroup], [role=tablist], [role=application], [role=dialog], [role=alertdialog]";

/// Whether a key was pressed on the page itself: on nothing, or on something of
/// ours that takes no letters.
fn is_on_page(event: &KeyboardEvent) -> bool {
    // Within shadow trees the event's own target is only the first around it.
    let pressed_on = event.composed_path().get(0).dyn_into::<Element>();
    let focused = document().active_element();
    let writes = document()
        .dyn_into::<HtmlDocument>()
        .is_ok_and(|document| document.design_mode() == "on");
    !writes
        && first::<Element>("dialog[open]").is_none()
        && pressed_on.is_ok_and(|one| takes_no_letters(&one))
        && focused.is_none_or(|one| takes_no_letters(&one))
}

fn takes_no_letters(element: &Element) -> bool {
    let is_edited = element
        .dyn_ref::<HtmlElement>()
        .is_some_and(HtmlElement::is_content_editable);
    !is_edited
        // In a shadow tree there is no way up to our root.
        && element.matches(OURS).unwrap_or_default()
        // Ours have plain names.
        && !element.local_name().contains('-')
        && matches!(element.closest(TAKES_LETTERS), Ok(None))
}

/// Whether the keys are on.
pub(super) fn are_on() -> bool {
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item(KEPT).ok().flatten());
    kept.as_deref() != Some("off")
}

/// Turns the keys on or off, where the browser lets that be kept.
pub(super) fn turn(on: bool) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = if on {
            storage.remove_item(KEPT)
        } else {
            storage.set_item(KEPT, "off")
        };
    }
}

/// Goes to the point after the one in view, or before it; on an item's own
/// page, to the item after or before.
pub(super) fn step(forward: bool) {
    let neighbour = if forward {
        concatcp!(".", class::NEIGHBOUR_NEXT, " a")
    } else {
        concatcp!(".", class::NEIGHBOUR_PREVIOUS, " a")
    };
    if let Some(link) = first::<HtmlElement>(neighbour) {
        link.click();
        return;
    }
    let points: Vec<Element> = all(POINTS);
    let current = current(&points);
    let next = match (current, forward) {
        (None, true) => Some(0),
        (None, false) => None,
        (Some(index), true) => Some(index + 1),
        (Some(index), false) => index.checked_sub(1),
    };
    if let Some(point) = next.and_then(|index| points.get(index)) {
        scroll_to::go(&point.id());
    }
}

/// Unfolds the statement that has focus, or everything in the point in view;
/// folds it where nothing is left to unfold.
pub(super) fn unfold() {
    let Some(place) = place() else {
        return;
    };
    let own: Vec<Element> = all_in(&place, concatcp!(".", class::SOURCING));
    let to_open = own.iter().any(|one| !is_open(one));
    for one in &own {
        open(one, to_open);
    }
}

/// Copies the link of the statement that has focus, or of the point in view; on
/// an item's own page, of the item.
pub(super) fn copy_link() {
    let own = place().and_then(|place| {
        place
            .query_selector(concatcp!("[", attribute::SHARE, "]"))
            .ok()?
    });
    if let Some(control) = own.or_else(|| first(concatcp!("[", attribute::COPY, "=link]"))) {
        share_dialog::copy_link(&control);
    }
}

/// Presses the control that `selector` finds.
pub(super) fn press(selector: &str) {
    if let Some(control) = first::<HtmlElement>(selector) {
        control.click();
    }
}

const POINTS: &str = concatcp!(".", class::LEDGER, " > .", class::POINT, ":not([hidden])");

/// The statement or point that the keys are about.
fn place() -> Option<Element> {
    let focused = document().active_element();
    let inside = focused.and_then(|focused| {
        focused
            .closest(concatcp!(
                ".",
                class::STATEMENT_CARD,
                "[id], .",
                class::POINT
            ))
            .ok()?
    });
    inside.or_else(|| {
        let points: Vec<Element> = all(POINTS);
        points.get(current(&points)?).cloned()
    })
}

/// The point with focus, or the last that begins in the upper part of the window.
fn current(points: &[Element]) -> Option<usize> {
    let focused = document().active_element();
    let focused = points.iter().position(|point| {
        focused
            .as_ref()
            .is_some_and(|focused| point.contains(Some(focused)))
    });
    focused.or_else(|| {
        let line = window().inner_height().ok()?.as_f64()? * 0.4;
        let above = points.partition_point(|point| point.get_bounding_client_rect().top() <= line);
        above.checked_sub(1)
    })
}
