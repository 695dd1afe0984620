//! Rules on the shape of a dispute: sides, cells, enumerated values.

use std::collections::HashMap;

use oxilangtag::LanguageTag;

use super::as_of::after_points;
use crate::read::problem::Problems;
use crate::read::raw::{Entry, RawDispute, RawLibrary, RawPoint};
use crate::{AbsenceKind, Status};

pub(super) fn fields(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        check_sides(dispute, problems);
        for source in &dispute.sources {
            let invalid = source.has_invalid_value;
            if source.link.is_some() == source.link_not_recorded.is_some() && !invalid {
                problems.add(
                    &source.id.place,
                    "fields",
                    format!("source `{}` needs either `link` or `link-not-recorded`", source.id.value),
                    "give its address as `link = \"https://…\"`, or say in `link-not-recorded` why there is none",
                );
            }
        }
        check_languages(dispute, problems);
    }
}

fn check_languages(dispute: &RawDispute, problems: &mut Problems) {
    let languages = super::marks_and_links::wordings(dispute)
        .flat_map(|wording| [&wording.language, &wording.spoken_in])
        .chain(dispute.sources.iter().map(|source| &source.language))
        .chain([&dispute.head.language])
        .flatten();
    for tag in languages {
        if LanguageTag::parse(tag.value.as_str()).is_err() {
            problems.add(
                &tag.place,
                "fields",
                format!("`{}` is not a language tag", tag.value),
                "write the tag that HTML uses: `en`, `ru`, `uk`, `pt-BR`",
            );
        }
    }
}

fn check_sides(dispute: &RawDispute, problems: &mut Problems) {
    let Some(place) = &dispute.place else {
        return;
    };
    if dispute.head.sides.len() != 2 {
        let place = dispute.head.sides.get(2).map_or(place, |side| &side.place);
        problems.add(
            place,
            "fields",
            format!("a dispute has exactly two sides; here are {}", dispute.head.sides.len()),
            "write two `[[side]]`, each with `id`, `name` and `says`; others who speak are speakers for `third-party`",
        );
    }
}

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
    const RULE: &str = "no-empty-cell";
    for absence in &point.absences {
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
    const RULE: &str = "no-empty-cell";
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

/// What each speaker speaks for: a side, the press or a third party.
pub(super) fn voices(dispute: &RawDispute) -> HashMap<&str, &str> {
    let speakers = dispute.speakers.iter().filter_map(|speaker| {
        let of = speaker.speaks_for.as_ref()?;
        Some((speaker.id.value.as_str(), of.value.as_str()))
    });
    speakers.collect()
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

pub(super) fn status(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        let voices = voices(dispute);
        for point in &dispute.points {
            let Some(status) = &point.status else {
                continue;
            };
            let speaking = dispute
                .head
                .sides
                .iter()
                .filter_map(|side| side.id.as_ref())
                .filter(|side| count_statements(&voices, point, &side.value) > 0)
                .count();
            let fits = match status.value {
                Status::Agreed => speaking == 2,
                Status::OneSideOnly => speaking == 1,
                Status::NotAddressed => speaking == 0,
                Status::DisputedFact | Status::DisputedCharacterisation => speaking > 0,
            };
            if !fits {
                problems.add(
                    &status.place,
                    "status",
                    format!("`{}` does not fit: {speaking} of the two sides have statements here", <&str>::from(status.value)),
                    "agreed: both sides speak; one-side-only: one does; not-addressed: none; disputed: at least one",
                );
            }
        }
    }
}
