//! The lock file, `quotations.toml`: which quotations were found in which text,
//! and whether they are cut. It is written where the texts are available and
//! committed without them.

use std::collections::BTreeMap;

use super::normal::{VERSION, normal_form};
use crate::format::{
    self, CheckedQuotation, ListStyle, Quotation, Quotations, RawCheckedQuotation, RawQuotations,
    Verified,
};
use crate::read::fields::Located;
use crate::read::problem::Problems;
use crate::{Cut, Date};

/// The file's name in a dispute's folder.
pub(in crate::read) const FILE: &str = "quotations.toml";

const HEADER: &str = "\
# The quotations that were found, word for word, in the text of their source:
# the day of the search, the digest of the text (SHA-256 of its normal form),
# and the words, each with whether it is whole or cut. Written by
# `says-who quotes`; commit it with the change.
";

/// The contents of the lock file: what the last search found.
#[derive(Debug, Default)]
pub(in crate::read) struct Lock {
    pub(in crate::read) normal_form: Option<Located<i64>>,
    pub(in crate::read) sources: Vec<Entry>,
}

/// The quotations found in the text of one source.
#[derive(Clone, Debug)]
pub(in crate::read) struct Entry {
    pub(in crate::read) source: Located<String>,
    /// The digest of the text's normal form.
    pub(in crate::read) text: String,
    /// The version of the normal form that the digest was computed from.
    pub(in crate::read) text_form: i64,
    pub(in crate::read) date: Date,
    /// The quotations, by their words in the current normal form.
    pub(in crate::read) quotations: BTreeMap<String, CutStatus>,
}

/// Whether a quotation is whole or cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum CutStatus {
    /// Recorded before searches looked for cuts.
    Unchecked,
    Whole,
    Cut(Cut, CutReview),
}

/// How the author dealt with a cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum CutReview {
    /// Neither marked nor confirmed.
    Pending,
    /// The quotation has `…` there.
    Marked,
    /// The author reviewed it on that day.
    Confirmed(Date),
}

/// Converts the file. If it has an earlier normal form, the words are converted to
/// the current one. The digests can't be: each keeps the version of its form.
pub(in crate::read) fn resolve(raw: &RawQuotations, problems: &mut Problems) -> Lock {
    let form = raw.normal_form.clone();
    let version = form.as_ref().map_or(VERSION, |form| form.value);
    let mut sources = Vec::new();
    for raw in &raw.sources {
        let quotations = raw.quotations.iter();
        let quotations = quotations.filter_map(|quotation| resolve_quotation(quotation, problems));
        let quotations: Vec<_> = quotations.collect();
        let (Some(source), Some(text), Some(date)) = (&raw.id, &raw.text, &raw.date) else {
            continue;
        };
        sources.push(Entry {
            source: source.clone(),
            text: text.value.clone(),
            text_form: raw.text_form.as_ref().map_or(version, |form| form.value),
            date: date.value,
            quotations: quotations
                .into_iter()
                .map(|(words, status)| (normal_form(&words), status))
                .collect(),
        });
    }
    Lock {
        normal_form: form,
        sources,
    }
}

fn resolve_quotation(
    raw: &RawCheckedQuotation,
    problems: &mut Problems,
) -> Option<(String, CutStatus)> {
    let contradicts = (raw.whole && raw.cut.is_some())
        || ((raw.marked || raw.confirmed.is_some()) && raw.cut.is_none());
    if contradicts && !raw.has_invalid_value {
        problems.add(
            &raw.place,
            "fields",
            "a quotation is either whole, or cut and marked or confirmed",
            "search again: `says-who quotes --texts FOLDER`",
        );
    }
    let review = match (raw.marked, &raw.confirmed) {
        (true, _) => CutReview::Marked,
        (false, Some(day)) => CutReview::Confirmed(day.value),
        (false, None) => CutReview::Pending,
    };
    let status = match &raw.cut {
        None if raw.whole => CutStatus::Whole,
        None => CutStatus::Unchecked,
        Some(cut) => CutStatus::Cut(cut.value, review),
    };
    Some((raw.words.as_ref()?.value.clone(), status))
}

/// Formats the file; `None` if nothing was found.
pub(in crate::read) fn to_toml(entries: &[Entry]) -> Option<String> {
    let quotations = Quotations {
        normal_form: u32::try_from(VERSION).ok()?,
        sources: entries.iter().map(verified).collect::<Option<_>>()?,
    };
    let text = format::to_toml(HEADER, &quotations, ListStyle::Tables).text;
    (!entries.is_empty()).then_some(text)
}

/// The entry as the format has it.
fn verified(entry: &Entry) -> Option<Verified> {
    let quotations = entry.quotations.iter();
    let quotations = quotations.map(|(words, status)| Quotation::Checked(checked(words, *status)));
    Some(Verified {
        id: entry.source.value.as_str().into(),
        text: entry.text.clone(),
        text_form: Some(u32::try_from(entry.text_form).ok()?),
        date: entry.date.into(),
        quotations: quotations.collect(),
    })
}

fn checked(words: &str, status: CutStatus) -> CheckedQuotation {
    let (cut, review) = match status {
        CutStatus::Unchecked | CutStatus::Whole => (None, CutReview::Pending),
        CutStatus::Cut(cut, review) => (Some(cut), review),
    };
    CheckedQuotation {
        words: words.to_owned(),
        whole: status == CutStatus::Whole,
        cut,
        marked: review == CutReview::Marked,
        confirmed: match review {
            CutReview::Confirmed(day) => Some(day.into()),
            CutReview::Pending | CutReview::Marked => None,
        },
    }
}
