//! Searches source texts for the quotations of a dispute.

mod not_found;
mod update;

pub use update::{QuotationToReview, QuotationsUpdate};

use std::collections::{BTreeMap, BTreeSet};

use not_found::report_not_found;

use super::{QuotingText, quoting_texts};
use crate::Date;
use crate::read::coverage;
use crate::read::fields::Located;
use crate::read::problem::{Place, Problems, Report};
use crate::read::quotation_match::lock::{CutReview, CutStatus, Entry};
use crate::read::quotation_match::{Found, SearchedText, normal_form, sha256};
use crate::read::raw::RawDispute;

/// A source text prepared for searching, and the digest of its normal form.
struct PreparedText {
    text: SearchedText,
    form: String,
    digest: String,
}

impl PreparedText {
    fn new(text: &str) -> Self {
        let form = normal_form(text);
        Self {
            digest: format!("sha256-{}", sha256(&form)),
            text: SearchedText::new(text),
            form,
        }
    }
}

/// Searches `texts`, by source id, for the quotations of a dispute, and confirms the
/// cuts of the items in `confirm`. Earlier results stay unchanged for sources whose
/// text is not given.
///
/// # Errors
///
/// A problem for each quotation that its source's text does not have.
pub(in crate::read) fn search(
    root: &str,
    dispute: &RawDispute,
    texts: &BTreeMap<String, String>,
    confirm: &BTreeSet<String>,
    today: Date,
) -> Result<QuotationsUpdate, Report> {
    let mut search = Search {
        dispute,
        confirm,
        today,
        problems: Problems::new(root),
        by_source: BTreeMap::new(),
        to_review: Vec::new(),
        confirmed: BTreeSet::new(),
    };
    let mut prepared: BTreeMap<&str, PreparedText> = BTreeMap::new();
    for quoting in quoting_texts(dispute) {
        let (Some(source), Some(said)) = (quoting.source, &quoting.wording.said) else {
            continue;
        };
        let text = texts.get(&source.value);
        let text = text.map(|text| {
            let new = || PreparedText::new(text);
            &*prepared.entry(&source.value).or_insert_with(new)
        });
        for words in quoting.quotations() {
            search.add_quotation(quoting, source, &said.place, &words, text);
        }
    }
    coverage::check_against_texts(dispute, texts, &mut search.problems);
    search.finish(&prepared)
}

/// Quotations in normal form, with their cut status if a text was given.
type QuotationStatuses = BTreeMap<String, Option<CutStatus>>;

/// The state of a search.
struct Search<'a> {
    dispute: &'a RawDispute,
    confirm: &'a BTreeSet<String>,
    today: Date,
    problems: Problems,
    /// The quotations of each source, by source id.
    by_source: BTreeMap<&'a str, (&'a Located<String>, QuotationStatuses)>,
    to_review: Vec<QuotationToReview>,
    confirmed: BTreeSet<String>,
}

impl<'a> Search<'a> {
    fn previous_entry(&self, source: &str) -> Option<&'a Entry> {
        let entries = &self.dispute.lock.sources;
        entries.iter().find(|entry| entry.source.value == source)
    }

    fn add_quotation(
        &mut self,
        quoting: QuotingText<'a>,
        source: &'a Located<String>,
        place: &Place,
        words: &str,
        text: Option<&PreparedText>,
    ) {
        let status = match text {
            None => None,
            Some(text) => match text.text.find(words, self.is_transcript(source)) {
                Some(found) => Some(self.review_found(quoting, source, words, text, found)),
                None => {
                    if quoting.wording.not_verified.is_none() {
                        report_not_found(&mut self.problems, place, &source.value, words, text);
                    }
                    return;
                }
            },
        };
        let (_, quotations) = self
            .by_source
            .entry(&source.value)
            .or_insert_with(|| (source, BTreeMap::new()));
        let known = quotations.entry(normal_form(words)).or_insert(status);
        // Two items may quote the same words: a confirmation of one counts for both.
        if matches!(status, Some(CutStatus::Cut(_, CutReview::Confirmed(_)))) {
            *known = status;
        }
    }

    fn is_transcript(&self, source: &Located<String>) -> bool {
        let mut sources = self.dispute.sources.iter();
        sources.any(|known| known.id.value == source.value && known.transcript)
    }

    /// Determines the cut status of a found quotation, and adds it to the review
    /// list if it omits something.
    fn review_found(
        &mut self,
        quoting: QuotingText<'_>,
        source: &Located<String>,
        words: &str,
        text: &PreparedText,
        found: Found,
    ) -> CutStatus {
        let item = quoting.item.map_or("", |item| item.value.as_str());
        let previous = self.previous_entry(&source.value);
        let previous = previous.filter(|entry| entry.text == text.digest);
        let previous = previous.and_then(|entry| entry.quotations.get(&normal_form(words)));
        let status = match found.cut() {
            None => CutStatus::Whole,
            Some(cut) if found.is_marked() => CutStatus::Cut(cut, CutReview::Marked),
            Some(cut) => {
                let is_confirmed = self.confirm.contains(item);
                if is_confirmed {
                    self.confirmed.insert(item.to_owned());
                }
                let review = match previous {
                    Some(CutStatus::Cut(_, CutReview::Confirmed(day))) => {
                        CutReview::Confirmed(*day)
                    }
                    _ if is_confirmed => CutReview::Confirmed(self.today),
                    _ => CutReview::Pending,
                };
                CutStatus::Cut(cut, review)
            }
        };
        if found.cut().is_some() || !found.left_out.is_empty() {
            self.to_review.push(QuotationToReview {
                item: item.to_owned(),
                source: source.value.clone(),
                words: words.to_owned(),
                found,
                confirmed: match status {
                    CutStatus::Cut(_, CutReview::Confirmed(day)) => Some(day),
                    _ => None,
                },
            });
        }
        status
    }
}
