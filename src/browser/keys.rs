//! Single keys, for those who read with the keyboard. Never while somebody
//! types, on the page or in what an extension puts over it, never together with the browser's own keys, and not at all for those
//! who turned them off: whoever speaks to their device types letters by the way.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDocument, HtmlElement, KeyboardEvent};

use super::find::{all, all_in, first, is_open, open};
use super::{arrival, share_panel};

/// The name under which the choice is kept.
const KEPT: &str = "says-who-keys";

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    NextPoint,
    PreviousPoint,
    Unfold,
    UnfoldAll,
    CopyLink,
    Find,
    Swap,
    Help,
}

impl Key {
    /// All of them, in the order in which they are listed.
    pub(crate) const ALL: [Self; 8] = [
        Self::NextPoint,
        Self::PreviousPoint,
        Self::Unfold,
        Self::UnfoldAll,
        Self::CopyLink,
        Self::Find,
        Self::Swap,
        Self::Help,
    ];

    /// The key as it is printed. No slash and no apostrophe: Firefox searches
    /// by them.
    pub(crate) fn name(self) -> char {
        match self {
            Self::NextPoint => 'j',
            Self::PreviousPoint => 'k',
            Self::Unfold => 'o',
            Self::UnfoldAll => 'a',
            Self::CopyLink => 'c',
            Self::Find => 'f',
            Self::Swap => 's',
            Self::Help => '?',
        }
    }

    /// What was pressed, if it is one of these and meant for the page.
    pub(crate) fn pressed(event: &KeyboardEvent) -> Option<Self> {
        let with_others = event.ctrl_key()
            || event.meta_key()
            || event.alt_key()
            || event.get_modifier_state("AltGraph");
        // 229 is what an input method gives, also where it says nothing else.
        let composes = event.is_composing() || event.key_code() == 229;
        if with_others || composes || event.default_prevented() || event.repeat() {
            return None;
        }
        let name = letter(&event.key(), &event.code(), event.shift_key())?;
        let key = Self::ALL.into_iter().find(|key| key.name() == name)?;
        (is_on_page(event) && are_on()).then_some(key)
    }
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

/// The letter of a key: the same in capitals, because Caps Lock may be on, but
/// not with Shift. By its place where the layout's letters are others, so that a
/// Cyrillic keyboard has the keys too.
fn letter(key: &str, code: &str, shift: bool) -> Option<char> {
    let mut letters = key.chars();
    let (letter, None) = (letters.next()?, letters.next()) else {
        return None;
    };
    let place = code.strip_prefix("Key").and_then(|key| key.chars().next());
    match (letter, place) {
        // Arabic, Armenian, Greek, wide.
        ('\u{61f}' | '\u{55e}' | '\u{37e}' | '\u{ff1f}', _) => Some('?'),
        _ if shift && (letter.is_ascii_alphabetic() || !letter.is_ascii()) => None,
        (_, Some(place)) if !letter.is_ascii() => Some(place.to_ascii_lowercase()),
        _ => Some(letter.to_ascii_lowercase()),
    }
}

/// Whether the keys are on.
pub(crate) fn are_on() -> bool {
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item(KEPT).ok().flatten());
    kept.as_deref() != Some("off")
}

/// Turns the keys on or off, where the browser lets that be kept.
pub(crate) fn turn(on: bool) {
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
pub(crate) fn step(forward: bool) {
    let neighbour = if forward {
        ".neighbours__next a"
    } else {
        ".neighbours__previous a"
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
        arrival::go(&point.id());
    }
}

/// Unfolds the statement that has focus, or everything in the point in view;
/// folds it where nothing is left to unfold.
pub(crate) fn unfold() {
    let Some(place) = place() else {
        return;
    };
    let own: Vec<Element> = all_in(&place, ".sourcing");
    let to_open = own.iter().any(|one| !is_open(one));
    for one in &own {
        open(one, to_open);
    }
}

/// Copies the link of the statement that has focus, or of the point in view; on
/// an item's own page, of the item.
pub(crate) fn copy_link() {
    let own = place().and_then(|place| place.query_selector("[data-share]").ok()?);
    if let Some(control) = own.or_else(|| first("[data-copy=link]")) {
        share_panel::copy_link(&control);
    }
}

/// Presses the control that `selector` finds.
pub(crate) fn press(selector: &str) {
    if let Some(control) = first::<HtmlElement>(selector) {
        control.click();
    }
}

const POINTS: &str = ".ledger > .point:not([hidden])";

/// The statement or point that the keys are about.
fn place() -> Option<Element> {
    let focused = document().active_element();
    let inside = focused.and_then(|focused| focused.closest(".statement-card[id], .point").ok()?);
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

#[cfg(test)]
mod tests {
    use super::{Key, letter};

    #[test]
    fn every_layout_has_the_keys() {
        for (key, code, shift, taken) in [
            ("j", "KeyJ", false, Some('j')),
            // Caps Lock, and Caps Lock with Shift.
            ("J", "KeyJ", false, Some('j')),
            ("j", "KeyJ", true, None),
            ("J", "KeyJ", true, None),
            // Cyrillic, Greek, Hebrew, Arabic, kana.
            ("о", "KeyJ", false, Some('j')),
            ("О", "KeyJ", false, Some('j')),
            ("О", "KeyJ", true, None),
            ("ξ", "KeyJ", false, Some('j')),
            ("ח", "KeyJ", false, Some('j')),
            ("ت", "KeyJ", false, Some('j')),
            ("ま", "KeyJ", false, Some('j')),
            // By its letter where it has one: on a Dvorak keyboard J is elsewhere, on
            // a French one A.
            ("j", "KeyC", false, Some('j')),
            ("a", "KeyQ", false, Some('a')),
            ("q", "KeyA", false, Some('q')),
            // In German, French, Russian, Greek, Arabic and as full width.
            ("?", "Minus", true, Some('?')),
            ("?", "KeyM", true, Some('?')),
            ("?", "Digit7", true, Some('?')),
            ("?", "Slash", false, Some('?')),
            ("\u{37e}", "KeyQ", false, Some('?')),
            ("\u{61f}", "Slash", true, Some('?')),
            ("？", "Slash", true, Some('?')),
            ("Enter", "Enter", false, None),
            ("Dead", "KeyJ", false, None),
            ("Process", "KeyJ", false, None),
            ("Unidentified", "", false, None),
            ("", "", false, None),
        ] {
            assert_eq!(letter(key, code, shift), taken, "{key} {code} {shift}");
        }
    }

    #[test]
    fn no_key_does_two_things_or_is_one_of_firefox_own() {
        for (index, key) in Key::ALL.iter().enumerate() {
            assert!(!"/'".contains(key.name()));
            assert!(
                Key::ALL
                    .iter()
                    .skip(index + 1)
                    .all(|other| other.name() != key.name())
            );
        }
    }
}
