//! Writes the documents, and what each side calls them.

use says_who_model::{Called, Document, SideKey, SpeaksFor};

use super::Writer;
use super::inline::escape;
use says_who_view::words::capitalized;

impl Writer<'_> {
    pub(super) fn documents(&mut self) {
        let documents = &self.dispute.documents;
        if documents.is_empty() {
            return;
        }
        self.block(&format!("## {}", self.words.documents));
        documents
            .iter()
            .for_each(|document| self.document(document));
    }

    fn document(&mut self, document: &Document) {
        let words = self.words;
        self.block(&format!("### {}", escape(&document.name)));
        let (day, about) = (
            capitalized(&(words.when)(&document.when)),
            escape(&document.about),
        );
        let sources = self.links(&document.sources);
        let later = self.later_mark(document.after);
        self.block(&format!(
            "{day}. {about}{later} {} {sources}.",
            words.attested_by
        ));
        let status = document
            .status
            .map(|status| (words.items.document_status)(status).to_owned());
        let text = document.link.as_ref();
        let text = text.map(|link| format!("[{}](<{link}>)", words.items.document_text));
        let known: Vec<String> = status.into_iter().chain(text).collect();
        if !known.is_empty() {
            self.block(&known.join(" "));
        }
        let dispute = self.dispute;
        for side in SideKey::BOTH {
            let of_side = |called: &&Called| dispute.side_of(called.by) == Some(side);
            let called: Vec<&Called> = document.called.iter().filter(of_side).collect();
            if called.is_empty() {
                let name = self.isolated(&dispute.sides.get(side).name);
                self.block(&escape(&(words.no_name_from)(&name)));
            } else {
                self.names(SpeaksFor::Side(side), &called);
            }
        }
        let others = document.called.iter();
        let others = others.filter(|called| dispute.side_of(called.by).is_none());
        for (voice, called) in dispute.by_voice(others, |called| dispute.voice_of(called.by)) {
            self.names(voice, &called);
        }
    }

    /// What somebody calls a document.
    fn names(&mut self, voice: SpeaksFor, called: &[&Called]) {
        let head = self.words.voice_calls_it(self.dispute, voice);
        self.block(&format!("**{}**", escape(&head)));
        let names: Vec<String> = called.iter().map(|called| self.naming(called)).collect();
        self.list(names);
    }

    fn naming(&self, called: &Called) -> String {
        let later = self.later_mark(called.after);
        self.attributed_words(&called.wording, called.by, called.source, &later)
    }
}
