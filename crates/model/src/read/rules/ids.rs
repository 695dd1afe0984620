//! Rule 6: ids.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::characters::{is_unseen, named};
use crate::read::fields::At;
use crate::read::look_alikes::ascii;
use crate::read::problem::{Place, Problems};
use crate::read::raw::{RawDispute, RawLibrary};
use crate::{Id, IdError};

const RULE: &str = "given-ids";

pub(super) fn given_ids(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        let place = Place::start(&format!("{}/dispute.toml", dispute.id));
        form(
            &At {
                value: dispute.id.clone(),
                place,
            },
            problems,
        );
        let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
        for id in items(dispute).chain(retired(dispute)) {
            form(id, problems);
            match seen.get(id.value.as_str()) {
                None => {
                    seen.insert(&id.value, &id.place);
                }
                Some(first) => problems.add(
                    &id.place,
                    RULE,
                    format!(
                        "the id `{}` is taken: {}, line {}",
                        id.value, first.file, first.line
                    ),
                    "give one of the two another id; links need it to lead to one thing",
                ),
            }
        }
        for id in dispute.speakers.iter().map(|speaker| &speaker.id) {
            form(id, problems);
        }
        let mut sides = dispute.sides.iter().filter_map(|side| side.id.as_ref());
        if let (Some(first), Some(second)) = (sides.next(), sides.next()) {
            // A side's id stands in no path.
            held_to(str::parse, first, problems);
            held_to(str::parse, second, problems);
            if first.value == second.value {
                problems.add(
                    &second.place,
                    RULE,
                    "both sides have the same id",
                    "give them different ones",
                );
            }
        }
        aliases(dispute, problems);
        published(dispute, problems);
    }
}

/// An id that was published once has to lead somewhere for ever.
fn published(dispute: &RawDispute, problems: &mut Problems) {
    let known: BTreeSet<&str> = items(dispute)
        .chain(retired(dispute))
        .map(|id| id.value.as_str())
        .collect();
    for entry in &dispute.register {
        let id = &entry.id;
        if entry.head_text().is_some() {
            continue;
        }
        form(id, problems);
        if !known.contains(id.value.as_str()) {
            problems.add(
                &id.place,
                RULE,
                format!("`{}` was published and is not there any more", id.value),
                "links to it are in the world: in dispute.toml, add an `[[alias]]` from it to the id in use, or a `[[tombstone]]` with a date and a reason",
            );
        }
    }
}

/// The ids that were given up.
fn retired(dispute: &RawDispute) -> impl Iterator<Item = &At<String>> {
    let aliases = dispute.aliases.iter().filter_map(|(from, _)| from.as_ref());
    aliases.chain(
        dispute
            .tombstones
            .iter()
            .filter_map(|gone| gone.id.as_ref()),
    )
}

/// The ids of everything that can be linked to.
pub(in crate::read) fn items(dispute: &RawDispute) -> impl Iterator<Item = &At<String>> {
    grounds(dispute)
        .chain(dispute.open.iter().map(|open| &open.id))
        .chain(dispute.sources.iter().map(|source| &source.id))
}

/// The ids of what something else can rest on: points, what is said on them,
/// documents, events.
pub(super) fn grounds(dispute: &RawDispute) -> impl Iterator<Item = &At<String>> {
    let points = dispute.points.iter().flat_map(|point| {
        std::iter::once(&point.id).chain(
            point
                .statements
                .iter()
                .filter_map(|statement| statement.id.as_ref()),
        )
    });
    points
        .chain(dispute.documents.iter().map(|document| &document.id))
        .chain(dispute.events.iter().map(|event| &event.id))
}

/// Whether an id is one, and may stand in an address.
fn form(id: &At<String>, problems: &mut Problems) {
    held_to(Id::in_addresses, id, problems);
}

fn held_to(rule: fn(&str) -> Result<Id, IdError>, id: &At<String>, problems: &mut Problems) {
    let Err(error) = rule(&id.value) else {
        return;
    };
    let help = match rule(&meant(&id.value)) {
        Ok(valid) => format!("write `{valid}`"),
        Err(_) => "choose another, like `who-said-what`".to_owned(),
    };
    // A letter of another alphabet that looks like one of a to z, or one that
    // can't be seen at all, is found only by its name.
    let strange = id.value.chars().find(|c| !c.is_ascii());
    let strange = strange
        .map(|c| format!("; {} is none of these", named(c)))
        .unwrap_or_default();
    problems.add(
        &id.place,
        RULE,
        format!("`{}`: {error}{strange}", id.value),
        help,
    );
}

/// The id that was likely meant: letters that look like others, accents and
/// capitals made plain, what can't be seen left out.
fn meant(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_unseen(*c) || c.is_whitespace());
    let ascii: String = seen
        .map(|c| ascii(c).unwrap_or_else(|| c.to_string()))
        .collect();
    let lower = ascii.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn aliases(dispute: &RawDispute, problems: &mut Problems) {
    let leads_to = |id: &str| {
        dispute.aliases.iter().find_map(|(from, to)| {
            (from.as_ref()?.value == id).then_some(to.as_ref()?.value.as_str())
        })
    };
    for to in dispute.aliases.iter().filter_map(|(_, to)| to.as_ref()) {
        let mut end = to.value.as_str();
        let mut steps = 0;
        while let Some(next) = leads_to(end) {
            end = next;
            steps += 1;
            if steps > dispute.aliases.len() {
                problems.add(
                    &to.place,
                    RULE,
                    "the aliases lead in a circle",
                    "let the last one lead to an id in use",
                );
                return;
            }
        }
        if !items(dispute).any(|id| id.value == end) {
            problems.add(
                &to.place,
                RULE,
                format!("the alias leads to `{end}`, which is not there"),
                "let it lead to an id in use, or make it a `[[tombstone]]` with a date and a reason",
            );
        }
    }
}
