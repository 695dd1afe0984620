//! Searches source texts for the quotations of a dispute.

use std::collections::{BTreeMap, BTreeSet};

use super::{QuotingText, RULE, SearchRecords, quoting_texts, verification};
use crate::Date;
use crate::read::coverage;
use crate::read::fields::Located;
use crate::read::problem::{Place, Problems, Report};
use crate::read::quotation_match::lock::{self, CutReview, CutStatus, Entry};
use crate::read::quotation_match::{
    Found, MAX_LEFT_OUT_WORDS, SearchedText, VERSION, nearest_passage, normal_form, sha256,
};
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

    fn finish(self, prepared: &BTreeMap<&str, PreparedText>) -> Result<QuotationsUpdate, Report> {
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

fn report_not_found(
    problems: &mut Problems,
    place: &Place,
    source: &str,
    words: &str,
    text: &PreparedText,
) {
    let words = normal_form(words);
    let parts = words.split('…').map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let stands = |part: &&str| text.text.find(part, false).is_some();
    let help = if parts.len() > 1 && parts.iter().all(stands) {
        format!(
            "each part stands there, but not in this order, or not within one paragraph, one quotation and {MAX_LEFT_OUT_WORDS} words: quote them apart, each between marks of its own"
        )
    } else if let Some(difference) = nearest_passage(&words, &text.form) {
        format!(
            "the closest passage, with [-your words-] and {{+the source’s+}}: {difference}; correct the quotation, or say why it can't be verified: `not-verified = \"…\"`"
        )
    } else {
        "the text has nothing similar; check that the chain names the right source, or say why it can't be verified: `not-verified = \"…\"`".to_owned()
    };
    problems.add(
        place,
        RULE,
        format!("“{words}” is not in the text of `{source}`"),
        help,
    );
}
