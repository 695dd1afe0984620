//! Applies a filter to the ledger: hides points, marks and opens the statements
//! that match, highlights the words.

use const_format::concatcp;
use says_who_view::dom::class;
use says_who_view::filter::FilterQuery;
use says_who_view::search_form::Choices;
use web_sys::Element;

use super::dom::{first, hide, is_open, open};
use super::highlight::Marks;
use super::scroll_to;
use super::search_index::{
    Filter, Match, POINT_TEXTS, Point, SOURCING_TEXTS, Sides, Statement, VISIBLE_TEXTS, points,
};
use super::unicode::search_terms;

/// Set on a statement that matches.
const MATCH: &str = "data-match";

/// Says the same to a screen reader.
const DESCRIPTION: &str = "aria-description";

/// How much is shown.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Count {
    /// Points that are shown.
    pub(super) points: usize,
    /// All points.
    pub(super) of: usize,
    /// Statements that match.
    pub(super) statements: usize,
}

/// The ledger, and the filter that is applied to it.
#[derive(Default)]
pub(super) struct FilteredLedger {
    /// Read at the first search: most readers never search.
    points: Option<Vec<Point>>,
    applied: Option<(FilterQuery, Count)>,
    pass: Option<Pass>,
}

/// How far a filter has been applied.
pub(super) enum Progress {
    /// Completely; `None` where everything is shown.
    Done(Option<Count>),
    /// In part: call again once the browser has had its turn.
    Pending,
}

/// One pass over the ledger. It changes nothing on the page until it is complete,
/// so that the browser lays out and paints once.
struct Pass {
    query: FilterQuery,
    /// Of the points so far: how each statement matches.
    matches: Vec<Match>,
    /// Of the points so far: whether each is shown.
    stays: Vec<bool>,
    marks: Marks,
}

/// Time budget of one step, in milliseconds: half a frame.
const BUDGET: f64 = 8.0;

impl FilteredLedger {
    /// Applies a filter for one time budget. Another filter starts a new pass.
    /// `description` tells a screen reader that a statement matches.
    pub(super) fn apply(
        &mut self,
        query: &FilterQuery,
        sides: &Sides,
        description: &str,
    ) -> Progress {
        let mut query = query.clone();
        if search_terms(&query.text).is_empty() {
            // Punctuation alone asks for nothing.
            query.text.clear();
        }
        let query = &query;
        let pass = self.pass.take().filter(|pass| pass.query == *query);
        let mut pass = match (pass, &self.applied) {
            (Some(pass), _) => pass,
            // An unfinished pass has changed nothing yet.
            (None, None) if query.is_unfiltered() => return Progress::Done(None),
            // Applied already: what a link has shown since stays.
            (None, Some((before, count))) if before == query => {
                return Progress::Done(Some(*count));
            }
            (None, _) => Pass::new(query),
        };
        // Reading the points is part of the budget: in a long dispute it takes time.
        let until = js_sys::Date::now() + BUDGET;
        let points = self.points.get_or_insert_with(points);
        if !pass.advance(points, sides, until) {
            self.pass = Some(pass);
            return Progress::Pending;
        }
        let count = scroll_to::keep_target_in_place(|| pass.show(points, description));
        self.applied = (!query.is_unfiltered()).then(|| (query.clone(), count));
        Progress::Done(self.applied.as_ref().map(|(_, count)| *count))
    }

    /// Drops the cached texts: the page may have been translated since.
    pub(super) fn forget_texts(&mut self) {
        for point in self.points.iter_mut().flatten() {
            point.forget_texts();
        }
    }

    /// Every speaker and every outlet of the ledger, sorted by name.
    pub(super) fn choices(&mut self) -> Choices {
        let (mut speakers, mut outlets) = (Vec::new(), Vec::new());
        let points = self.points.get_or_insert_with(points);
        for statement in points.iter().flat_map(Point::statements) {
            // An outlet's summary has no speaker.
            let speaker = statement.speaker();
            if !speaker.0.is_empty() {
                add(&mut speakers, speaker);
            }
            for outlet in statement.outlets().lines() {
                add(&mut outlets, (outlet.to_owned(), outlet.to_owned()));
            }
        }
        Choices { speakers, outlets }
    }
}

