//! Hashes statements and their renderings.

use super::ItemHasher;
use crate::{Rendering, Statement};

impl ItemHasher<'_> {
    pub(super) fn statement(&mut self, statement: &Statement) {
        self.speaker(self.dispute.speaker(statement.speaker));
        self.optional_field("summarised-by", statement.summarised_by.as_deref());
        self.wording(&statement.wording);
        self.when(&statement.when);
        self.chain(&statement.chain);
        for Rendering {
            wording,
            attributed_to,
            chain,
            note,
            compared: _,
        } in &statement.renderings
        {
            self.wording(wording);
            self.optional_field("attributed-to", attributed_to.as_deref());
            self.chain(chain);
            self.optional_field("rendering-note", note.as_deref());
        }
        self.optional_field("note", statement.note.as_deref());
    }
}
