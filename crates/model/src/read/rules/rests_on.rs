//! Rule 12: dispute-level texts and points rest on existing items, and on nothing
//! later.

use std::collections::{HashMap, HashSet};

use super::as_of::after_points;
use super::ids;
use super::voices::voices;
use crate::read::fields::{Located, nearest};
use crate::read::problem::Problems;
use crate::read::quotation_match::{Found, SearchedText, negations};
use crate::read::raw::{Entry, RawDispute, RawLibrary, RawPoint, RawSide, RawStatement};
use crate::read::wording::{self, spans};
use crate::{Cut, Span};

const RULE: &str = "rests-on";

pub(super) fn rests_on(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        let items = Items::new(dispute);
        let head = &dispute.head;
        for text in head.accepted.iter().chain(&head.contested) {
            items.check_not_later(&text.rests_on, problems);
        }
        let after = after_points(dispute);
        for point in &dispute.points {
            check_not_itself(point, problems);
            if after.contains(point.id.value.as_str()) {
                items.check_exist(&point.rests_on, problems);
            } else {
                items.check_not_later(&point.rests_on, problems);
            }
        }
        check_no_circle(&dispute.points, problems);
        if let Some(next) = &head.next {
            items.check_later(&next.rests_on, problems);
        }
        check_positions(dispute, &items, problems);
    }
}

/// A point does not rest on itself.
fn check_not_itself(point: &Entry<RawPoint>, problems: &mut Problems) {
    for id in point
        .rests_on
        .iter()
        .filter(|id| id.value == point.id.value)
    {
        problems.add(
            &id.place,
            RULE,
            format!("`{}` rests on itself", id.value),
            "name the statements, events or documents that show it",
        );
    }
}

/// Points may rest on points, but in the end on something else.
fn check_no_circle(points: &[Entry<RawPoint>], problems: &mut Problems) {
    let ids: HashSet<&str> = points.iter().map(|point| point.id.value.as_str()).collect();
    let mut grounded: HashSet<&str> = HashSet::new();
    loop {
        let is_ground = |id: &Located<String>| {
            !ids.contains(id.value.as_str()) || grounded.contains(id.value.as_str())
        };
        let more: Vec<&str> = points
            .iter()
            .filter(|point| point.rests_on.is_empty() || point.rests_on.iter().any(is_ground))
            .map(|point| point.id.value.as_str())
            .filter(|id| !grounded.contains(id))
            .collect();
        if more.is_empty() {
            break;
        }
        grounded.extend(more);
    }
    for point in points {
        let id = point.id.value.as_str();
        let other = point.rests_on.iter().find(|other| other.value != id);
        if let Some(other) = other.filter(|_| !grounded.contains(id)) {
            problems.add(
                &other.place,
                RULE,
                format!("`{id}` is supported only by points that support each other"),
                "name the statements, events or documents that show it",
            );
        }
    }
}

/// The ids that `rests-on` can name, and which of them are later than the as-of
/// date.
struct Items<'a> {
    all: HashSet<&'a str>,
    later: HashSet<&'a str>,
}

impl<'a> Items<'a> {
    fn new(dispute: &'a RawDispute) -> Self {
        let after = after_points(dispute);
        let points = dispute.points.iter();
        let points = points.filter(|point| after.contains(point.id.value.as_str()));
        let said = points.flat_map(|point| {
            let statements = point.statements.iter();
            let statements = statements.filter_map(|statement| statement.id.as_ref());
            let absences = point.absences.iter();
            std::iter::once(&point.id)
                .chain(statements)
                .chain(absences.filter_map(|absence| absence.id.as_ref()))
        });
        let events = dispute.events.iter().filter(|event| event.after);
        let documents = dispute.documents.iter().filter(|document| document.after);
        let later = said
            .chain(events.map(|event| &event.id))
            .chain(documents.map(|document| &document.id));
        Self {
            all: ids::supporting_ids(dispute)
                .map(|id| id.value.as_str())
                .collect(),
            later: later.map(|id| id.value.as_str()).collect(),
        }
    }

    fn check_exist(&self, named: &[Located<String>], problems: &mut Problems) {
        for id in named {
            if !self.all.contains(id.value.as_str()) {
                let near = nearest(&id.value, self.all.iter().copied());
                let near = near.map_or(String::new(), |near| {
                    format!("did you mean `{near}`? Otherwise ")
                });
                problems.add(
                    &id.place,
                    RULE,
                    format!(
                        "there is no statement, point, document or event `{}`",
                        id.value
                    ),
                    format!("{near}name one of this dispute; for a source, what it carries"),
                );
            }
        }
    }

