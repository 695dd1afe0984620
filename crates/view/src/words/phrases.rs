//! Phrases about a dispute, a speaker or authors.

use says_who_model::{Dispute, Headline, Source, Speaker};

use super::Words;
use super::sentence::uncapitalized;
use crate::direction::isolated;

impl Words {
    /// What follows a speaker's name: the role, or for whom they speak, and whether
    /// they are unnamed.
    pub fn role_and_naming<'a>(&self, speaker: &'a Speaker) -> impl Iterator<Item = &'a str> {
        let role = speaker.role.as_deref();
        let role = role.or((self.speaks_for)(speaker.speaks_for));
        role.into_iter().chain(self.unnamed(speaker))
    }

    /// The note that a speaker is unnamed, if the description does not say so
    /// itself.
    fn unnamed(&self, speaker: &Speaker) -> Option<&'static str> {
        let said = || {
            let name = speaker.name.to_lowercase();
            self.unnamed_words.iter().any(|word| name.contains(word))
        };
        (!speaker.named && !said()).then_some(self.unnamed)
    }

    /// The as-of date of a dispute as a phrase, with the hour or the report if it
    /// has one.
    pub fn as_of_phrase(&self, dispute: &Dispute) -> String {
        let day = (self.date)(dispute.as_of);
        format!("{} {day}{}", self.as_of, self.as_of_detail(dispute))
    }

    /// What follows the as-of date: the hour or the report.
    pub fn as_of_detail(&self, dispute: &Dispute) -> String {
        let time = dispute.as_of_time.map(|time| format!(", {time}"));
        let report = dispute.as_of_report.map(|source| {
            let outlet = isolated(&dispute.language, &dispute.source(source).outlet);
            format!(", {}", (self.as_of_report)(&outlet))
        });
        [time, report].into_iter().flatten().collect()
    }

    /// The heading over what happened later.
    pub fn after_heading(&self, dispute: &Dispute) -> String {
        let day = (self.date)(dispute.as_of);
        match (dispute.as_of_report, dispute.as_of_time) {
            (Some(source), _) => {
                let outlet = isolated(&dispute.language, &dispute.source(source).outlet);
                (self.after_report)(&outlet, &day)
            }
            (None, Some(time)) => (self.after)(&format!("{day}, {time}")),
            (None, None) => (self.after)(&day),
        }
    }

    /// The label on what happened after the as-of date.
    pub fn later_label(&self, dispute: &Dispute) -> String {
        (self.later)(&uncapitalized(&self.after_heading(dispute)))
    }

    /// The authors of a source, people before organisations: "Sam Reed and Ana
    /// Ruiz". The outlet is left out, because it is named beside them.
    pub fn author_names(&self, source: &Source) -> Option<String> {
        let all: Vec<&str> = source
            .authors
            .iter()
            .chain(&source.corporate_authors)
            .map(String::as_str)
            .filter(|name| *name != source.outlet)
            .collect();
        (!all.is_empty()).then(|| self.join_names(&all))
    }

    /// More on a source, as sentences: its kind, why its headline is not known, whose
    /// report it carries, and when and where it was read.
    pub fn source_details(&self, source: &Source) -> impl Iterator<Item = String> {
        let kind = source
            .kind
            .map(|kind| format!("{}.", (self.source_kind)(kind)));
        let headline = match &source.headline {
            Headline::Known(_) => None,
            Headline::Unknown { reason, .. } => Some((self.headline_not_known)(reason)),
        };
        let agency = source.agency.as_deref().map(self.carries_agency);
        let copy = source.copy_read_at.as_deref().map(self.copy_read_at);
        let day = source
            .retrieved
            .map(|day| (self.read_on_day)(&(self.date)(day)));
        [kind, headline, agency, copy, day].into_iter().flatten()
    }

    /// Names in a sentence: "one, two and three". If a name has a comma or an "and"
    /// of its own, the names are separated by semicolons.
    pub fn join_names(&self, names: &[&str]) -> String {
        let and = format!(" {} ", self.and);
        if names.len() > 1
            && names
                .iter()
                .any(|name| name.contains([',', ';']) || name.contains(&and))
        {
            return names.join("; ");
        }
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => format!("{}{and}{last}", others.join(", ")),
        }
    }

    /// The time and place that an explainer covers; `None` if the as-of date says it
    /// already.
    pub fn setting_unless_in_date<'d>(&self, dispute: &'d Dispute) -> Option<&'d str> {
        let day = (self.date)(dispute.as_of);
        let is_said = |word: &str| day.split(' ').any(|said| said == word);
        let setting = dispute.setting.as_str();
        (!setting.split_whitespace().all(is_said)).then_some(setting)
    }
}
