//! Texts about speakers.

use says_who_model::{Dispute, Speaker, SpeaksFor};

use super::Words;

/// The texts, in one language.
pub struct SpeakerWords {
    /// The title of the page of all speakers.
    pub title: &'static str,
    pub lead: &'static str,
    /// The link to that page.
    pub all: fn(speakers: usize) -> String,
    /// The same from a speaker's own page.
    pub see_all: &'static str,
    pub role: fn(role: &str) -> String,
    pub speaks_for: fn(name: &str) -> String,
    pub speaks_for_press: &'static str,
    pub speaks_for_neither: &'static str,
    pub not_named: &'static str,
    /// How many statements a speaker has, and how many of them are outlets' summaries.
    pub statements: fn(statements: usize, summaries: usize) -> String,
    /// The link to the speaker's statements among all others.
    pub in_the_ledger: &'static str,
    /// Before the documents that a speaker calls something, and the events of which
    /// they give an account.
    pub also_on: &'static str,
    /// The heading over a speaker's statements.
    pub in_order: &'static str,
}

impl Words {
    /// Whom a speaker speaks for, as a sentence.
    pub fn speaks_for_sentence(&self, dispute: &Dispute, speaker: &Speaker) -> String {
        match speaker.speaks_for {
            SpeaksFor::Press => self.speakers.speaks_for_press.to_owned(),
            SpeaksFor::ThirdParty => self.speakers.speaks_for_neither.to_owned(),
            voice => (self.speakers.speaks_for)(self.voice_name(dispute, voice)),
        }
    }

    /// How many statements a speaker has.
    pub fn statements_counted(&self, dispute: &Dispute, speaker: &Speaker) -> String {
        let statements = dispute.statements_by(speaker);
        let summaries = statements.iter().filter(|(_, one)| one.is_summary());
        (self.speakers.statements)(statements.len(), summaries.count())
    }

    /// A speaker's name, role and number of statements, as a sentence.
    pub fn speaker_line(&self, dispute: &Dispute, speaker: &Speaker) -> String {
        let who = self.name_and_role(dispute, speaker);
        format!("{who}: {}.", self.statements_counted(dispute, speaker))
    }
}
