//! The rule on parties: each is somebody beside the two sides. `press` and
//! `third-party` are reserved, so no party has such an id.

use crate::read::problem::Problems;
use crate::read::raw::{RawDispute, RawLibrary};

pub(super) const RULE: &str = "parties";

pub(super) fn parties(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        check_ids(dispute, problems);
        check_names(dispute, problems);
    }
}

fn check_ids(dispute: &RawDispute, problems: &mut Problems) {
    let head = &dispute.head;
    let sides = head.sides.iter().filter_map(|side| side.id.as_ref());
    let mut seen: Vec<(&str, &str)> = sides.map(|id| (id.value.as_str(), "a side")).collect();
    for id in head.parties.iter().filter_map(|party| party.id.as_ref()) {
        let before = seen.iter().find(|(one, _)| *one == id.value);
        if let Some((_, what)) = before {
            problems.add(
                &id.place,
                RULE,
                format!("the id `{}` is already that of {what}", id.value),
                "give one of the two another id",
            );
        }
        seen.push((&id.value, "another party"));
    }
}

fn check_names(dispute: &RawDispute, problems: &mut Problems) {
    let head = &dispute.head;
    let sides = head.sides.iter().filter_map(|side| side.name.as_ref());
    let mut seen: Vec<(&str, &str)> = sides.map(|one| (one.value.as_str(), "a side")).collect();
    for name in head.parties.iter().filter_map(|party| party.name.as_ref()) {
        let before = seen.iter().find(|(one, _)| is_same_name(one, &name.value));
        if let Some((_, what)) = before {
            problems.add(
                &name.place,
                RULE,
                format!("“{}” is also the name of {what}", name.value),
                "give them names that readers can tell apart, or make them one",
            );
        }
        seen.push((&name.value, "another party"));
    }
}

/// Whether two names are equal except for capitals.
fn is_same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Warns about parties for which nobody speaks.
pub(in crate::read) fn warn_about_silent(dispute: &RawDispute, warnings: &mut Problems) {
    for id in dispute
        .head
        .parties
        .iter()
        .filter_map(|party| party.id.as_ref())
    {
        let speakers = dispute.speakers.iter();
        let mut speak_for = speakers.filter_map(|speaker| speaker.speaks_for.as_ref());
        let events = dispute.events.iter();
        let mut actors = events.filter_map(|event| event.actor.as_ref());
        if speak_for.all(|of| of.value != id.value) && actors.all(|of| of.value != id.value) {
            warnings.warn(
                &id.place,
                RULE,
                format!("nobody speaks for the party `{}`", id.value),
                format!("write `for = \"{}\"` where its speakers are in speakers.toml, or delete the `[[party]]`", id.value),
            );
        }
    }
}
