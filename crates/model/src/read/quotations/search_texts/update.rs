//! The results of a search: the new content of the lock file, and what the author
//! has to review.

use std::collections::{BTreeMap, BTreeSet};

use super::{PreparedText, QuotationStatuses, Search};
use crate::Date;
use crate::read::problem::Report;
use crate::read::quotation_match::lock::{self, CutStatus, Entry};
use crate::read::quotation_match::{Found, VERSION};
use crate::read::quotations::{SearchRecords, quoting_texts, verification};
use crate::read::raw::RawDispute;

/// The results of a search for one dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotationsUpdate {
    /// The path of the lock file, relative to the data folder.
    pub path: String,
    /// Its new content; `None` if nothing was found.
    pub text: Option<String>,
    /// How many quotations are recorded, and in how many sources.
    pub found: (usize, usize),
    /// The ids of all sources of the dispute.
    pub sources: Vec<String>,
    /// Sources with quotations that are not recorded and could not be searched,
    /// because no text was given.
    pub without_text: Vec<String>,
    /// The sources in `without_text` whose text is required, because the data gives
    /// no reason why a quotation can't be verified.
    pub needed: Vec<String>,
    /// Quotations that omit something, for the author to review.
    pub to_review: Vec<QuotationToReview>,
    /// The items whose cuts this search confirmed.
    pub confirmed: BTreeSet<String>,
}

/// A quotation that omits something, for the author to review. The omitted text is
/// only shown, never recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotationToReview {
    /// The id of the statement or document.
    pub item: String,
    /// The id of the source.
    pub source: String,
    /// The quotation, as written.
    pub words: String,
    /// Where it was found, what it omits and where it is cut.
    pub found: Found,
    /// The day on which the cut was confirmed.
    pub confirmed: Option<Date>,
}

impl Search<'_> {
    pub(super) fn finish(
        self,
        prepared: &BTreeMap<&str, PreparedText>,
    ) -> Result<QuotationsUpdate, Report> {
        let mut entries = Vec::new();
        let mut without_text = Vec::new();
        for (source, (at, wanted)) in &self.by_source {
            let previous = self.previous_entry(source);
            let Some(text) = prepared.get(source) else {
                let known = previous.map(|previous| retain_quoted(previous, wanted));
                let complete = known
                    .as_ref()
                    .is_some_and(|k| k.quotations.len() == wanted.len());
                if !complete {
                    without_text.push((*source).to_owned());
                }
                entries.extend(known.filter(|known| !known.quotations.is_empty()));
                continue;
            };
            let quotations: BTreeMap<String, CutStatus> = wanted
                .iter()
                .filter_map(|(words, status)| Some((words.clone(), (*status)?)))
                .collect();
            let same = previous.filter(|previous| {
                previous.text == text.digest
                    && previous.text_form == VERSION
                    && previous.quotations == quotations
            });
            entries.push(Entry {
                source: (*at).clone(),
                text: text.digest.clone(),
                text_form: VERSION,
                date: same.map_or(self.today, |previous| previous.date),
                quotations,
            });
        }
        self.problems.finish()?;
        let count = entries.iter().map(|entry| entry.quotations.len()).sum();
        let sources = self.dispute.sources.iter();
        Ok(QuotationsUpdate {
            sources: sources.map(|source| source.id.value.clone()).collect(),
            needed: sources_needing_text(self.dispute, &without_text),
            path: format!("{}/{}", self.dispute.id, lock::FILE),
            text: lock::to_toml(&entries),
            found: (count, entries.len()),
            without_text,
            to_review: self.to_review,
            confirmed: self.confirmed,
        })
    }
}

/// The sources in `without_text` with a quotation that is not recorded and has no
/// reason why it can't be verified.
fn sources_needing_text(dispute: &RawDispute, without_text: &[String]) -> Vec<String> {
    let records = SearchRecords::from_dispute(dispute);
    let open = quoting_texts(dispute).filter(|quoting| verification(&records, *quoting).is_err());
    let open = open.filter_map(|quoting| Some(quoting.source?.value.as_str()));
    let open: BTreeSet<&str> = open.collect();
    let needed = without_text.iter();
    let needed = needed.filter(|source| open.contains(source.as_str()));
    needed.cloned().collect()
}

/// The earlier entry of a source that was not searched, without quotations that are
/// no longer in the data.
fn retain_quoted(previous: &Entry, wanted: &QuotationStatuses) -> Entry {
    let mut kept = previous.clone();
    kept.quotations
        .retain(|words, _| wanted.contains_key(words));
    kept
}
