//! Highlights the words that were searched for, by the CSS Custom Highlight API: no
//! element is added to the page.

use gloo::utils::{document, window};
use js_sys::{Array, Function, Reflect};
use says_who_view::filter::SearchTerm;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range};

use super::dom::all_in;
use super::unicode::fold;

/// The name of the highlight in the style sheet, `::highlight(found)`.
const NAME: &str = "found";

/// At most so many ranges: a browser paints these without delay. A single letter can
/// occur more often, but then the reader is still typing.
const MAX_RANGES: usize = 2_000;

/// `NodeFilter.SHOW_TEXT`.
const TEXT: u32 = 4;

/// Ranges to highlight.
#[derive(Default)]
pub(super) struct Marks(Array);

impl Marks {
    /// Adds every occurrence of `terms` in the elements that the selector `parts`
    /// finds in `element`.
    pub(super) fn add(&self, element: &Element, parts: &str, terms: &[SearchTerm]) {
        for part in all_in::<Element>(element, parts) {
            if (self.0.length() as usize) < MAX_RANGES {
                add(&part, terms, &self.0);
            }
        }
    }

    /// Highlights these ranges and no others.
    pub(super) fn show(&self) {
        // Without this API a reader sees which statements match, but not where.
        let _ = if self.0.length() == 0 {
            clear()
        } else {
            register(&self.0)
        };
    }
}

fn registry() -> Result<JsValue, JsValue> {
    let css = Reflect::get(&window(), &"CSS".into())?;
    Reflect::get(&css, &"highlights".into())
}

fn clear() -> Result<(), JsValue> {
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

fn add(part: &Element, terms: &[SearchTerm], ranges: &Array) {
    let Ok(walker) = document().create_tree_walker_with_what_to_show(part, TEXT) else {
        return;
    };
    // A word or a phrase may span several text nodes.
    let (mut texts, mut all, mut length) = (Vec::new(), String::new(), 0);
    while let Ok(Some(text)) = walker.next_node() {
        let content = text.text_content().unwrap_or_default();
        texts.push((length, text));
        length += content.encode_utf16().count() as u32;
        all.push_str(&content);
    }
    let folded = fold(&all);
    for term in terms {
        let mut from = 0;
        while let Some((start, end)) = term.find(&folded.text, from) {
            from = end;
            let range = folded.ranges.get(start).zip(folded.ranges.get(end - 1));
            if let Some((first, last)) = range
                && let Some(range) = range_in(&texts, first.0, last.1)
            {
                ranges.push(&range);
            }
        }
    }
}

/// The range between two offsets in text nodes, each of which has the offset at which
/// it begins.
fn range_in(texts: &[(u32, Node)], from: u32, until: u32) -> Option<Range> {
    let first = texts.iter().rfind(|(begins, _)| *begins <= from)?;
    let last = texts.iter().rfind(|(begins, _)| *begins < until)?;
    let range = Range::new().ok()?;
    range.set_start(&first.1, from - first.0).ok()?;
    range.set_end(&last.1, until - last.0).ok()?;
    Some(range)
}
