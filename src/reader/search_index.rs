//! The search index: the points and statements of the page in view, read from the
//! page. A translated page is searched as it reads.

use std::cell::OnceCell;

use const_format::concatcp;
use says_who_model::Date;
use says_who_view::dom::{attribute, class};
use says_who_view::filter::{FilterQuery, SearchTerm, SideFilter, WordingFilter};
use web_sys::Element;

use super::dom::all_in;
use super::unicode::{fold, search_terms};

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

/// A point.
pub(super) struct Point {
    pub(super) element: Element,
    /// [`POINT_TEXTS`], folded; read at the first search.
    texts: OnceCell<String>,
    /// Read at the first search.
    statements: OnceCell<Vec<Statement>>,
}

/// A statement.
pub(super) struct Statement {
    pub(super) element: Element,
    /// [`VISIBLE_TEXTS`] and [`SOURCING_TEXTS`], folded.
    texts: OnceCell<[String; 2]>,
    /// Whether it is marked as a match.
    pub(super) is_match: bool,
    /// Whether a filter opened its sourcing, which is closed again when it no longer
    /// matches.
    pub(super) is_opened: bool,
}

/// How a statement matches a filter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// It does not.
    No,
    /// By its visible texts.
    Visible,
    /// By its sourcing, which then has to be open.
    InSourcing,
}

/// The ids of both sides, in the order of the data.
pub(super) type Sides = [String; 2];

/// Every point of the page.
pub(super) fn points() -> Vec<Point> {
    let points = super::dom::all::<Element>(concatcp!(".", class::POINT));
    points.into_iter().map(Point::read).collect()
}

impl Point {
    fn read(element: Element) -> Self {
        Self {
            element,
            texts: OnceCell::new(),
            statements: OnceCell::new(),
        }
    }

    /// Its statements.
    pub(super) fn statements(&self) -> &[Statement] {
        self.statements.get_or_init(|| {
            let statements =
                all_in::<Element>(&self.element, concatcp!(".", class::STATEMENT_CARD));
            statements.into_iter().map(Statement::read).collect()
        })
    }

    /// Those that were read.
    pub(super) fn statements_mut(&mut self) -> &mut [Statement] {
        self.statements.get_mut().map_or(&mut [], Vec::as_mut_slice)
    }

    /// Whether the point's own texts have all terms.
    pub(super) fn has(&self, terms: &[SearchTerm]) -> bool {
        let texts = || {
            self.texts
                .get_or_init(|| folded(&self.element, POINT_TEXTS))
        };
        !terms.is_empty() && terms.iter().all(|term| term.matches(texts()))
    }

    /// Drops the cached texts.
    pub(super) fn forget_texts(&mut self) {
        self.texts.take();
        for statement in self.statements_mut() {
            statement.texts.take();
        }
    }
}

impl Statement {
    fn read(element: Element) -> Self {
        Self {
            texts: OnceCell::new(),
            is_match: false,
            is_opened: false,
            element,
        }
    }

    /// How it matches a filter.
    pub(super) fn matches(&self, filter: &Filter<'_>) -> Match {
        let (mut in_all, mut in_visible) = (!filter.is_all, true);
        for term in &filter.terms {
            let texts =
                || [VISIBLE_TEXTS, SOURCING_TEXTS].map(|parts| folded(&self.element, parts));
            let [visible, sourcing] = self.texts.get_or_init(texts);
            let here = term.matches(visible);
            in_visible &= here;
            in_all &= here || term.matches(sourcing);
        }
        match in_all && (filter.only_words || self.has_facets(filter)) {
            false => Match::No,
            true if in_visible => Match::Visible,
            true => Match::InSourcing,
        }
    }

