//! Rule 6: ids are well-formed, unique and never lost.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::characters::{describe_char, is_invisible};
use crate::read::fields::Located;
use crate::read::look_alikes::ascii_look_alike;
use crate::read::problem::{Place, Problems};
use crate::read::raw::{RawAbsence, RawDispute, RawLibrary};
use crate::{Id, IdError};

pub(super) const RULE: &str = "given-ids";

/// The files whose items have ids that others refer to.
pub(super) const ITEM_FILES: [&str; 6] = [
    "points/",
    "documents.toml",
    "events.toml",
    "open-questions.toml",
    "sources.toml",
    "speakers.toml",
];

pub(super) fn given_ids(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        let place = Place::start(&format!("{}/dispute.toml", dispute.id));
        check_url_id(
            &Located {
                value: dispute.id.clone(),
                place,
            },
            problems,
        );
        let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
        for id in item_ids(dispute).chain(retired_ids(dispute)) {
            check_url_id(id, problems);
            match seen.get(id.value.as_str()) {
                None => {
                    seen.insert(&id.value, &id.place);
                }
                Some(first) => problems.add(
                    &id.place,
                    RULE,
                    format!(
                        "the id `{}` of {} is already used for {} in {}, line {}",
                        id.value,
                        kind(dispute, id, &id.place),
                        kind(dispute, id, first),
                        first.file,
                        first.line
                    ),
                    match kind(dispute, id, &id.place) {
                        // Links may already lead to the other one.
                        SPEAKER => "give the speaker another id, also where `speaker` and `by` name it; links need an id to lead to one thing",
                        _ => "give one of the two another id; links need it to lead to one thing",
                    },
                ),
            }
        }
        let mut sides = dispute
            .head
            .sides
            .iter()
            .filter_map(|side| side.id.as_ref());
        if let (Some(first), Some(second)) = (sides.next(), sides.next()) {
            // A side's id is not used in URLs.
            check_id(str::parse, first, problems);
            check_id(str::parse, second, problems);
            if first.value == second.value {
                problems.add(
                    &second.place,
                    RULE,
                    "both sides have the same id",
                    "give them different ones",
                );
            }
        }
        let parties = dispute.head.parties.iter();
        for id in parties.filter_map(|party| party.id.as_ref()) {
            // Only the query of an address has it.
            check_id(str::parse, id, problems);
        }
        check_aliases(dispute, problems);
        check_published(dispute, problems);
    }
}

/// A kind of item.
const SPEAKER: &str = "a speaker";

/// What stands under an id, by the file that it is in.
fn kind(dispute: &RawDispute, id: &Located<String>, place: &Place) -> &'static str {
    let mut absences = dispute.points.iter().flat_map(|point| &point.absences);
    let is_here = |absence: &RawAbsence| absence.id.as_ref().is_some_and(|id| id.place == *place);
    if absences.any(is_here) {
        return "an absence";
    }
    let file = place.file.rsplit('/').next().unwrap_or_default();
    match file {
        "documents.toml" => "a document",
        "events.toml" => "an event",
        "open-questions.toml" => "an open question",
        "sources.toml" => "a source",
        "speakers.toml" => SPEAKER,
        "dispute.toml" => "an alias or tombstone",
        _ if file.strip_suffix(".toml") == Some(id.value.as_str()) => "a point",
        _ => "a statement",
    }
}

