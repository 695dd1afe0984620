//! The points of the page that are on show, the statements that match, and
//! where. The elements are told directly: what is written stays as it is.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement};

use super::find::{all, first};
use super::highlight;
use super::index::{Answer, Asked, OWN, Point, Sides, Statement, points};
use crate::showing::Showing;

/// On a statement that matches.
const MATCH: &str = "data-match";

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
}

/// What there is to choose among, each by its name in an address.
pub(crate) struct Choices {
    pub(crate) speakers: Vec<(String, String)>,
    pub(crate) outlets: Vec<(String, String)>,
}

impl Filtered {
    /// Shows what is asked for; says how much that is, unless it is everything.
    /// `matches` is how a match is described to those who do not see it.
    pub(crate) fn apply(
        &mut self,
        showing: &Showing,
        sides: &Sides,
        matches: &str,
    ) -> Option<Count> {
        if showing.is_all() {
            if self.applied.take().is_some() {
                self.show_all();
            }
            return None;
        }
        // Done once: what a link showed since then stays.
        if let Some((before, count)) = &self.applied
            && before == showing
        {
            return Some(*count);
        }
        let count = self.show(&Asked::new(showing, sides), matches);
        self.applied = Some((showing.clone(), count));
        Some(count)
    }

    /// Every speaker and every outlet of the ledger, in the order of their names.
    pub(crate) fn choices(&mut self) -> Choices {
        let (mut speakers, mut outlets) = (Vec::new(), Vec::new());
        for statement in self.points().iter().flat_map(|point| &point.statements) {
            add(&mut speakers, statement.speaker());
            for outlet in statement.outlets().lines() {
                add(&mut outlets, (outlet.to_owned(), outlet.to_owned()));
            }
        }
        Choices { speakers, outlets }
    }

    fn points(&mut self) -> &[Point] {
        self.points.get_or_insert_with(points)
    }

    /// Shows everything again.
    fn show_all(&mut self) {
        for point in all::<Element>(".point[hidden]") {
            let _ = point.remove_attribute("hidden");
        }
        for statement in all::<Element>("[data-match]") {
            unmark(&statement);
        }
        for point in self.points.iter_mut().flatten() {
            point.statements.iter_mut().for_each(fold);
        }
        highlight::clear();
    }

    fn show(&mut self, asked: &Asked<'_>, matches: &str) -> Count {
        let mut marked = Vec::new();
        let mut shown = 0;
        let points = self.points.get_or_insert_with(points);
        for point in points.iter_mut() {
            let before = marked.len();
            for statement in &mut point.statements {
                let answer = statement.answers(asked);
                if answer == Answer::Unfolds {
                    unfold(statement);
                } else {
                    fold(statement);
                }
                let element = &statement.element;
                let is_marked = element.has_attribute(MATCH);
                if answer == Answer::No {
                    if is_marked {
                        unmark(element);
                    }
                    continue;
                }
                if !is_marked {
                    let _ = element.set_attribute(MATCH, "");
                    let _ = element.set_attribute("aria-description", matches);
                }
                marked.push(element.clone());
            }
            // Never a part of a point, so that both sides stay.
            let stays = marked.len() > before || (asked.only_words && point.has(&asked.needles));
            shown += usize::from(stays);
            if stays == point.element.has_attribute("hidden") {
                let _ = if stays {
                    point.element.remove_attribute("hidden")
                } else {
                    point.element.set_attribute("hidden", "")
                };
            }
        }
        let count = Count {
            points: shown,
            of: points.len(),
            statements: marked.len(),
        };
        if asked.needles.is_empty() {
            highlight::clear();
        } else {
            let own = OWN
                .split(", ")
                .collect::<Vec<_>>()
                .join(", .point:not([hidden]) ");
            marked.extend(all::<Element>(&format!(".point:not([hidden]) {own}")));
            highlight::mark(&marked, &asked.needles);
        }
        count
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

fn unmark(statement: &Element) {
    let _ = statement.remove_attribute(MATCH);
    let _ = statement.remove_attribute("aria-description");
}

/// A statement's own sourcing.
fn sourcing(statement: &Element) -> Option<HtmlDetailsElement> {
    let own = statement.query_selector(":scope > .sourcing").ok()??;
    own.dyn_into().ok()
}
