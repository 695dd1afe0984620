//! The other names of a speaker.

use says_who_model::Speaker;

/// A speaker's name in its own script, and its other spellings.
pub(super) fn alternate_names(speaker: &Speaker) -> Vec<String> {
    let own = speaker.own_name.iter().map(|name| &name.text);
    own.chain(&speaker.other_spellings).cloned().collect()
}
