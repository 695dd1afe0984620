//! Rule 3: each side has statements or an absence on each point, and an absence says
//! what was searched.

use std::collections::HashMap;

use super::absences;
use super::as_of::after_points;
use super::voices::voices;
use crate::AbsenceKind;
use crate::read::problem::Problems;
use crate::read::raw::{Entry, RawLibrary, RawPoint};

const RULE: &str = "no-empty-cell";

pub(super) fn no_empty_cell(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        let voices = voices(dispute);
        let after = after_points(dispute);
        for point in &dispute.points {
            check_searched(point, after.contains(point.id.value.as_str()), problems);
            for side in dispute
                .head
                .sides
                .iter()
                .filter_map(|side| side.id.as_ref())
            {
                check_cell(&voices, point, &side.value, problems);
            }
        }
    }
}

/// An absence names the sources that were searched. `not-asked` is only for points
/// about what came after the as-of date.
fn check_searched(point: &Entry<RawPoint>, after: bool, problems: &mut Problems) {
    for absence in &point.absences {
        absences::check(absence, problems);
        let Some(kind) = &absence.kind else {
            continue;
        };
        let is_not_asked = kind.value == AbsenceKind::NotAsked;
        if is_not_asked && !after {
            problems.add(
                &kind.place,
                RULE,
                "`not-asked` is for points about what came after",
                "look for something from that side, and say where you looked: `not-found` with `searched`",
            );
        }
        if !is_not_asked && absence.searched.is_empty() {
            problems.add(
                &absence.place,
                RULE,
                "this absence does not name the sources searched",
                "add `searched = [\"…\"]` with the ids of the sources",
            );
        }
    }
}

fn check_cell(
    voices: &HashMap<&str, &str>,
    point: &Entry<RawPoint>,
    side: &str,
    problems: &mut Problems,
) {
    let statements = count_statements(voices, point, side);
    let mut absences = point
        .absences
        .iter()
        .filter(|absence| absence.side.as_ref().is_some_and(|of| of.value == side));
    match (statements, absences.next()) {
        (0, None) => problems.add(
            &point.id.place,
            RULE,
            format!("point `{}` has nothing for side `{side}`", point.id.value),
            format!("add a `[[statement]]` by a speaker of that side, or an `[[absence]]` with `side = \"{side}\"` that says where you looked"),
        ),
        (1.., Some(absence)) => problems.add(
            &absence.place,
            RULE,
            format!("side `{side}` has both statements and an absence on point `{}`", point.id.value),
            "delete the absence, or the statements",
        ),
        _ => {}
    }
    if let Some(second) = absences.next() {
        problems.add(
            &second.place,
            RULE,
            format!(
                "side `{side}` has two absences on point `{}`",
                point.id.value
            ),
            "make one of the two",
        );
    }
}

/// The number of a side's statements on a point.
fn count_statements(voices: &HashMap<&str, &str>, point: &Entry<RawPoint>, side: &str) -> usize {
    point
        .statements
        .iter()
        .filter_map(|statement| statement.speaker.as_ref())
        .filter(|speaker| voices.get(speaker.value.as_str()) == Some(&side))
        .count()
}
