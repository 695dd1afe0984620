//! Writes the list of those who speak.

use says_who_model::{SideKey, Speaker, SpeaksFor};

use super::Writer;
use super::inline::escape;

impl Writer<'_> {
    /// The speakers, by whom they speak for: both sides, then the others in the order
    /// of the page.
    pub(super) fn speakers(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        self.block(&format!("## {}", words.speakers.title));
        let sides = SideKey::BOTH.map(SpeaksFor::Side).into_iter();
        let voices = sides.chain(dispute.other_voices());
        let entries = voices.map(|voice| {
            let speakers = dispute.speakers.iter();
            let speakers = speakers.filter(|speaker| speaker.speaks_for == voice);
            let speakers: Vec<String> = speakers.map(|speaker| self.speaker(speaker)).collect();
            let speakers = match speakers.is_empty() {
                true => words.figures_none.to_owned(),
                false => speakers.join("; "),
            };
            let name = escape(words.voice_name(dispute, voice));
            format!("**{name}:** {speakers}")
        });
        let entries: Vec<String> = entries.collect();
        self.list(entries);
    }

    fn speaker(&self, speaker: &Speaker) -> String {
        let who = self.words.name_and_role(self.dispute, speaker);
        let counted = self.words.statements_counted(self.dispute, speaker);
        escape(&format!("{who} ({counted})"))
    }
}
