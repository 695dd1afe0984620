//! The elements of the points and statements of the page in view, found by their ids,
//! and their texts. A translated page is searched as it reads.

use const_format::concatcp;
use gloo::utils::document;
use says_who_page_data::{PageData, Point};
use says_who_view::dom::class;
use says_who_view::filter::{PointTexts, StatementTexts};
use web_sys::Element;

use super::dom::{all_in, first_in};
use super::unicode::fold;

/// The texts of a point besides its statements, as a selector. Each match is a text of
/// its own, so that the words of two don't run together.
pub(super) const POINT_TEXTS: &str = concatcp!(
    ".",
    class::POINT_QUESTION,
    ", .",
    class::POINT_ROW_GROUND,
    ", .",
    class::ABSENCE_NOTE
);

/// The texts of a statement that are always visible.
pub(super) const VISIBLE_TEXTS: &str = concatcp!(
    ":scope > :is(.",
    class::STATEMENT_CARD_WORDS,
    ", .",
    class::STATEMENT_CARD_SPEAKER,
    ", .",
    class::STATEMENT_CARD_NOTE,
    "), :scope > .",
    class::SOURCING,
    " > summary"
);

/// Those within its sourcing.
pub(super) const SOURCING_TEXTS: &str = concatcp!(
    ":scope > .",
    class::SOURCING,
    " :is(.",
    class::CHAIN,
    " li, .",
    class::SOURCING_DAY,
    ", .",
    class::RENDERING,
    " p)"
);

/// A point on the page.
pub(super) struct PointElement {
    /// `None` if something has removed it from the page.
    pub(super) element: Option<Element>,
    /// Its statements, in the order of the data.
    pub(super) statements: Vec<StatementElement>,
}

/// A statement on the page.
pub(super) struct StatementElement {
    /// `None` if something has removed it from the page.
    pub(super) element: Option<Element>,
    /// Whether it is marked as a match.
    pub(super) is_match: bool,
    /// Whether a filter opened its sourcing, which is closed again when it no longer
    /// matches.
    pub(super) is_opened: bool,
}

/// The elements of all points, in the order of the data.
pub(super) fn find(data: &PageData) -> Vec<PointElement> {
    data.points.iter().map(PointElement::find).collect()
}

impl PointElement {
    fn find(point: &Point) -> Self {
        let element = |id: &str| document().get_element_by_id(id);
        let statements = point.statements.iter();
        Self {
            element: element(&point.id),
            statements: statements
                .map(|statement| StatementElement {
                    element: element(&statement.id),
                    is_match: false,
                    is_opened: false,
                })
                .collect(),
        }
    }

    /// Its texts, folded.
    pub(super) fn texts(&self) -> PointTexts {
        PointTexts {
            own: folded(self.element.as_ref(), POINT_TEXTS),
            statements: self
                .statements
                .iter()
                .map(StatementElement::texts)
                .collect(),
        }
    }
}

impl StatementElement {
    fn texts(&self) -> StatementTexts {
        let texts = |parts| folded(self.element.as_ref(), parts);
        StatementTexts {
            visible: texts(VISIBLE_TEXTS),
            sourcing: texts(SOURCING_TEXTS),
        }
    }

    /// The name of its speaker, as it reads.
    pub(super) fn speaker_name(&self) -> Option<String> {
        const NAME: &str = concatcp!(":scope > .", class::STATEMENT_CARD_SPEAKER, " b");
        first_in(self.element.as_ref()?, NAME)?.text_content()
    }
}

/// The texts that the selector `parts` finds, folded.
fn folded(element: Option<&Element>, parts: &str) -> String {
    let mut all = String::new();
    for part in element.map_or_else(Vec::new, |element| all_in::<Element>(element, parts)) {
        all.push_str(&fold(&part.text_content().unwrap_or_default()).text);
    }
    all
}
