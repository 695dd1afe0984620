//! Writes the documents, and what each side calls them.

use says_who_model::{Called, Document, SideKey};

use super::Writer;
use super::inline::escape;

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
        let (day, about) = ((words.date)(document.when.date), escape(&document.about));
        let sources = self.links(&document.sources);
        let later = self.later_mark(document.after);
        self.block(&format!(
            "{day}. {about}{later} {} {sources}.",
            words.attested_by
        ));
        for side in [Some(SideKey::First), Some(SideKey::Second), None] {
            let of_side =
                |called: &&Called| self.dispute.speaker(called.by).speaks_for.side() == side;
            let called: Vec<&Called> = document.called.iter().filter(of_side).collect();
            let name = side.map(|side| &self.dispute.sides.get(side).name);
            let names: Vec<String> = called
                .into_iter()
                .map(|called| self.naming(called))
                .collect();
            match (name, names.is_empty()) {
                (Some(name), true) => self.block(&escape(&(words.no_name_from)(name))),
                (None, true) => {}
                (Some(name), false) => {
                    self.block(&format!("**{}**", escape(&(words.calls_it)(name))));
                    self.list(names);
                }
                (None, false) => {
                    self.block(&format!("**{}**", words.others_call_it));
                    self.list(names);
                }
            }
        }
    }

    fn naming(&self, called: &Called) -> String {
        let speaker = escape(&self.dispute.speaker(called.by).name);
        let words = escape(&called.wording.with_quotation_marks());
        let later = self.later_mark(called.after);
        let mut line = format!("{words} — {speaker} ({}){later}.", self.link(called.source));
        self.wording(&called.wording, &mut line);
        line
    }
}
