//! The rule on status: a point's status fits its cells.

use std::collections::{HashMap, HashSet};

use super::voices::voices;
use crate::Status;
use crate::read::problem::Problems;
use crate::read::raw::{Entry, RawLibrary, RawPoint};

pub(super) fn status(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        let voices = voices(dispute);
        for point in &dispute.points {
            let Some(status) = &point.status else {
                continue;
            };
            let sides = dispute.head.sides.iter();
            let sides = sides.filter_map(|side| side.id.as_ref());
            let speakers = sides.map(|side| speakers_of(&voices, point, &side.value).len());
            let speaking = speakers.clone().filter(|count| *count > 0).count();
            let fits = match status.value {
                Status::Agreed | Status::ContestedInPart => speaking == 2,
                Status::OneSideOnly => speaking == 1,
                Status::NotAddressed => speaking == 0,
                Status::DisputedFact
                | Status::DisputedCharacterisation
                | Status::NotDirectlyAnswered
                | Status::NotDisputed => speaking > 0,
                Status::OneSideVaries => {
                    if speaking > 0 && !speakers.clone().any(|count| count > 1) {
                        problems.add(
                            &status.place,
                            "status",
                            "`one-side-varies` does not fit: no side has statements by two speakers here",
                            "add the statement of the other speaker of that side, or choose another status",
                        );
                        continue;
                    }
                    speaking > 0
                }
            };
            if !fits {
                problems.add(
                    &status.place,
                    "status",
                    format!("`{}` does not fit: {speaking} of the two sides have statements here", <&str>::from(status.value)),
                    "agreed and contested-in-part: both sides speak; one-side-only: one does; not-addressed: none; the others: at least one",
                );
            }
        }
    }
}

/// The speakers of a side who have statements on a point.
fn speakers_of<'a>(
    voices: &HashMap<&str, &str>,
    point: &'a Entry<RawPoint>,
    side: &str,
) -> HashSet<&'a str> {
    let statements = point.statements.iter();
    let speakers =
        statements.filter_map(|statement| Some(statement.speaker.as_ref()?.value.as_str()));
    speakers
        .filter(|speaker| voices.get(speaker) == Some(&side))
        .collect()
}
