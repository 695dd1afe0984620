//! The library: the list of all disputes.

use crate::{Dispute, SiteInfo};

/// Every dispute of a site, in the order of the start page; never empty. The first
/// one is featured.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Library {
    /// The name and publisher of the site, and how it looks.
    pub site: SiteInfo,
    /// The disputes.
    pub disputes: Vec<Dispute>,
}

impl Library {
    /// The dispute with this id.
    #[must_use]
    pub fn dispute(&self, id: &str) -> Option<&Dispute> {
        self.disputes
            .iter()
            .find(|dispute| dispute.id.as_str() == id)
    }

    /// The question of a dispute, unique within the library: where another dispute
    /// asks the same question, its setting is appended, or its id if the settings
    /// are the same too.
    #[must_use]
    pub fn question_for_titles(&self, dispute: &Dispute) -> String {
        let question = &dispute.question;
        let others = self.disputes.iter();
        let others = others.filter(|other| other.id != dispute.id);
        let mut alike = others
            .filter(|other| other.question == *question)
            .peekable();
        if alike.peek().is_none() {
            question.clone()
        } else if alike.any(|other| other.setting == dispute.setting) {
            format!("{question} ({})", dispute.id)
        } else {
            format!("{question} ({})", dispute.setting)
        }
    }

    /// The short title of a dispute, for titles that are cut; the question as in
    /// [`Self::question_for_titles`] if it has none, or another dispute has the same.
    #[must_use]
    pub fn short_title(&self, dispute: &Dispute) -> String {
        let others = self.disputes.iter();
        let mut others = others.filter(|other| other.id != dispute.id);
        match &dispute.short_title {
            Some(title) if others.all(|other| other.short_title.as_ref() != Some(title)) => {
                title.clone()
            }
            _ => self.question_for_titles(dispute),
        }
    }
}
