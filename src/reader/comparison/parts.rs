//! Copies of parts of the page, for a comparison: what is compared reads as on the
//! page, also where the page was translated.

use const_format::concatcp;
use gloo::utils::document;
use says_who_page_data::PageData;
use says_who_view::comparison::Shown;
use says_who_view::dom::{attribute, class};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::Html;

use crate::reader::dom::{all_in, first_in, open, sourcing};

/// The line with the speaker of a statement.
const SPEAKER: &str = concatcp!(":scope > .", class::STATEMENT_CARD_SPEAKER);

/// The words of a statement.
const WORDS: &str = concatcp!(":scope > .", class::STATEMENT_CARD_WORDS);

/// Attributes that belong to the original alone.
const ORIGINAL: [&str; 5] = [
    "tabindex",
    "data-match",
    "data-here",
    "aria-description",
    "hidden",
];

/// The parts of the page with this data.
pub(super) struct PageParts<'d>(pub(super) &'d PageData);

impl PageParts<'_> {
    /// A statement in the wording that is shown, with the sourcing open or not.
    pub(super) fn card(&self, shown: Shown, is_open: bool) -> Html {
        let Some(statement) = self.statement(shown) else {
            return Html::default();
        };
        let copy = match shown.rendering {
            None => copy(&statement),
            Some(at) => rendering(&statement, at),
        };
        let Some(copy) = copy else {
            return Html::default();
        };
        for details in all_in::<Element>(&copy, "details") {
            open(&details, false);
        }
        if let Some(own) = sourcing(&copy) {
            open(&own, is_open);
        }
        Html::VRef(copy.into())
    }

    /// The line with the speaker and the date, as text; for another rendering, its
    /// source.
    pub(super) fn label(&self, shown: Shown) -> String {
        let line = self.statement(shown).and_then(|one| match shown.rendering {
            None => copy(&first_in(&one, SPEAKER)?),
            Some(at) => first_in(&nth_rendering(&one, at)?, "a"),
        });
        // The “⋯” is no part of the text. Only a copy of the line has it.
        if let Some(line) = &line {
            for more in all_in::<Element>(line, concatcp!(".", class::ITEM_LINK)) {
                more.remove();
            }
        }
        text(line)
    }

    /// The words of a statement in the wording that is shown, as text.
    pub(super) fn words(&self, shown: Shown) -> String {
        let statement = self.statement(shown);
        let words = statement.and_then(|one| match shown.rendering {
            None => first_in(&one, WORDS),
            Some(at) => first_in(&nth_rendering(&one, at)?, "p"),
        });
        text(words)
    }

    /// The name of the speaker of a statement.
    pub(super) fn speaker_name(&self, shown: Shown) -> String {
        let statement = self.statement(shown);
        text(statement.and_then(|one| first_in(&one, concatcp!(SPEAKER, " b"))))
    }

    /// The heading under which a statement stands, as “County says”.
    pub(super) fn voice(&self, shown: Shown) -> String {
        let around = self.statement(shown).and_then(|one| {
            one.closest(concatcp!(".", class::CELL, ", .", class::OTHER_VOICES))
                .ok()?
        });
        text(around.and_then(|around| around.first_element_child()))
    }

    /// The heading of a side: 0 for the one that is first in the data.
    pub(super) fn side(&self, point: usize, side: usize) -> String {
        let cell = self.cell(point, side);
        text(cell.and_then(|cell| cell.first_element_child()))
    }

    /// Why a side says nothing on a point.
    pub(super) fn absence(&self, point: usize, side: usize) -> Html {
        let cell = self.cell(point, side);
        copied(cell.and_then(|cell| first_in(&cell, concatcp!(":scope > .", class::ABSENCE))))
    }

    /// The question of a point, which is a link to its page.
    pub(super) fn question(&self, point: usize) -> Html {
        let point = self.point(point);
        copied(
            point.and_then(|point| first_in(&point, concatcp!(".", class::POINT_QUESTION, " a"))),
        )
    }

    fn point(&self, at: usize) -> Option<Element> {
        document().get_element_by_id(&self.0.points.get(at)?.id)
    }

    fn cell(&self, point: usize, side: usize) -> Option<Element> {
        let own = [attribute::SIDE_FIRST, attribute::SIDE_SECOND].get(side)?;
        let cell = format!(".{}[{}={own}]", class::CELL, attribute::SIDE);
        first_in(&self.point(point)?, &cell)
    }

    fn statement(&self, shown: Shown) -> Option<Element> {
        document().get_element_by_id(&shown.statement(self.0)?.id)
    }
}

/// The text of a part; empty if the page does not have it.
fn text(part: Option<Element>) -> String {
    let text = part.and_then(|part| part.text_content());
    text.unwrap_or_default().trim().to_owned()
}

/// A copy of a part; nothing if the page does not have it.
fn copied(part: Option<Element>) -> Html {
    let copy = part.as_ref().and_then(copy);
    copy.map_or_else(Html::default, |copy| Html::VRef(copy.into()))
}

/// One of the other renderings of a statement, in the order of the page.
fn nth_rendering(statement: &Element, at: usize) -> Option<Element> {
    let renderings = all_in::<Element>(statement, concatcp!(".", class::RENDERING));
    renderings.into_iter().nth(at)
}

/// A rendering, below the speaker of its statement.
fn rendering(statement: &Element, at: usize) -> Option<Element> {
    let whole = copy(statement)?;
    let rendering = copy(&nth_rendering(statement, at)?)?;
    let speaker = first_in(&whole, SPEAKER)?;
    whole.replace_children_with_node_1(&rendering.first_child()?);
    whole.append_child(&speaker).ok()?;
    while let Some(rest) = rendering.first_child() {
        whole.append_child(&rest).ok()?;
    }
    Some(whole)
}

/// A copy of a part of the page. Ids must be unique: a copy has its id as `data-item`,
/// by which its tools are found.
fn copy(part: &Element) -> Option<Element> {
    let copy = part.clone_node_with_deep(true).ok()?;
    let copy = copy.dyn_into::<Element>().ok()?;
    for former_id in all_in::<Element>(&copy, concatcp!(".", class::ALIAS_ANCHOR)) {
        former_id.remove();
    }
    for name in ORIGINAL {
        // Removing an attribute can only fail on an invalid name.
        let _ = copy.remove_attribute(name);
    }
    for named in all_in::<Element>(&copy, "[id]").iter().chain([&copy]) {
        if let Some(id) = named.get_attribute("id") {
            let _ = named.remove_attribute("id");
            let _ = named.set_attribute(attribute::ITEM, &id);
        }
    }
    Some(copy)
}
