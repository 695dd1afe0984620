//! The points of the page that are on show, the statements that match, and
//! where. The elements are told directly: what is drawn stays as it is.

use std::collections::HashSet;

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement};

use super::find::all;
use super::highlight;
use crate::showing::Matched;

/// On a statement that matches.
const MATCH: &str = "data-match";

/// What a filter unfolded, to be folded again when it no longer matches.
#[derive(Default)]
pub(crate) struct Unfolded(HashSet<String>);

/// Shows everything again.
pub(crate) fn show_all(unfolded: &mut Unfolded) {
    for point in all::<Element>(".point[hidden]") {
        let _ = point.remove_attribute("hidden");
    }
    for statement in all::<Element>("[data-match]") {
        unmark(&statement);
    }
    fold(unfolded, &[]);
    highlight::clear();
}

/// Shows what was found, with the places of the folded `needles` marked.
/// `matches` is how a match is described to those who do not see it.
pub(crate) fn show(found: &Matched, needles: &[String], matches: &str, unfolded: &mut Unfolded) {
    let points: HashSet<&str> = found.points.iter().map(|id| id.as_str()).collect();
    let statements: HashSet<&str> = found.statements.iter().map(|id| id.as_str()).collect();
    for point in all::<Element>(".point") {
        let _ = if points.contains(point.id().as_str()) {
            point.remove_attribute("hidden")
        } else {
            point.set_attribute("hidden", "")
        };
    }
    let mut marked = Vec::new();
    for statement in all::<Element>(".ledger .statement-card") {
        if statements.contains(statement.id().as_str()) {
            let _ = statement.set_attribute(MATCH, "");
            let _ = statement.set_attribute("aria-description", matches);
            marked.push(statement);
        } else if statement.has_attribute(MATCH) {
            unmark(&statement);
        }
    }
    let unfold: Vec<&str> = found.unfold.iter().map(|id| id.as_str()).collect();
    fold(unfolded, &unfold);
    for id in unfold {
        if let Some(own) = sourcing(id).filter(|own| !own.open()) {
            own.set_open(true);
            unfolded.0.insert(id.to_owned());
        }
    }
    if needles.is_empty() {
        highlight::clear();
    } else {
        marked.extend(all::<Element>(
            ".point:not([hidden]) :is(.point__question, .point-row__ground, .absence)",
        ));
        highlight::mark(&marked, needles);
    }
}

/// Folds what a filter unfolded, but for those it would unfold now.
fn fold(unfolded: &mut Unfolded, but: &[&str]) {
    unfolded.0.retain(|id| {
        let stays = but.contains(&id.as_str());
        if let Some(own) = sourcing(id).filter(|_| !stays) {
            own.set_open(false);
        }
        stays
    });
}

fn unmark(statement: &Element) {
    let _ = statement.remove_attribute(MATCH);
    let _ = statement.remove_attribute("aria-description");
}

/// A statement's own sourcing.
fn sourcing(id: &str) -> Option<HtmlDetailsElement> {
    let statement = document().get_element_by_id(id)?;
    let own = statement.query_selector(":scope > .sourcing").ok()??;
    own.dyn_into().ok()
}
