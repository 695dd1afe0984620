//! The points of the page that are on show, the statements that match, and
//! where. The elements are told directly: what is written stays as it is.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement};

use super::find::{all_in, first};
use super::highlight::Marks;
use super::index::{Answer, Asked, OWN, Point, Sides, Statement, points};
use crate::showing::Showing;

/// On a statement that matches.
const MATCH: &str = "data-match";

/// Tells those who do not see it.
const DESCRIPTION: &str = "aria-description";

/// How many points and statements are on show.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Count {
    pub(crate) points: usize,
    pub(crate) of: usize,
    pub(crate) statements: usize,
}

/// The ledger, as far as it was read, and what was done to it.
#[derive(Default)]
pub(crate) struct Filtered {
    /// Read when it is first searched: most readers never do.
    points: Option<Vec<Point>>,
    applied: Option<(Showing, Count)>,
    run: Option<Run>,
}

/// How far what is asked for has been done.
pub(crate) enum Done {
    /// All of it; how much there is on show, unless it is everything.
    All(Option<Count>),
    /// A part, and the browser is to have its turn before the next.
    Part,
}

/// One way through the ledger.
struct Run {
    showing: Showing,
    /// How many points have been looked at.
    at: usize,
    /// How many of them are on show, and how many statements match.
    shown: usize,
    statements: usize,
    marks: Marks,
}

/// So long a part takes, in milliseconds: half of what there is between two
/// pictures.
const PART: f64 = 8.0;

/// What there is to choose among, each by its name in an address.
pub(crate) struct Choices {
    pub(crate) speakers: Vec<(String, String)>,
    pub(crate) outlets: Vec<(String, String)>,
}

impl Filtered {
    /// Goes on to show what is asked for. Asked for something else, it begins
    /// anew. `matches` is how a match is described to those who do not see it.
    pub(crate) fn apply(&mut self, showing: &Showing, sides: &Sides, matches: &str) -> Done {
        if self.run.as_ref().is_none_or(|run| run.showing != *showing) {
            match &self.applied {
                None if showing.is_all() && self.run.is_none() => return Done::All(None),
                // Done once: what a link showed since then stays.
                Some((before, count)) if before == showing && self.run.is_none() => {
                    return Done::All(Some(*count));
                }
                _ => self.run = Some(Run::new(showing)),
            }
        }
        let points = self.points.get_or_insert_with(points);
        let Some(run) = &mut self.run else {
            return Done::Part;
        };
        if !run.go_on(points, sides, matches) {
            return Done::Part;
        }
        let count = run.end(points.len());
        self.run = None;
        self.applied = (!showing.is_all()).then(|| (showing.clone(), count));
        Done::All(self.applied.as_ref().map(|(_, count)| *count))
    }

    /// Every speaker and every outlet of the ledger, in the order of their names.
    pub(crate) fn choices(&mut self) -> Choices {
        let (mut speakers, mut outlets) = (Vec::new(), Vec::new());
        for statement in self.points.get_or_insert_with(points).iter().flat_map(|point| &point.statements) {
            add(&mut speakers, statement.speaker());
            for outlet in statement.outlets().lines() {
                add(&mut outlets, (outlet.to_owned(), outlet.to_owned()));
            }
        }
        Choices { speakers, outlets }
    }

}

impl Run {
    fn new(showing: &Showing) -> Self {
        Self {
            showing: showing.clone(),
            at: 0,
            shown: 0,
            statements: 0,
            marks: Marks::default(),
        }
    }

    /// Looks at the next points, as many as there is time for. Whether those were
    /// the last.
    fn go_on(&mut self, points: &mut [Point], sides: &Sides, matches: &str) -> bool {
        let asked = Asked::new(&self.showing, sides);
        let until = js_sys::Date::now() + PART;
        while let Some(point) = points.get_mut(self.at) {
            if js_sys::Date::now() > until {
                return false;
            }
            self.at += 1;
            let before = self.statements;
            for statement in &mut point.statements {
                let answer = statement.answers(&asked);
                if answer == Answer::Unfolds {
                    unfold(statement);
                } else {
                    fold(statement);
                }
                set_match(&statement.element, answer != Answer::No, matches);
                if answer != Answer::No {
                    self.statements += 1;
                    self.marks.add(&statement.element, &asked.needles);
                }
            }
            // Never a part of a point, so that both sides stay.
            let stays = asked.is_all
                || self.statements > before
                || (asked.only_words && point.has(&asked.needles));
            self.shown += usize::from(stays);
            if stays == point.element.has_attribute("hidden") {
                let _ = if stays {
                    point.element.remove_attribute("hidden")
                } else {
                    point.element.set_attribute("hidden", "")
                };
            }
            if stays && !asked.needles.is_empty() {
                for own in all_in::<Element>(&point.element, OWN) {
                    self.marks.add(&own, &asked.needles);
                }
            }
        }
        true
    }

    /// Shows the marks, and says how much is on show of so many points.
    fn end(&self, of: usize) -> Count {
        self.marks.show();
        Count {
            points: self.shown,
            of,
            statements: self.statements,
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
pub(crate) fn source_name(id: &str) -> Option<String> {
    let link = format!(".chain a[href$='#{id}']");
    first::<Element>(&link)?.text_content()
}

/// Unfolds a statement that matches by what is folded in it.
fn unfold(statement: &mut Statement) {
    if let Some(own) = sourcing(&statement.element).filter(|own| !own.open()) {
        own.set_open(true);
        statement.unfolded = true;
    }
}

/// Folds it again, where a filter had unfolded it.
fn fold(statement: &mut Statement) {
    if std::mem::take(&mut statement.unfolded)
        && let Some(own) = sourcing(&statement.element)
    {
        own.set_open(false);
    }
}

/// Marks a statement as one that matches, or not; one that is as it should be is
/// not touched.
fn set_match(statement: &Element, is_match: bool, matches: &str) {
    if statement.has_attribute(MATCH) == is_match {
        return;
    }
    let _ = if is_match {
        let _ = statement.set_attribute(DESCRIPTION, matches);
        statement.set_attribute(MATCH, "")
    } else {
        let _ = statement.remove_attribute(DESCRIPTION);
        statement.remove_attribute(MATCH)
    };
}

/// A statement's own sourcing.
fn sourcing(statement: &Element) -> Option<HtmlDetailsElement> {
    let own = statement.query_selector(":scope > .sourcing").ok()??;
    own.dyn_into().ok()
}
