//! The quotations of a dispute and their source texts. A command searches the texts
//! where they are available and writes the results into a lock file, which is
//! committed. The checks compare the data with that file.

mod lock_check;
mod search_texts;

pub(super) use lock_check::{check, cuts_marked, warn};
pub(super) use search_texts::search;
pub use search_texts::{QuotationToReview, QuotationsUpdate};

use std::collections::HashMap;

use super::fields::Located;
use super::quotation_match::lock::{CutStatus, Entry};
use super::quotation_match::normal_form;
use super::raw::{RawDispute, RawSource, RawWording};
use super::resolve::final_source;
use super::wording::spans;
use crate::{Cut, Span, Verification};

/// The name of the rule: every quotation is verified, or says why it is not.
pub(super) const RULE: &str = "verified-quotations";

/// The name of the rule: a cut is marked or was confirmed.
pub(super) const CUTS_RULE: &str = "cuts-marked";

/// A text that can hold quotations, the source they are attributed to, and the item
/// that the text is part of.
#[derive(Clone, Copy, Debug)]
pub(super) struct QuotingText<'a> {
    pub(super) wording: &'a RawWording,
    pub(super) source: Option<&'a Located<String>>,
    pub(super) item: Option<&'a Located<String>>,
}

/// Lists every text of a dispute that can hold quotations.
pub(super) fn quoting_texts(dispute: &RawDispute) -> impl Iterator<Item = QuotingText<'_>> {
    let statements = dispute.points.iter().flat_map(|point| &point.statements);
    let said = statements.flat_map(|statement| {
        let item = statement.id.as_ref();
        let own = QuotingText {
            wording: &statement.wording,
            source: final_source(&statement.chain),
            item,
        };
        let others = statement
            .renderings
            .iter()
            .map(move |rendering| QuotingText {
                wording: &rendering.wording,
                source: final_source(&rendering.chain),
                item,
            });
        std::iter::once(own).chain(others)
    });
    let called = dispute.documents.iter().flat_map(|document| {
        document.called.iter().map(|called| QuotingText {
            wording: &called.wording,
            source: called.source.as_ref(),
            item: Some(&document.id),
        })
    });
    let absences = dispute.points.iter().flat_map(|point| {
        point.absences.iter().map(|absence| QuotingText {
            wording: &absence.wording,
            source: absence.source.as_ref(),
            item: Some(absence.id.as_ref().unwrap_or(&point.id)),
        })
    });
    let accounts = dispute.events.iter().flat_map(|event| {
        event.accounts.iter().map(|account| QuotingText {
            wording: &account.wording,
            source: account.source.as_ref(),
            item: Some(&event.id),
        })
    });
    said.chain(called).chain(absences).chain(accounts)
}

impl QuotingText<'_> {
    /// Its quotations, as written.
    pub(super) fn quotations(&self) -> Vec<String> {
        let said = self.wording.said.as_ref().map(|said| spans(&said.value));
        let spans = said.flatten().unwrap_or_default().into_iter();
        spans
            .filter_map(|span| match span {
                Span::Verbatim(words) => Some(words),
                Span::Paraphrase(_) => None,
            })
            .collect()
    }
}

/// The sources of a dispute and their entries in the lock file, by source id.
pub(super) struct SearchRecords<'a> {
    sources: HashMap<&'a str, &'a RawSource>,
    locked: HashMap<&'a str, &'a Entry>,
}

impl<'a> SearchRecords<'a> {
    pub(super) fn from_dispute(dispute: &'a RawDispute) -> Self {
        let sources = dispute.sources.iter();
        let locked = dispute.lock.sources.iter();
        Self {
            sources: sources
                .map(|source| (source.id.value.as_str(), source.table()))
                .collect(),
            locked: locked
                .map(|entry| (entry.source.value.as_str(), entry))
                .collect(),
        }
    }

    /// The cut status of a quotation in the lock file; `None` if it is not there.
    fn status(&self, quoting: QuotingText<'_>, words: &str) -> Option<CutStatus> {
        let found = self.locked.get(quoting.source?.value.as_str())?;
        found.quotations.get(words).copied()
    }

    /// The most severe cut among the quotations of a text.
    pub(super) fn cut(&self, quoting: QuotingText<'_>) -> Option<Cut> {
        let quotations = quoting.quotations().into_iter();
        let cuts =
            quotations.filter_map(|words| match self.status(quoting, &normal_form(&words))? {
                CutStatus::Cut(cut, _) => Some(cut),
                CutStatus::Unchecked | CutStatus::Whole => None,
            });
        cuts.max()
    }
}

/// Determines whether the quotations of one text are verified.
///
/// # Errors
///
/// The first quotation that was not found, if no reason is given for that.
pub(super) fn verification(
    records: &SearchRecords<'_>,
    quoting: QuotingText<'_>,
) -> Result<Verification, String> {
    let quotations = quoting.quotations();
    if quotations.is_empty() {
        return Ok(Verification::NothingQuoted);
    }
    let named = quoting.source.map(|source| source.value.as_str());
    let found = named.and_then(|named| records.locked.get(named));
    let missing = quotations
        .into_iter()
        .find(|words| records.status(quoting, &normal_form(words)).is_none());
    match (missing, found) {
        (None, Some(found)) => Ok(Verification::Verified(found.date)),
        (missing, _) => {
            let of_source = || records.sources.get(named?)?.not_verified.as_ref();
            match quoting.wording.not_verified.as_ref().or_else(of_source) {
                Some(why) => Ok(Verification::NotVerified(why.value.clone())),
                None => Err(missing.unwrap_or_default()),
            }
        }
    }
}
