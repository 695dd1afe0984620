//! Hashes open questions.

use super::ItemHasher;
use crate::OpenQuestion;

impl ItemHasher<'_> {
    pub(super) fn open_question(&mut self, open: &OpenQuestion) {
        self.field("question", &open.question);
        self.field("settled-by", &open.settled_by);
    }
}