impl Pass {
    fn new(query: &FilterQuery) -> Self {
        Self {
            query: query.clone(),
            matches: Vec::new(),
            stays: Vec::new(),
            marks: Marks::default(),
        }
    }

    /// Matches the next points until the budget is spent. Whether the pass is
    /// complete, with time left to show it.
    fn advance(&mut self, points: &[Point], sides: &Sides, until: f64) -> bool {
        let filter = Filter::new(&self.query, sides);
        // The clock may be wrong: at least one point is matched in each step, and a
        // clock that gives NaN never ends one.
        let is_over = || js_sys::Date::now() > until;
        for point in &points[self.stays.len()..] {
            let mut stays = filter.is_all;
            for statement in point.statements() {
                let matched = statement.matches(&filter);
                self.matches.push(matched);
                if matched != Match::No {
                    stays = true;
                    for parts in [VISIBLE_TEXTS, SOURCING_TEXTS] {
                        self.marks.add(&statement.element, parts, &filter.terms);
                    }
                }
            }
            // A point is shown as a whole, so that both sides stay.
            stays |= filter.only_words && point.has(&filter.terms);
            self.stays.push(stays);
            if stays {
                self.marks.add(&point.element, POINT_TEXTS, &filter.terms);
            }
            if is_over() {
                return false;
            }
        }
        true
    }

    /// Changes the page, once the pass is complete.
    fn show(&self, points: &mut [Point], description: &str) -> Count {
        let mut matches = self.matches.iter();
        for (point, stays) in points.iter_mut().zip(&self.stays) {
            for (statement, matched) in point.statements_mut().iter_mut().zip(&mut matches) {
                if *matched == Match::InSourcing {
                    open_sourcing(statement);
                } else {
                    close_sourcing(statement);
                }
                set_match(statement, *matched != Match::No, description);
            }
            // Set even where it was: a link may have shown the point since.
            hide(&point.element, !*stays);
        }
        self.marks.show();
        let matching = self.matches.iter().filter(|one| **one != Match::No);
        Count {
            points: self.stays.iter().filter(|stays| **stays).count(),
            of: points.len(),
            statements: matching.count(),
        }
    }
}

/// Inserts an id and its name, sorted by name, unless the list has them. Smaller
/// than sorting once at the end.
fn add(list: &mut Vec<(String, String)>, one: (String, String)) {
    let place = list.binary_search_by(|(id, name)| (name, id).cmp(&(&one.1, &one.0)));
    if let Err(at) = place {
        list.insert(at, one);
    }
}

/// The name of a source, as the chain of a statement shows it.
pub(super) fn source_name(id: &str) -> Option<String> {
    let link = format!(".{} a[href$='#{id}']", class::CHAIN);
    first::<Element>(&link)?.text_content()
}

/// Opens the sourcing of a statement in which something matches.
fn open_sourcing(statement: &mut Statement) {
    if let Some(own) = sourcing(&statement.element).filter(|own| !is_open(own)) {
        open(&own, true);
        statement.is_opened = true;
    }
}

/// Closes it, if a filter opened it.
fn close_sourcing(statement: &mut Statement) {
    if std::mem::take(&mut statement.is_opened)
        && let Some(own) = sourcing(&statement.element)
    {
        open(&own, false);
    }
}

/// Marks a statement as a match, or removes the mark.
fn set_match(statement: &mut Statement, is_match: bool, description: &str) {
    if std::mem::replace(&mut statement.is_match, is_match) == is_match {
        return;
    }
    let element = &statement.element;
    let _ = if is_match {
        let _ = element.set_attribute(DESCRIPTION, description);
        element.set_attribute(MATCH, "")
    } else {
        let _ = element.remove_attribute(DESCRIPTION);
        element.remove_attribute(MATCH)
    };
}

/// A statement's own sourcing.
fn sourcing(statement: &Element) -> Option<Element> {
    statement
        .query_selector(concatcp!(":scope > .", class::SOURCING))
        .ok()?
}