    /// Whether it matches the filters besides the words.
    fn has_facets(&self, filter: &Filter<'_>) -> bool {
        let query = filter.query;
        let has = |name: &str, value: &str| self.attribute(name) == value;
        let date = || self.date();
        query
            .side
            .as_ref()
            .is_none_or(|side| self.is_of(side, filter.sides))
            && query
                .speaker
                .as_ref()
                .is_none_or(|id| has(attribute::SPEAKER, id.as_str()))
            && query.named.is_none_or(|named| {
                named != self.has_attribute(attribute::UNNAMED)
                    && !self.has_attribute(attribute::SUMMARY)
            })
            && query
                .wording
                .is_none_or(|wording| wording == self.wording())
            && query
                .from
                .is_none_or(|from| date().is_some_and(|date| from <= date))
            && query
                .until
                .is_none_or(|until| date().is_some_and(|date| date <= until))
            && query
                .source
                .as_ref()
                .is_none_or(|id| has(attribute::SOURCE, id.as_str()))
            && query
                .outlet
                .as_ref()
                .is_none_or(|outlet| self.outlets().lines().any(|other| other == outlet))
    }

    /// Whether its column is that of this side, or of neither.
    fn is_of(&self, side: &SideFilter, sides: &Sides) -> bool {
        let cell = self
            .element
            .closest(concatcp!("[", attribute::SIDE, "]"))
            .ok()
            .flatten();
        let of = cell.and_then(|cell| cell.get_attribute(attribute::SIDE));
        match (side, of.as_deref()) {
            (SideFilter::Neither, of) => of.is_none(),
            (SideFilter::Side(id), Some(attribute::SIDE_FIRST)) => sides[0] == id.as_str(),
            (SideFilter::Side(id), Some(_)) => sides[1] == id.as_str(),
            (SideFilter::Side(_), None) => false,
        }
    }

    fn has_attribute(&self, name: &str) -> bool {
        self.element.has_attribute(name)
    }

    /// How its words are given.
    fn wording(&self) -> WordingFilter {
        let quoted = concatcp!(
            ":scope > .",
            class::STATEMENT_CARD_WORDS,
            " .",
            class::VERBATIM
        );
        if self.has_attribute(attribute::SUMMARY) {
            WordingFilter::Summarised
        } else if matches!(self.element.query_selector(quoted), Ok(Some(_))) {
            WordingFilter::Quoted
        } else {
            WordingFilter::Paraphrased
        }
    }

    /// When it was said.
    fn date(&self) -> Option<Date> {
        let time = concatcp!(":scope > .", class::STATEMENT_CARD_SPEAKER, " time");
        let time = self.element.query_selector(time).ok()??;
        time.get_attribute("datetime")?.parse().ok()
    }

    /// The outlets of its chain, one on a line.
    pub(super) fn outlets(&self) -> String {
        self.attribute(attribute::OUTLETS)
    }

    /// The speaker's id and name.
    pub(super) fn speaker(&self) -> (String, String) {
        let name = concatcp!(":scope > .", class::STATEMENT_CARD_SPEAKER, " b");
        let name = self.element.query_selector(name).ok().flatten();
        let name = name.and_then(|name| name.text_content());
        (self.attribute(attribute::SPEAKER), name.unwrap_or_default())
    }

    fn attribute(&self, name: &str) -> String {
        self.element.get_attribute(name).unwrap_or_default()
    }
}

/// A filter, prepared for matching.
pub(super) struct Filter<'a> {
    query: &'a FilterQuery,
    sides: &'a Sides,
    pub(super) terms: Vec<SearchTerm>,
    /// Whether it filters by words alone.
    pub(super) only_words: bool,
    /// Whether everything is shown, and nothing marked.
    pub(super) is_all: bool,
}

impl<'a> Filter<'a> {
    pub(super) fn new(query: &'a FilterQuery, sides: &'a Sides) -> Self {
        Self {
            query,
            sides,
            terms: search_terms(&query.text),
            is_all: query.is_unfiltered(),
            only_words: !query.has_selects() && query.source.is_none(),
        }
    }
}

/// The texts that the selector `parts` finds, folded.
fn folded(element: &Element, parts: &str) -> String {
    let mut all = String::new();
    for part in all_in::<Element>(element, parts) {
        all.push_str(&fold(&part.text_content().unwrap_or_default()).text);
    }
    all
}
