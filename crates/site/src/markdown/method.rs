//! Writes the method, and how much of the main source is covered.

use says_who_model::Coverage;

use super::Writer;
use super::inline::escape;

impl Writer<'_> {
    pub(super) fn method(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        self.block(&format!("## {}", words.method));
        words.method_site.iter().for_each(|text| self.block(text));
        for paragraph in &dispute.method {
            self.block(&escape(paragraph));
        }
        if let Some(coverage) = dispute.principal_coverage() {
            self.coverage(coverage);
        }
    }

    fn coverage(&mut self, coverage: &Coverage) {
        let words = self.words;
        let source = words.source_title(self.dispute, self.dispute.source(coverage.source));
        let (taken, left_out) = (coverage.taken(), coverage.left_out());
        let counted = (words.coverage)(taken, coverage.sentences.len(), left_out);
        self.block(&format!("{}: {counted}", escape(&source)));
        if left_out > 0 {
            let reasons = coverage.reasons().into_iter();
            let entry = |(reason, count)| format!("{} {}", escape(reason), (words.left_out)(count));
            self.list(reasons.map(entry).collect::<Vec<_>>());
        }
    }
}
