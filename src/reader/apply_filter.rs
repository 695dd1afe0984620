//! The points of the page that are on show, the statements that match, and
//! where. The elements are told directly: what is written stays as it is.

use const_format::concatcp;
use says_who_view::dom::class;
use web_sys::Element;

use super::dom::{first, hide, is_open, open};
use super::highlight::Marks;
use super::scroll_to;
use super::search_index::{Answer, Asked, OWN, Point, SEEN, Sides, Statement, UNFOLDS, points};
use super::unicode::search_terms;
use says_who_view::filter::FilterQuery;
use says_who_view::search_form::Choices;

/// On a statement that matches.
const MATCH: &str = "data-match";

/// Tells those who do not see it.
const DESCRIPTION: &str = "aria-description";

/// How many points and statements are on show.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Count {
    pub(super) points: usize,
    pub(super) of: usize,
    pub(super) statements: usize,
}

/// The ledger, as far as it was read, and what was done to it.
#[derive(Default)]
pub(super) struct FilteredLedger {
    /// Read when it is first searched: most readers never do.
    points: Option<Vec<Point>>,
    applied: Option<(FilterQuery, Count)>,
    run: Option<Run>,
}

/// How far what is asked for has been done.
pub(super) enum Done {
    /// All of it; how much there is on show, unless it is everything.
    All(Option<Count>),
    /// A part, and the browser is to have its turn before the next.
    Part,
}

/// One way through the ledger. Nothing is done to the page on it: the browser
/// would lay out and draw what is not yet all.
struct Run {
    query: FilterQuery,
    /// How each statement answers, of the points looked at.
    answers: Vec<Answer>,
    /// Whether each of these points stays on show.
    stays: Vec<bool>,
    marks: Marks,
}

/// So long a part takes, in milliseconds: half of what there is between two
/// pictures.
const PART: f64 = 8.0;

impl FilteredLedger {
    /// Goes on to show what is asked for. Asked for something else, it begins
    /// anew. `matches` is how a match is described to those who do not see it.
    pub(super) fn apply(&mut self, query: &FilterQuery, sides: &Sides, matches: &str) -> Done {
        let mut query = query.clone();
        if search_terms(&query.words).is_empty() {
            // Marks alone are no words.
            query.words.clear();
        }
        let query = &query;
        let run = self.run.take().filter(|run| run.query == *query);
        let mut run = match (run, &self.applied) {
            (Some(run), _) => run,
            // One that had not ended has done nothing yet.
            (None, None) if query.is_all() => return Done::All(None),
            // Done once: what a link showed since then stays.
            (None, Some((before, count))) if before == query => return Done::All(Some(*count)),
            (None, _) => Run::new(query),
        };
        // Finding the points counts: in a long dispute it takes some of the time.
        let until = js_sys::Date::now() + PART;
        let points = self.points.get_or_insert_with(points);
        if !run.go_on(points, sides, until) {
            self.run = Some(run);
            return Done::Part;
        }
        let count = scroll_to::keep_target_in_place(|| run.show(points, matches));
        self.applied = (!query.is_all()).then(|| (query.clone(), count));
        Done::All(self.applied.as_ref().map(|(_, count)| *count))
    }

    /// Has the texts read again: somebody may have translated them since.
    pub(super) fn forget_texts(&mut self) {
        for point in self.points.iter_mut().flatten() {
            point.forget_texts();
        }
    }

    /// Every speaker and every outlet of the ledger, in the order of their names.
    pub(super) fn choices(&mut self) -> Choices {
        let (mut speakers, mut outlets) = (Vec::new(), Vec::new());
        let points = self.points.get_or_insert_with(points);
        for statement in points.iter().flat_map(Point::statements) {
            // A summary has none.
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

impl Run {
    fn new(query: &FilterQuery) -> Self {
        Self {
            query: query.clone(),
            answers: Vec::new(),
            stays: Vec::new(),
            marks: Marks::default(),
        }
    }

    /// Looks at the next points, as many as there is time for. Whether there were no
    /// more, and time is left.
    fn go_on(&mut self, points: &[Point], sides: &Sides, until: f64) -> bool {
        let asked = Asked::new(&self.query, sides);
        // A clock may be wrong: one point is looked at whatever it says, and one that
        // gives no number never says that the time is over.
        let is_over = || js_sys::Date::now() > until;
        for point in &points[self.stays.len()..] {
            let mut stays = asked.is_all;
            for statement in point.statements() {
                let answer = statement.answers(&asked);
                self.answers.push(answer);
                if answer != Answer::No {
                    stays = true;
                    for parts in [SEEN, UNFOLDS] {
                        self.marks.add(&statement.element, parts, &asked.terms);
                    }
                }
            }
            // Never a part of a point, so that both sides stay.
            stays |= asked.only_words && point.has(&asked.terms);
            self.stays.push(stays);
            if stays {
                self.marks.add(&point.element, OWN, &asked.terms);
            }
            if is_over() {
                return false;
            }
        }
        true
    }

    /// Shows what stays of the points, once all were looked at.
    fn show(&self, points: &mut [Point], matches: &str) -> Count {
        let mut answers = self.answers.iter();
        for (point, stays) in points.iter_mut().zip(&self.stays) {
            for (statement, answer) in point.statements_mut().iter_mut().zip(&mut answers) {
                if *answer == Answer::Unfolds {
                    unfold(statement);
                } else {
                    fold_again(statement);
                }
                set_match(statement, *answer != Answer::No, matches);
            }
            // A link may have shown it since.
            hide(&point.element, !*stays);
        }
        self.marks.show();
        let matching = self.answers.iter().filter(|answer| **answer != Answer::No);
        Count {
            points: self.stays.iter().filter(|stays| **stays).count(),
            of: points.len(),
            statements: matching.count(),
        }
    }
}

/// Adds an id with its name in the order of the names, once. Few are different:
/// a sort of all would be more code.
fn add(list: &mut Vec<(String, String)>, one: (String, String)) {
    let place = list.binary_search_by(|(id, name)| (name, id).cmp(&(&one.1, &one.0)));
    if let Err(at) = place {
        list.insert(at, one);
    }
}

/// The name of a source, as the statements that rest on it give it.
pub(super) fn source_name(id: &str) -> Option<String> {
    let link = format!(".{} a[href$='#{id}']", class::CHAIN);
    first::<Element>(&link)?.text_content()
}

/// Unfolds a statement that matches by what is folded in it.
fn unfold(statement: &mut Statement) {
    if let Some(own) = sourcing(&statement.element).filter(|own| !is_open(own)) {
        open(&own, true);
        statement.unfolded = true;
    }
}

/// Folds it again, where a filter had unfolded it.
fn fold_again(statement: &mut Statement) {
    if std::mem::take(&mut statement.unfolded)
        && let Some(own) = sourcing(&statement.element)
    {
        open(&own, false);
    }
}

/// Marks a statement as one that matches, or not.
fn set_match(statement: &mut Statement, is_match: bool, matches: &str) {
    if std::mem::replace(&mut statement.matches, is_match) == is_match {
        return;
    }
    let element = &statement.element;
    let _ = if is_match {
        let _ = element.set_attribute(DESCRIPTION, matches);
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
