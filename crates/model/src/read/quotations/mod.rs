//! The quotations of a dispute and the texts they are from. The search is made
//! where the texts are, by a command; what it found is written into a lock that
//! is committed, and the check compares the data with that.

mod check;
mod search;

pub(super) use check::{check, cuts_marked, warn};
pub(super) use search::search;
pub use search::{LookedAt, QuotationsUpdate};

use std::collections::HashMap;

use super::fields::At;
use super::quotation::lock::{Entry, Standing};
use super::quotation::normal_form;
use super::raw::{RawDispute, RawSource, RawWording};
use super::resolve::end;
use super::wording::spans;
use crate::{Cut, Span, Verification};

/// The name of the rule: every quotation is verified, or says why it is not.
pub(super) const RULE: &str = "verified-quotations";

/// The name of the rule: a cut is marked or was looked at.
pub(super) const CUTS_RULE: &str = "cuts-marked";

/// A text with quotations in it, the source they are attributed to, and the
/// item it is part of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoting<'a> {
    pub(super) wording: &'a RawWording,
    pub(super) source: Option<&'a At<String>>,
    pub(super) item: Option<&'a At<String>>,
}

/// Every text of a dispute that can hold quotations.
pub(super) fn quoting(dispute: &RawDispute) -> impl Iterator<Item = Quoting<'_>> {
    let statements = dispute.points.iter().flat_map(|point| &point.statements);
    let said = statements.flat_map(|statement| {
        let item = statement.id.as_ref();
        let own = Quoting {
            wording: &statement.wording,
            source: end(&statement.chain),
            item,
        };
        let others = statement.renderings.iter().map(move |rendering| Quoting {
            wording: &rendering.wording,
            source: end(&rendering.chain),
            item,
        });
        std::iter::once(own).chain(others)
    });
    let called = dispute.documents.iter().flat_map(|document| {
        document.called.iter().map(|called| Quoting {
            wording: &called.wording,
            source: called.source.as_ref(),
            item: Some(&document.id),
        })
    });
    said.chain(called)
}

impl Quoting<'_> {
    /// Its quotations as they are written.
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

/// What is known of the sources of a dispute, by their ids.
pub(super) struct Searched<'a> {
    sources: HashMap<&'a str, &'a RawSource>,
    found: HashMap<&'a str, &'a Entry>,
}

impl<'a> Searched<'a> {
    pub(super) fn of(dispute: &'a RawDispute) -> Self {
        let sources = dispute.sources.iter();
        let found = dispute.lock.sources.iter();
        Self {
            sources: sources
                .map(|source| (source.id.value.as_str(), source))
                .collect(),
            found: found
                .map(|found| (found.source.value.as_str(), found))
                .collect(),
        }
    }

    /// How the lock has a quotation of this text.
    fn standing(&self, quoting: Quoting<'_>, words: &str) -> Option<Standing> {
        let found = self.found.get(quoting.source?.value.as_str())?;
        found.quotations.get(words).copied()
    }

    /// What is cut of a text that quotes; the most, where several quotations are.
    pub(super) fn cut(&self, quoting: Quoting<'_>) -> Option<Cut> {
        let quotations = quoting.quotations().into_iter();
        let cuts =
            quotations.filter_map(
                |words| match self.standing(quoting, &normal_form(&words))? {
                    Standing::Cut(cut, _) => Some(cut),
                    Standing::NotLookedAt | Standing::Whole => None,
                },
            );
        cuts.max()
    }
}

/// How it stands with the quotations of one text: `Err` holds the first that
/// was not found and has no reason why.
pub(super) fn verification(
    searched: &Searched<'_>,
    quoting: Quoting<'_>,
) -> Result<Verification, String> {
    let quotations = quoting.quotations();
    if quotations.is_empty() {
        return Ok(Verification::NothingQuoted);
    }
    let named = quoting.source.map(|source| source.value.as_str());
    let found = named.and_then(|named| searched.found.get(named));
    let missing = quotations
        .into_iter()
        .find(|words| searched.standing(quoting, &normal_form(words)).is_none());
    match (missing, found) {
        (None, Some(found)) => Ok(Verification::Verified(found.date)),
        (missing, _) => {
            let of_source = || searched.sources.get(named?)?.not_verified.as_ref();
            match quoting.wording.not_verified.as_ref().or_else(of_source) {
                Some(why) => Ok(Verification::NotVerified(why.value.clone())),
                None => Err(missing.unwrap_or_default()),
            }
        }
    }
}
