//! Hashes wordings.

use super::ItemHasher;
use crate::{Span, Wording};

impl ItemHasher<'_> {
    pub(super) fn wording(&mut self, wording: &Wording) {
        self.spans(&wording.spans);
        self.optional_field("indirect", wording.indirect.then_some("yes"));
        self.field("language", wording.language.as_str());
        let spoken = wording.spoken_in.as_ref();
        self.optional_field("spoken-in", spoken.map(crate::Language::as_str));
        self.optional_field("translated-by", wording.translated_by.as_deref());
    }

    pub(super) fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            match span {
                Span::Verbatim(words) => self.field("verbatim", words),
                Span::Paraphrase(words) => self.field("paraphrase", words),
            }
        }
    }
}