    fn check_not_later(&self, named: &[Located<String>], problems: &mut Problems) {
        self.check_exist(named, problems);
        for id in named {
            if self.later.contains(id.value.as_str()) {
                problems.add(
                    &id.place,
                    RULE,
                    format!("`{}` came after the as-of date", id.value),
                    "let this rest on what stands before, or say it in a point listed under `after`",
                );
            }
        }
    }

    fn check_later(&self, named: &[Located<String>], problems: &mut Problems) {
        self.check_exist(named, problems);
        for id in named {
            if self.all.contains(id.value.as_str()) && !self.later.contains(id.value.as_str()) {
                problems.add(
                    &id.place,
                    RULE,
                    format!("`{}` did not come after the as-of date", id.value),
                    "let what happened next rest on what came after",
                );
            }
        }
    }
}

fn check_positions(dispute: &RawDispute, items: &Items<'_>, problems: &mut Problems) {
    let with = || {
        dispute
            .head
            .sides
            .iter()
            .filter(|side| side.position.is_some())
    };
    if with().count() == 1
        && let Some(without) = dispute
            .head
            .sides
            .iter()
            .find(|side| side.position.is_none())
    {
        problems.add(
            &without.place,
            RULE,
            "only one of the two sides has a position",
            "add `position = { text = \"…\", rests-on = [\"…\"] }` to both sides, or to neither",
        );
    }
    let statements: HashMap<&str, &RawStatement> = dispute
        .points
        .iter()
        .flat_map(|point| &point.statements)
        .filter_map(|statement| Some((statement.id.as_ref()?.value.as_str(), statement)))
        .collect();
    let voices = voices(dispute);
    for side in with() {
        let Some(position) = &side.position else {
            continue;
        };
        items.check_not_later(&position.rests_on, problems);
        let mut rests_on = Vec::new();
        for id in &position.rests_on {
            match statements.get(id.value.as_str()) {
                Some(statement) if is_by_side(side, statement, &voices) => {
                    rests_on.push(*statement)
                }
                _ if !items.all.contains(id.value.as_str()) => {}
                _ => problems.add(
                    &id.place,
                    RULE,
                    format!("`{}` is not a statement of this side", id.value),
                    "let a position rest on statements of its own side",
                ),
            }
        }
        if let Some(text) = &position.text {
            wording::check(text, problems);
            check_verbatim(text, &rests_on, problems);
        }
    }
}

fn is_by_side(side: &RawSide, statement: &RawStatement, voices: &HashMap<&str, &str>) -> bool {
    let speaks_for = |speaker: &Located<String>| voices.get(speaker.value.as_str()).copied();
    let voice = statement.speaker.as_ref().and_then(speaks_for);
    side.id
        .as_ref()
        .is_some_and(|id| voice == Some(id.value.as_str()))
}

/// Checks that verbatim words in a position are verbatim in a supporting statement,
/// not counting summaries by outlets.
fn check_verbatim(text: &Located<String>, rests_on: &[&RawStatement], problems: &mut Problems) {
    let quoted = |text: &Located<String>| -> Vec<String> {
        let spans = spans(&text.value).unwrap_or_default().into_iter();
        spans
            .filter_map(|span| match span {
                Span::Verbatim(words) => Some(words),
                Span::Paraphrase(_) => None,
            })
            .collect()
    };
    let theirs: Vec<SearchedText> = rests_on
        .iter()
        .filter(|statement| statement.summarised_by.is_none())
        .filter_map(|statement| statement.wording.said.as_ref())
        .flat_map(quoted)
        .map(|words| SearchedText::new(&words))
        .collect();
    for words in quoted(text) {
        let found: Vec<_> = theirs
            .iter()
            .filter_map(|theirs| theirs.find(&words, true))
            .collect();
        if !found.is_empty() && found.iter().all(loses_negation) {
            problems.add(
                &text.place,
                RULE,
                format!("“{words}” leaves out a “not” of the statement it is from"),
                "quote more of the sentence, so that it says what the statement says",
            );
        }
        if found.is_empty() {
            problems.add(
                &text.place,
                RULE,
                format!("“{words}” is not in any statement listed in `rests-on`"),
                "quote words as one of those statements has them between “ and ”",
            );
        }
    }
}

/// Whether the quotation omits a negation of the sentence it is from.
pub(super) fn loses_negation(found: &Found) -> bool {
    let edges = [&found.cuts.before, &found.cuts.after];
    let mut edges = edges.into_iter().flatten();
    let at_an_edge =
        edges.any(|edge| edge.cut == Cut::Sentence && !negations(&edge.left_out).is_empty());
    at_an_edge || found.leaves_out_negation()
}
