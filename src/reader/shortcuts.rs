//! Keyboard shortcuts, which are single keys. They are ignored while the reader
//! types, on the page or in an extension's overlay, and together with modifier keys.
//! They can be turned off: speech input types letters too (WCAG 2.1.4).

use const_format::concatcp;
use gloo::utils::{document, window};
use says_who_view::dom::{attribute, class};
use says_who_view::shortcut::Shortcut;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDocument, HtmlElement, KeyboardEvent};

use super::dom::{COMPARING, all, all_in, first, first_in, is_open, open, window_height};
use super::{scroll_to, share_dialog};

/// The key in local storage; `off` turns the shortcuts off.
const STORAGE_KEY: &str = "says-who-keys";

/// The shortcut that was pressed, if the key is one and meant for the page.
pub(super) fn pressed(event: &KeyboardEvent) -> Option<Shortcut> {
    let has_modifier = event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
        || event.get_modifier_state("AltGraph");
    // Input methods send key code 229, some without `isComposing`.
    let is_composing = event.is_composing() || event.key_code() == 229;
    if has_modifier || is_composing || event.default_prevented() || event.repeat() {
        return None;
    }
    let shortcut = Shortcut::from_key_event(&event.key(), &event.code(), event.shift_key())?;
    (is_on_page(event) && are_on()).then_some(shortcut)
}

/// Elements of our pages that may have focus and take no text. All others are fields,
/// or an extension's.
const FOCUSABLE: &str = "html, body, #app a[href], #app button, #app summary, #app [tabindex='-1']";

/// Elements that take text, or lie over the page.
const TAKES_TEXT: &str = "dialog, input, select, textarea, audio, video, [aria-modal=true], \
    [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton], [role=slider], \
    [role=listbox], [role=menu], [role=menubar], [role=grid], [role=treegrid], [role=tree], \
    [role=radiogroup], [role=tablist], [role=application], [role=dialog], [role=alertdialog]";

/// Whether a key was pressed on the page itself, where no element takes text.
fn is_on_page(event: &KeyboardEvent) -> bool {
    // For a key in a shadow tree the event's target is only the host.
    let pressed_on = event.composed_path().get(0).dyn_into::<Element>();
    let focused = document().active_element();
    let is_edited = document()
        .dyn_into::<HtmlDocument>()
        .is_ok_and(|document| document.design_mode() == "on");
    !is_edited
        && first::<Element>("dialog[open]").is_none()
        && pressed_on.is_ok_and(|one| takes_no_text(&one))
        && focused.is_none_or(|one| takes_no_text(&one))
}

fn takes_no_text(element: &Element) -> bool {
    let is_edited = element
        .dyn_ref::<HtmlElement>()
        .is_some_and(HtmlElement::is_content_editable);
    !is_edited
        // In a shadow tree this does not find the app's element.
        && element.matches(FOCUSABLE).unwrap_or_default()
        // We have no custom elements.
        && !element.local_name().contains('-')
        && matches!(element.closest(TAKES_TEXT), Ok(None))
}

/// Whether the shortcuts are on.
pub(super) fn are_on() -> bool {
    let storage = window().local_storage().ok().flatten();
    let stored = storage.and_then(|storage| storage.get_item(STORAGE_KEY).ok().flatten());
    stored.as_deref() != Some("off")
}

/// Turns the shortcuts on or off, if the browser lets us store that.
pub(super) fn turn(on: bool) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = if on {
            storage.remove_item(STORAGE_KEY)
        } else {
            storage.set_item(STORAGE_KEY, "off")
        };
    }
}

/// Goes to the next or previous point; on the page of an item, to the next or
/// previous item.
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
        scroll_to::item(&point.id(), scroll_to::ScrollMode::Scroll);
    }
}

/// Opens the sourcing of the focused statement, or all in the point in view; closes
/// it where all is open.
pub(super) fn unfold() {
    if let Some(place) = place().or_else(comparison) {
        unfold_in(&place);
    }
}

/// Opens or closes every sourcing of what is compared, or else of the page.
pub(super) fn unfold_all() {
    match comparison() {
        Some(comparison) => unfold_in(&comparison),
        None => press(concatcp!(".", class::ALL_SOURCES, " button")),
    }
}

fn unfold_in(place: &Element) {
    let own: Vec<Element> = all_in(place, concatcp!(".", class::SOURCING));
    let to_open = own.iter().any(|one| !is_open(one));
    for one in &own {
        open(one, to_open);
    }
}

/// Copies the link of the focused statement or the point in view; on the page of an
/// item, of the item; of what is compared.
pub(super) fn copy_link() {
    let copy = concatcp!("[", attribute::COPY, "=link]");
    let compared = comparison().and_then(|place| first_in(&place, copy));
    let share = concatcp!("[", attribute::SHARE_VERSION, "]");
    let own = place().and_then(|place| first_in(&place, share));
    if let Some(control) = compared.or(own).or_else(|| first(copy)) {
        share_dialog::copy_link(&control);
    }
}

/// Clicks a control.
pub(super) fn press(selector: &str) {
    if let Some(control) = first::<HtmlElement>(selector) {
        control.click();
    }
}

/// The points in view; none while something is compared.
const POINTS: &str = concatcp!(
    ":not([",
    COMPARING,
    "]) > .page .",
    class::LEDGER,
    " > .",
    class::POINT,
    ":not([hidden])"
);

/// What is compared, while it is shown.
fn comparison() -> Option<Element> {
    first(concatcp!("[", COMPARING, "] .", class::COMPARISON))
}

/// The statement or point that a shortcut is about.
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
        let line = window_height()? * 0.4;
        let above = points.partition_point(|point| point.get_bounding_client_rect().top() <= line);
        above.checked_sub(1)
    })
}
