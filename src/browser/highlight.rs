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

/// Places in the page, to be marked together.
#[derive(Default)]
pub(super) struct Marks(Array);

impl Marks {
    /// Adds every place in an element where one of the folded `needles` stands.
    pub(super) fn add(&self, element: &Element, needles: &[String]) {
        if needles.is_empty() {
            return;
        }
        let Ok(walker) = document().create_tree_walker_with_what_to_show(element, TEXT) else {
            return;
        };
        while (self.0.length() as usize) < MOST
            && let Ok(Some(text)) = walker.next_node()
        {
            if is_searched(&text) {
                add(&text, needles, &self.0);
            }
        }
    }

    /// Marks them, and nothing else.
    pub(super) fn show(&self) {
        // A browser without highlights shows which statements match, not where.
        let _ = if self.0.length() == 0 {
            forget()
        } else {
            register(&self.0)
        };
    }
}

fn registry() -> Result<JsValue, JsValue> {
    let css = Reflect::get(&window(), &"CSS".into())?;
    Reflect::get(&css, &"highlights".into())
}

fn forget() -> Result<(), JsValue> {
    let registry = registry()?;
    let delete = Reflect::get(&registry, &"delete".into())?.dyn_into::<Function>()?;
    delete.call1(&registry, &NAME.into())?;
    Ok(())
}

fn register(ranges: &Array) -> Result<(), JsValue> {
    let registry = registry()?;
    let highlight = Reflect::get(&window(), &"Highlight".into())?.dyn_into::<Function>()?;
    let highlight = Reflect::construct(&highlight, ranges)?;
    let set = Reflect::get(&registry, &"set".into())?.dyn_into::<Function>()?;
    set.call2(&registry, &NAME.into(), &highlight)?;
    Ok(())
}

/// Whether a text is of somebody's words.
fn is_searched(text: &Node) -> bool {
    let parent = text.parent_element();
    parent.is_some_and(|parent| matches!(parent.closest(NOT_SEARCHED), Ok(None)))
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
