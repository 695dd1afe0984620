//! Hashes speakers.

use super::ItemHasher;
use crate::{Speaker, SpeaksFor};

impl ItemHasher<'_> {
    /// A speaker as shown with a statement.
    pub(super) fn speaker(&mut self, speaker: &Speaker) {
        self.field("speaker", &speaker.name);
        self.optional_field("role", speaker.role.as_deref());
        self.field("named", if speaker.named { "yes" } else { "no" });
        if let Some(name) = &speaker.own_name {
            self.field("own-name", &name.text);
            self.field("own-name-language", name.language.as_str());
        }
        self.repeated_field("other-spelling", &speaker.other_spellings);
    }

    /// A speaker as an item of their own. What they said belongs to the statements: a
    /// new one does not change who they are.
    pub(super) fn speaker_item(&mut self, speaker: &Speaker) {
        self.speaker(speaker);
        match speaker.speaks_for {
            SpeaksFor::Side(side) => self.field("for", &self.dispute.sides.get(side).name),
            SpeaksFor::Party(party) => self.field("for", &self.dispute.party(party).name),
            SpeaksFor::Press => self.field("for-press", ""),
            SpeaksFor::ThirdParty => self.field("for-third-party", ""),
        }
    }
}
