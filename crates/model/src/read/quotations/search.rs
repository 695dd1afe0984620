//! The search of texts for the quotations of a dispute.

use std::collections::{BTreeMap, BTreeSet};

use super::{Quoting, RULE, Searched, quoting, verification};
use crate::Date;
use crate::read::coverage;
use crate::read::fields::At;
use crate::read::problem::{Place, Problems, Report};
use crate::read::quotation::lock::{self, Answer, Entry, Standing};
use crate::read::quotation::{
    Found, MOST_LEFT_OUT, SearchedText, VERSION, nearest_passage, normal_form, sha256,
};
use crate::read::raw::RawDispute;

/// What a search of texts came to, for one dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotationsUpdate {
    /// The file, below the data folder.
    pub path: String,
    /// What has to stand in it; nothing where nothing was found.
    pub text: Option<String>,
    /// How many quotations are on record, and in how many sources.
    pub found: (usize, usize),
    /// Every source of the dispute.
    pub sources: Vec<String>,
    /// Sources with quotations that are neither on record nor could be
    /// searched, because no text was given.
    pub without_text: Vec<String>,
    /// Those of them whose texts are needed, because it is not said why a
    /// quotation can't be searched.
    pub needed: Vec<String>,
    /// Quotations that the author should look at: what they leave out.
    pub looked_at: Vec<LookedAt>,
    /// The items whose cuts were confirmed.
    pub confirmed: BTreeSet<String>,
}

/// A quotation that leaves something out, for the author to look at. None of
/// it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LookedAt {
    /// The statement or document.
    pub item: String,
    /// The source.
    pub source: String,
    /// The quotation as it is written.
    pub words: String,
    /// Where it stands, what it leaves out and where it is cut.
    pub found: Found,
    /// The day on which the cut was confirmed.
    pub confirmed: Option<Date>,
}

/// A text, and the digest of its normal form.
struct Prepared {
    text: SearchedText,
    form: String,
    digest: String,
}

impl Prepared {
    fn of(text: &str) -> Self {
        let form = normal_form(text);
        Self {
            digest: format!("sha256-{}", sha256(&form)),
            text: SearchedText::new(text),
            form,
        }
    }
}

/// Searches `texts`, by source id, for the quotations of a dispute, and
/// confirms the cuts of the items in `confirm`. What was found before, in a
/// source that no text is given for, stays as it is.
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
        wanted: BTreeMap::new(),
        looked_at: Vec::new(),
        confirmed: BTreeSet::new(),
    };
    let mut prepared: BTreeMap<&str, Prepared> = BTreeMap::new();
    for quoting in quoting(dispute) {
        let (Some(source), Some(said)) = (quoting.source, &quoting.wording.said) else {
            continue;
        };
        let text = texts.get(&source.value);
        let text = text.map(|text| {
            let new = || Prepared::of(text);
            &*prepared.entry(&source.value).or_insert_with(new)
        });
        for words in quoting.quotations() {
            search.quotation(quoting, source, &said.place, &words, text);
        }
    }
    coverage::compare(dispute, texts, &mut search.problems);
    search.finish(&prepared)
}

/// Quotations in normal form, and how they stand, where a text was given.
type Wanted = BTreeMap<String, Option<Standing>>;

struct Search<'a> {
    dispute: &'a RawDispute,
    confirm: &'a BTreeSet<String>,
    today: Date,
    problems: Problems,
    /// By source.
    wanted: BTreeMap<&'a str, (&'a At<String>, Wanted)>,
    looked_at: Vec<LookedAt>,
    confirmed: BTreeSet<String>,
}

