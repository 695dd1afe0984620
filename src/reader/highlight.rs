//! Marks on words in the page. They are the browser's own highlights: no
//! element is added, so that the page stays as it was drawn.

use gloo::utils::{document, window};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range};

use super::dom::all_in;
use super::unicode::fold;
use says_who_view::filter::SearchTerm;

/// The highlight's name in the styles.
const NAME: &str = "found";

/// A browser draws this many at once without delay. One letter can occur more
/// often; who searches for one letter is still typing.
const MOST: usize = 2_000;

/// `NodeFilter.SHOW_TEXT`.
const TEXT: u32 = 4;

/// Places in the page, to be marked together.
#[derive(Default)]
pub(super) struct Marks(Array);

impl Marks {
    /// Adds every place where one of the `terms` stands in what `parts` finds in an
    /// element.
    pub(super) fn add(&self, element: &Element, parts: &str, terms: &[SearchTerm]) {
        for part in all_in::<Element>(element, parts) {
            if (self.0.length() as usize) < MOST {
                add(&part, terms, &self.0);
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

fn add(part: &Element, terms: &[SearchTerm], ranges: &Array) {
    let Ok(walker) = document().create_tree_walker_with_what_to_show(part, TEXT) else {
        return;
    };
    // A word or a phrase may go on from one text to the next.
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
            let range = folded.places.get(start).zip(folded.places.get(end - 1));
            if let Some((first, last)) = range
                && let Some(range) = range_in(&texts, first.0, last.1)
            {
                ranges.push(&range);
            }
        }
    }
}

/// The range between two places in texts, each with the place where it begins.
fn range_in(texts: &[(u32, Node)], from: u32, until: u32) -> Option<Range> {
    let first = texts.iter().rfind(|(begins, _)| *begins <= from)?;
    let last = texts.iter().rfind(|(begins, _)| *begins < until)?;
    let range = Range::new().ok()?;
    range.set_start(&first.1, from - first.0).ok()?;
    range.set_end(&last.1, until - last.0).ok()?;
    Some(range)
}