/// A published id has to keep resolving.
fn check_published(dispute: &RawDispute, problems: &mut Problems) {
    let known: BTreeSet<&str> = item_ids(dispute)
        .chain(retired_ids(dispute))
        .map(|id| id.value.as_str())
        .collect();
    for entry in &dispute.register {
        let id = &entry.id;
        if entry.head_text().is_some() {
            continue;
        }
        check_url_id(id, problems);
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

/// The ids of aliases and tombstones.
fn retired_ids(dispute: &RawDispute) -> impl Iterator<Item = &Located<String>> {
    let aliases = dispute.head.aliases.iter();
    let tombstones = dispute.head.tombstones.iter();
    aliases
        .filter_map(|alias| alias.from.as_ref())
        .chain(tombstones.filter_map(|gone| gone.id.as_ref()))
}

/// The ids of everything that can be linked to.
pub(in crate::read) fn item_ids(dispute: &RawDispute) -> impl Iterator<Item = &Located<String>> {
    supporting_ids(dispute)
        .chain(dispute.open_questions.iter().map(|open| &open.id))
        .chain(dispute.sources.iter().map(|source| &source.id))
        .chain(dispute.speakers.iter().map(|speaker| &speaker.id))
}

/// The ids that `rests-on` can name: of points, their statements and absences,
/// documents and events.
pub(super) fn supporting_ids(dispute: &RawDispute) -> impl Iterator<Item = &Located<String>> {
    let points = dispute.points.iter().flat_map(|point| {
        let statements = point.statements.iter();
        let absences = point.absences.iter();
        std::iter::once(&point.id)
            .chain(statements.filter_map(|statement| statement.id.as_ref()))
            .chain(absences.filter_map(|absence| absence.id.as_ref()))
    });
    points
        .chain(dispute.documents.iter().map(|document| &document.id))
        .chain(dispute.events.iter().map(|event| &event.id))
}

/// Checks an id that appears in URLs.
fn check_url_id(id: &Located<String>, problems: &mut Problems) {
    check_id(Id::parse_for_url, id, problems);
}

fn check_id(rule: fn(&str) -> Result<Id, IdError>, id: &Located<String>, problems: &mut Problems) {
    let Err(error) = rule(&id.value) else {
        return;
    };
    let help = match rule(&suggested_id(&id.value)) {
        Ok(valid) => format!("write `{valid}`"),
        Err(_) => "choose another, like `who-said-what`".to_owned(),
    };
    // Name the first non-ASCII character: a look-alike from another alphabet or an
    // invisible character can't be found otherwise.
    let strange = id.value.chars().find(|c| !c.is_ascii());
    let strange = strange
        .map(|c| format!("; {} is none of these", describe_char(c)))
        .unwrap_or_default();
    problems.add(
        &id.place,
        RULE,
        format!("`{}`: {error}{strange}", id.value),
        help,
    );
}

/// The id that was probably meant: look-alikes replaced, accents and capitals
/// removed, invisible characters dropped.
fn suggested_id(text: &str) -> String {
    let seen = text
        .chars()
        .filter(|c| !is_invisible(*c) || c.is_whitespace());
    let ascii: String = seen
        .map(|c| ascii_look_alike(c).unwrap_or_else(|| c.to_string()))
        .collect();
    let lower = ascii.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// How many ids of a circle are shown.
const MAX_SHOWN: usize = 8;

/// The ids with arrows between them: “`a` → `b` → `a`”.
fn arrows(chain: &[&str]) -> String {
    let shown = |ids: &[&str]| {
        let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
        ids.join(" → ")
    };
    match chain {
        [first @ .., last] if chain.len() > MAX_SHOWN => {
            format!("{} → … → `{last}`", shown(&first[..MAX_SHOWN]))
        }
        _ => shown(chain),
    }
}

fn check_aliases(dispute: &RawDispute, problems: &mut Problems) {
    let leads_to = |id: &str| {
        dispute.head.aliases.iter().find_map(|alias| {
            (alias.from.as_ref()?.value == id).then_some(alias.to.as_ref()?.value.as_str())
        })
    };
    for to in dispute
        .head
        .aliases
        .iter()
        .filter_map(|alias| alias.to.as_ref())
    {
        let mut end = to.value.as_str();
        let mut chain = vec![end];
        while let Some(next) = leads_to(end) {
            let from = chain.iter().position(|id| *id == next);
            chain.push(next);
            if let Some(from) = from {
                problems.add(
                    &to.place,
                    RULE,
                    format!("the aliases lead in a circle: {}", arrows(&chain[from..])),
                    "let one of them lead to an id in use",
                );
                return;
            }
            end = next;
        }
        if !item_ids(dispute).any(|id| id.value == end) {
            problems.add(
                &to.place,
                RULE,
                format!("the alias points to `{end}`, which does not exist"),
                "let it lead to an id in use, or make it a `[[tombstone]]` with a date and a reason",
            );
        }
    }
}
