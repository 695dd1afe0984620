//! Marks on words in the page. They are the browser's own highlights: no
//! element is added, so that the page stays as it was drawn.

use gloo::utils::{document, window};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range};

use crate::showing::fold_into;

/// The highlight's name in the styles.
const NAME: &str = "found";

/// A browser draws this many at once without delay. One letter can occur more
/// often; who searches for one letter is still typing.
const MOST: usize = 2_000;

/// `NodeFilter.SHOW_TEXT`.
const TEXT: u32 = 4;

/// What is no part of anybody's words: controls, labels for those who hear.
const NOT_SEARCHED: &str = ".controls, .visually-hidden, summary, button";

/// Marks every place in `elements` where one of the folded `needles` stands, and
/// nothing else. Without the browser's highlights nothing is marked.
pub(super) fn mark(elements: &[Element], needles: &[String]) {
    let ranges = Array::new();
    for element in elements {
        for text in texts(element) {
            add(&text, needles, &ranges);
            if ranges.length() as usize >= MOST {
                break;
            }
        }
    }
    // A browser without highlights shows which statements match, not where.
    let _ = register(&ranges);
}

/// Takes all marks away.
pub(super) fn clear() {
    let _ = registry().and_then(|registry| {
        let delete = Reflect::get(&registry, &"delete".into())?.dyn_into::<Function>()?;
        delete.call1(&registry, &NAME.into())
    });
}

fn registry() -> Result<JsValue, JsValue> {
    let css = Reflect::get(&window(), &"CSS".into())?;
    Reflect::get(&css, &"highlights".into())
}

fn register(ranges: &Array) -> Result<(), JsValue> {
    let registry = registry()?;
    let highlight = Reflect::get(&window(), &"Highlight".into())?.dyn_into::<Function>()?;
    let highlight = Reflect::construct(&highlight, ranges)?;
    let set = Reflect::get(&registry, &"set".into())?.dyn_into::<Function>()?;
    set.call2(&registry, &NAME.into(), &highlight)?;
    Ok(())
}

/// The text nodes in which somebody's words stand.
fn texts(element: &Element) -> Vec<Node> {
    let Ok(walker) = document().create_tree_walker_with_what_to_show(element, TEXT) else {
        return Vec::new();
    };
    std::iter::from_fn(|| walker.next_node().ok()?)
        .filter(|text| {
            let parent = text.parent_element();
            parent.is_some_and(|parent| matches!(parent.closest(NOT_SEARCHED), Ok(None)))
        })
        .collect()
}

fn add(text: &Node, needles: &[String], ranges: &Array) {
    let content = text.text_content().unwrap_or_default();
    // For each byte of the folded text, where its letter begins and ends in the
    // text, in the units that ranges count.
    let (mut folded, mut places, mut at) = (String::new(), Vec::new(), 0);
    for letter in content.chars() {
        let end = at + letter.len_utf16() as u32;
        fold_into(letter, &mut folded);
        places.resize(folded.len(), (at, end));
        at = end;
    }
    for needle in needles {
        for (start, found) in folded.match_indices(needle.as_str()) {
            let (Some(&(from, _)), Some(&(_, until))) =
                (places.get(start), places.get(start + found.len() - 1))
            else {
                continue;
            };
            if let Ok(range) = Range::new()
                && range.set_start(text, from).is_ok()
                && range.set_end(text, until).is_ok()
            {
                ranges.push(&range);
            }
        }
    }
}