impl<'a> Search<'a> {
    fn before(&self, source: &str) -> Option<&'a Entry> {
        let entries = &self.dispute.lock.sources;
        entries.iter().find(|entry| entry.source.value == source)
    }

    fn quotation(
        &mut self,
        quoting: Quoting<'a>,
        source: &'a At<String>,
        place: &Place,
        words: &str,
        text: Option<&Prepared>,
    ) {
        let standing = match text {
            None => None,
            Some(text) => match text.text.find(words, self.is_transcript(source)) {
                Some(found) => Some(self.found(quoting, source, words, text, found)),
                None => {
                    if quoting.wording.not_verified.is_none() {
                        missed(&mut self.problems, place, &source.value, words, text);
                    }
                    return;
                }
            },
        };
        let (_, quotations) = self
            .wanted
            .entry(&source.value)
            .or_insert_with(|| (source, BTreeMap::new()));
        let known = quotations.entry(normal_form(words)).or_insert(standing);
        // Two items with the same words: one that confirms speaks for both.
        if matches!(standing, Some(Standing::Cut(_, Answer::Confirmed(_)))) {
            *known = standing;
        }
    }

    fn is_transcript(&self, source: &At<String>) -> bool {
        let mut sources = self.dispute.sources.iter();
        sources.any(|known| known.id.value == source.value && known.transcript)
    }

    /// How a quotation stands that was found, and what its author is shown.
    fn found(
        &mut self,
        quoting: Quoting<'_>,
        source: &At<String>,
        words: &str,
        text: &Prepared,
        found: Found,
    ) -> Standing {
        let item = quoting.item.map_or("", |item| item.value.as_str());
        let before = self.before(&source.value);
        let before = before.filter(|entry| entry.text == text.digest);
        let before = before.and_then(|entry| entry.quotations.get(&normal_form(words)));
        let standing = match found.cut() {
            None => Standing::Whole,
            Some(cut) if found.is_marked() => Standing::Cut(cut, Answer::Marked),
            Some(cut) => {
                let asked = self.confirm.contains(item);
                if asked {
                    self.confirmed.insert(item.to_owned());
                }
                let answer = match before {
                    Some(Standing::Cut(_, Answer::Confirmed(day))) => Answer::Confirmed(*day),
                    _ if asked => Answer::Confirmed(self.today),
                    _ => Answer::Nothing,
                };
                Standing::Cut(cut, answer)
            }
        };
        if found.cut().is_some() || !found.left_out.is_empty() {
            self.looked_at.push(LookedAt {
                item: item.to_owned(),
                source: source.value.clone(),
                words: words.to_owned(),
                found,
                confirmed: match standing {
                    Standing::Cut(_, Answer::Confirmed(day)) => Some(day),
                    _ => None,
                },
            });
        }
        standing
    }

    fn finish(self, prepared: &BTreeMap<&str, Prepared>) -> Result<QuotationsUpdate, Report> {
        let mut entries = Vec::new();
        let mut without_text = Vec::new();
        for (source, (at, wanted)) in &self.wanted {
            let before = self.before(source);
            let Some(text) = prepared.get(source) else {
                let known = before.map(|before| kept(before, wanted));
                let complete = known
                    .as_ref()
                    .is_some_and(|k| k.quotations.len() == wanted.len());
                if !complete {
                    without_text.push((*source).to_owned());
                }
                entries.extend(known.filter(|known| !known.quotations.is_empty()));
                continue;
            };
            let quotations: BTreeMap<String, Standing> = wanted
                .iter()
                .filter_map(|(words, standing)| Some((words.clone(), (*standing)?)))
                .collect();
            let same = before.filter(|before| {
                before.text == text.digest
                    && before.text_form == VERSION
                    && before.quotations == quotations
            });
            entries.push(Entry {
                source: (*at).clone(),
                text: text.digest.clone(),
                text_form: VERSION,
                date: same.map_or(self.today, |before| before.date),
                quotations,
            });
        }
        self.problems.finish()?;
        let count = entries.iter().map(|entry| entry.quotations.len()).sum();
        let sources = self.dispute.sources.iter();
        Ok(QuotationsUpdate {
            sources: sources.map(|source| source.id.value.clone()).collect(),
            needed: needed(self.dispute, &without_text),
            path: format!("{}/{}", self.dispute.id, lock::FILE),
            text: lock::write(&entries),
            found: (count, entries.len()),
            without_text,
            looked_at: self.looked_at,
            confirmed: self.confirmed,
        })
    }
}

/// Those of the sources, whose texts were not given, with a quotation that is
/// neither on record nor has a reason why it can't be searched.
fn needed(dispute: &RawDispute, without_text: &[String]) -> Vec<String> {
    let searched = Searched::of(dispute);
    let open = quoting(dispute).filter(|quoting| verification(&searched, *quoting).is_err());
    let open = open.filter_map(|quoting| Some(quoting.source?.value.as_str()));
    let open: BTreeSet<&str> = open.collect();
    let needed = without_text.iter();
    let needed = needed.filter(|source| open.contains(source.as_str()));
    needed.cloned().collect()
}

/// What is on record of a source that was not searched, as far as it is still
/// quoted.
fn kept(before: &Entry, wanted: &Wanted) -> Entry {
    let mut kept = before.clone();
    kept.quotations
        .retain(|words, _| wanted.contains_key(words));
    kept
}

fn missed(problems: &mut Problems, place: &Place, source: &str, words: &str, text: &Prepared) {
    let words = normal_form(words);
    let parts = words.split('…').map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let stands = |part: &&str| text.text.find(part, false).is_some();
    let help = if parts.len() > 1 && parts.iter().all(stands) {
        format!(
            "each part stands there, but not in this order, or not within one paragraph, one quotation and {MOST_LEFT_OUT} words: quote them apart, each between marks of its own"
        )
    } else if let Some(difference) = nearest_passage(&words, &text.form) {
        format!(
            "the nearest there, with [-your words-] and {{+the source’s+}}: {difference}; correct the quotation, or say why it can't be verified: `not-verified = \"…\"`"
        )
    } else {
        "nothing there is like it; look whether the chain names the right source, or say why it can't be verified: `not-verified = \"…\"`".to_owned()
    };
    problems.add(
        place,
        RULE,
        format!("“{words}” is not in the text of `{source}`"),
        help,
    );
}
