//! Checks the names of a speaker.

use crate::read::problem::Problems;
use crate::read::raw::{Entry, RawSpeaker};

/// A speaker's other names are other names, and only named speakers have some.
pub(super) fn check_names(speaker: &Entry<RawSpeaker>, problems: &mut Problems) {
    let own = speaker
        .own_name
        .iter()
        .filter_map(|name| name.text.as_ref());
    let mut known: Vec<&str> = Vec::new();
    known.extend(speaker.name.iter().map(|name| name.value.as_str()));
    for name in own.chain(&speaker.other_spellings) {
        if !speaker.named {
            problems.add(
                &name.place,
                "fields",
                "a speaker whom the source does not name has another name here",
                "delete it, or `named = false`",
            );
        } else if known.contains(&name.value.as_str()) {
            problems.add(
                &name.place,
                "fields",
                format!("`{}` is the name of this speaker already", name.value),
                "give a spelling that is not given yet, or delete this one",
            );
        }
        known.push(&name.value);
    }
}
