//! The points and statements of the page in view, read from the page: what
//! stands on it is what is searched, and no copy of the data is needed.

use const_format::concatcp;
use says_who_view::dom::{attribute, class};
use std::cell::OnceCell;

use says_who_model::Date;
use web_sys::Element;

use super::dom::all_in;
use super::unicode::{fold, search_terms};
use says_who_view::filter::{FilterQuery, SearchTerm, SideFilter, WordingFilter};

/// The parts of a point that say something beside its statements. Like those of
/// statements, each is one line of text: words of two don't run together.
pub(super) const OWN: &str = concatcp!(
    ".",
    class::POINT_QUESTION,
    ", .",
    class::POINT_ROW_GROUND,
    ", .",
    class::ABSENCE_NOTE
);

/// The parts of a statement that are always in sight.
pub(super) const SEEN: &str = concatcp!(
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

/// Those that unfold.
pub(super) const UNFOLDS: &str = concatcp!(
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
    /// Its question and what stands beside the statements, folded; read when it is
    /// first searched.
    own: OnceCell<String>,
    /// Found when they are first looked at.
    statements: OnceCell<Vec<Statement>>,
}

/// A statement.
pub(super) struct Statement {
    pub(super) element: Element,
    /// What is always in sight, folded, and what unfolds.
    texts: OnceCell<[String; 2]>,
    /// Whether it is marked as one that matches.
    pub(super) matches: bool,
    /// Whether a filter unfolded it, so that it is folded again when it no longer
    /// matches.
    pub(super) unfolded: bool,
}

/// What is asked of a statement, and how far it answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// It is not meant.
    No,
    /// It is, by what is in sight.
    Seen,
    /// It is, by what unfolds.
    Unfolds,
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
            own: OnceCell::new(),
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

    /// Those that were looked at, to be changed.
    pub(super) fn statements_mut(&mut self) -> &mut [Statement] {
        self.statements.get_mut().map_or(&mut [], Vec::as_mut_slice)
    }

    /// Whether all that is searched for stands beside the statements.
    pub(super) fn has(&self, terms: &[SearchTerm]) -> bool {
        let own = || self.own.get_or_init(|| folded(&self.element, OWN));
        !terms.is_empty() && terms.iter().all(|term| term.is_in(own()))
    }

    /// Has its texts read again when they are next searched.
    pub(super) fn forget_texts(&mut self) {
        self.own.take();
        for statement in self.statements_mut() {
            statement.texts.take();
        }
    }
}

impl Statement {
    fn read(element: Element) -> Self {
        Self {
            texts: OnceCell::new(),
            matches: false,
            unfolded: false,
            element,
        }
    }

    /// Whether it is one of those that `asked` means.
    pub(super) fn answers(&self, asked: &Asked<'_>) -> Answer {
        let (mut in_all, mut in_seen) = (!asked.is_all, true);
        for term in &asked.terms {
            let texts = || [SEEN, UNFOLDS].map(|parts| folded(&self.element, parts));
            let [seen, unfolds] = self.texts.get_or_init(texts);
            let here = term.is_in(seen);
            in_seen &= here;
            in_all &= here || term.is_in(unfolds);
        }
        match in_all && (asked.only_words || self.fits(asked)) {
            false => Answer::No,
            true if in_seen => Answer::Seen,
            true => Answer::Unfolds,
        }
    }

    /// Whether it is one of those that the choices beside the words mean.
    fn fits(&self, asked: &Asked<'_>) -> bool {
        let query = asked.query;
        let has = |name: &str, value: &str| self.attribute(name) == value;
        let date = || self.date();
        query
            .side
            .as_ref()
            .is_none_or(|side| self.is_of(side, asked.sides))
            && query
                .speaker
                .as_ref()
                .is_none_or(|id| has(attribute::SPEAKER, id.as_str()))
            && query.named.is_none_or(|named| {
                named != self.is(attribute::UNNAMED) && !self.is(attribute::SUMMARY)
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

    /// Whether it was said for this side, or for neither.
    fn is_of(&self, side: &SideFilter, sides: &Sides) -> bool {
        let cell = self
            .element
            .closest(concatcp!("[", attribute::SIDE, "]"))
            .ok()
            .flatten();
        let of = cell.and_then(|cell| cell.get_attribute(attribute::SIDE));
        match (side, of.as_deref()) {
            (SideFilter::Neither, of) => of.is_none(),
            (SideFilter::Side(id), Some(attribute::FIRST)) => sides[0] == id.as_str(),
            (SideFilter::Side(id), Some(_)) => sides[1] == id.as_str(),
            (SideFilter::Side(_), None) => false,
        }
    }

    fn is(&self, mark: &str) -> bool {
        self.element.has_attribute(mark)
    }

    /// How the words came down to the page.
    fn wording(&self) -> WordingFilter {
        let quoted = concatcp!(
            ":scope > .",
            class::STATEMENT_CARD_WORDS,
            " .",
            class::VERBATIM
        );
        if self.is(attribute::SUMMARY) {
            WordingFilter::Summarised
        } else if matches!(self.element.query_selector(quoted), Ok(Some(_))) {
            WordingFilter::Quoted
        } else {
            WordingFilter::Paraphrased
        }
    }

    /// The day it was said.
    fn date(&self) -> Option<Date> {
        let time = concatcp!(":scope > .", class::STATEMENT_CARD_SPEAKER, " time");
        let time = self.element.query_selector(time).ok()??;
        time.get_attribute("datetime")?.parse().ok()
    }

    /// The outlets on its way, a line each.
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

/// What an address asks, made ready.
pub(super) struct Asked<'a> {
    query: &'a FilterQuery,
    sides: &'a Sides,
    pub(super) terms: Vec<SearchTerm>,
    /// Whether nothing is asked beside the words.
    pub(super) only_words: bool,
    /// Whether nothing is asked at all: everything is shown, and no match marked.
    pub(super) is_all: bool,
}

impl<'a> Asked<'a> {
    pub(super) fn new(query: &'a FilterQuery, sides: &'a Sides) -> Self {
        Self {
            query,
            sides,
            terms: search_terms(&query.words),
            is_all: query.is_all(),
            only_words: !query.has_choices() && query.source.is_none(),
        }
    }
}

/// The texts of some parts of an element, folded.
fn folded(element: &Element, parts: &str) -> String {
    let mut all = String::new();
    for part in all_in::<Element>(element, parts) {
        all.push_str(&fold(&part.text_content().unwrap_or_default()).text);
    }
    all
}
