//! Writes the revisions, and the items that are gone.

use says_who_model::Retired;

use super::Writer;
use super::inline::escape;

impl Writer<'_> {
    pub(super) fn revisions(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        if dispute.revisions.is_empty() && dispute.retired.is_empty() {
            return;
        }
        self.block(&format!("## {}", words.revisions));
        let revisions = dispute.revisions.iter().map(|revision| {
            let (day, kind) = ((words.date)(revision.date), (words.revision)(revision.kind));
            let texts = revision.texts.iter().map(|text| (words.head_text)(*text));
            let texts: Vec<&str> = texts.collect();
            let touched = match texts.as_slice() {
                [] => String::new(),
                texts => format!(" {} {}.", words.affects, texts.join(", ")),
            };
            format!("**{day}.** {kind}. {}{touched}", escape(&revision.what))
        });
        let gone = dispute.retired.iter().filter_map(|retired| match retired {
            Retired::Tombstone { id, date, reason } => Some(format!(
                "**{}.** {}. {}",
                (words.date)(*date),
                escape(&(words.gone_title)(id.as_str())),
                escape(reason)
            )),
            Retired::Alias { .. } => None,
        });
        self.list(revisions.chain(gone));
    }
}
