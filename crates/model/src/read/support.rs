//! Warnings about texts without `rests-on`, long positions, and statements that look
//! like an unmarked summary by an outlet.

use super::problem::Problems;
use super::raw::RawDispute;
use crate::MAX_POSITION_CHARACTERS;

/// The name of the rule about supporting items.
const RESTS_ON: &str = "rests-on";

/// The name of the rule about summaries.
const SUMMARIES: &str = "summaries";

pub(super) fn warn(raw: &RawDispute, warnings: &mut Problems) {
    let head = &raw.head;
    for text in head.accepted.iter().chain(&head.contested) {
        if text.rests_on.is_empty() {
            warnings.warn(
                &text.place,
                RESTS_ON,
                "this does not say what it rests on",
                "write it as `{ text = \"…\", rests-on = [\"…\"] }` with the ids of statements, events or documents",
            );
        }
    }
    for point in raw.points.iter().filter(|point| point.rests_on.is_empty()) {
        warnings.warn(
            &point.id.place,
            RESTS_ON,
            format!(
                "point `{}` does not say what its status rests on",
                point.id.value
            ),
            "add `rests-on = [\"…\"]` with the ids of the statements that show it",
        );
    }
    for position in raw
        .head
        .sides
        .iter()
        .filter_map(|side| side.position.as_ref())
    {
        let Some(text) = &position.text else {
            continue;
        };
        let length = text.value.chars().count();
        if length > MAX_POSITION_CHARACTERS {
            warnings.warn(
                &text.place,
                RESTS_ON,
                format!("this position has {length} characters; {MAX_POSITION_CHARACTERS} fit beside the other side’s"),
                "shorten it",
            );
        }
    }
    summaries(raw, warnings);
}

/// Warns about paraphrases attributed to a whole side: they are probably an outlet's
/// own summary.
fn summaries(raw: &RawDispute, warnings: &mut Problems) {
    let sides: Vec<&str> = raw
        .head
        .sides
        .iter()
        .filter_map(|side| Some(side.name.as_ref()?.value.as_str()))
        .collect();
    let is_side = |id: &str| {
        let speaker = raw.speakers.iter().find(|speaker| speaker.id.value == id);
        let name = speaker.and_then(|speaker| speaker.name.as_ref());
        name.is_some_and(|name| {
            let name = name.value.as_str();
            sides.contains(&name.strip_prefix("the ").unwrap_or(name))
        })
    };
    for statement in raw.points.iter().flat_map(|point| &point.statements) {
        let (Some(speaker), Some(said)) = (&statement.speaker, &statement.wording.said) else {
            continue;
        };
        if statement.summarised_by.is_none() && !said.value.contains('“') && is_side(&speaker.value)
        {
            warnings.warn(
                &said.place,
                SUMMARIES,
                "this attributes a paraphrase to a whole side",
                "where an outlet sums up the side’s position, say which: `summarised-by = \"…\"`; else name who spoke",
            );
        }
    }
}
