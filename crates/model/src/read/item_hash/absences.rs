//! Hashes absences.

use super::ItemHasher;
use crate::Absence;

impl ItemHasher<'_> {
    pub(super) fn absence(&mut self, absence: &Absence) {
        self.field("cell", "absence");
        self.field("kind", absence.kind.into());
        self.field("note", &absence.note);
        for &source in &absence.searched {
            self.cited("searched", source);
        }
        if let Some(when) = &absence.when {
            self.when(when);
        }
        if let Some(words) = &absence.words {
            self.wording(&words.wording);
            self.cited("in", words.source);
        }
    }
}
