//! The figures of a dispute.

use std::collections::{BTreeMap, BTreeSet};

use super::balance::{balance, count_sources, others};
use super::editorial_texts::editorial_texts;
use super::saturating_u32;
use crate::read::loaded::loaded_verbs;
use crate::read::raw::RawDispute;
use crate::{
    Cell, Dispute, Figures, Id, LoadedWord, Point, SourceIx, Span, Statement, Verification, Waiver,
    Wording,
};

/// Computes the figures of a dispute; the rest of it must be complete.
pub(in crate::read) fn figures(raw: &RawDispute, dispute: &Dispute) -> Figures {
    let statements = || dispute.all_points().flat_map(Point::statements);
    let wordings = || {
        let said = statements().flat_map(|statement| {
            let renderings = statement.renderings.iter().map(|other| &other.wording);
            std::iter::once(&statement.wording).chain(renderings)
        });
        let documents = dispute.documents.iter();
        let called = documents.flat_map(|document| &document.called);
        let accounts = dispute.events.iter().flat_map(|event| &event.accounts);
        let declined = dispute.all_points().flat_map(|point| {
            let cells = point.cells.iter();
            cells.filter_map(|(_, cell)| match cell {
                Cell::Absence(absence) => Some(&absence.words.as_ref()?.wording),
                Cell::Statements(_) => None,
            })
        });
        said.chain(called.map(|called| &called.wording))
            .chain(accounts.map(|account| &account.wording))
            .chain(declined)
    };
    let (mut quoting, mut verified) = (0, 0);
    for wording in wordings() {
        match wording.verification {
            Verification::NothingQuoted => {}
            Verification::Verified(_) => {
                quoting += 1;
                verified += 1;
            }
            Verification::NotVerified(_) => quoting += 1,
        }
    }
    let ids = |wanted: &dyn Fn(&Statement) -> bool| -> Vec<Id> {
        let found = statements().filter(|statement| wanted(statement));
        found.map(|statement| statement.id.clone()).collect()
    };
    Figures {
        whole: balance(dispute, &dispute.all_points().collect::<Vec<_>>()),
        points: dispute
            .all_points()
            .map(|point| balance(dispute, &[point]))
            .collect(),
        others: others(dispute),
        summaries: saturating_u32(statements().filter(|one| one.is_summary()).count()),
        quoting,
        verified,
        waivers: waivers(wordings()),
        single_sourced: ids(&|statement| {
            count_sources(dispute, &statement.sources().collect()) == 1
        }),
        cited_once: cited_once(dispute),
        unverified: ids(&|statement| {
            matches!(statement.wording.verification, Verification::NotVerified(_))
        }),
        not_searched: dispute
            .all_points()
            .filter(|point| leaves_sources_unsearched(point))
            .map(|point| point.id.clone())
            .collect(),
        loaded: loaded_words(raw),
    }
}

fn loaded_words(raw: &RawDispute) -> Vec<LoadedWord> {
    let words = editorial_texts(raw).flat_map(|(item, text)| {
        let item = item.and_then(|id| id.value.parse::<Id>().ok());
        loaded_verbs(&text.value)
            .into_iter()
            .map(move |(_, word, neutral)| LoadedWord {
                word: word.to_owned(),
                neutral: neutral.to_owned(),
                item: item.clone(),
            })
    });
    words.collect()
}

/// A reason given for more texts than this is listed as a waiver.
const REPEATED_WAIVER: u32 = 2;

/// Reasons for not verifying that are given repeatedly.
fn waivers<'a>(wordings: impl Iterator<Item = &'a Wording>) -> Vec<Waiver> {
    let mut given: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for wording in wordings {
        let Verification::NotVerified(reason) = &wording.verification else {
            continue;
        };
        let spans = wording.spans.iter();
        let quotations = spans.filter(|span| matches!(span, Span::Verbatim(_)));
        let (texts, covered) = given.entry(reason).or_default();
        *texts += 1;
        *covered += saturating_u32(quotations.count());
    }
    let repeated = given
        .into_iter()
        .filter(|(_, (texts, _))| *texts > REPEATED_WAIVER);
    let mut waivers: Vec<Waiver> = repeated
        .map(|(reason, (texts, quotations))| Waiver {
            reason: reason.to_owned(),
            texts,
            quotations,
        })
        .collect();
    waivers.sort_by_key(|waiver| std::cmp::Reverse(waiver.quotations));
    waivers
}

fn cited_once(dispute: &Dispute) -> Vec<SourceIx> {
    let mut cited: BTreeMap<SourceIx, u32> = BTreeMap::new();
    for point in dispute.all_points() {
        for statement in point.statements() {
            for source in statement.sources().collect::<BTreeSet<_>>() {
                *cited.entry(source).or_default() += 1;
            }
        }
        for (_, cell) in point.cells.iter() {
            if let Cell::Absence(absence) = cell {
                // Count a source that was searched for an absence twice, so that it
                // never counts as cited once.
                for &source in &absence.searched {
                    *cited.entry(source).or_default() += 2;
                }
            }
        }
    }
    let documents = dispute.documents.iter().map(|document| &document.sources);
    let events = dispute.events.iter().map(|event| &event.sources);
    for &source in documents.chain(events).flatten() {
        *cited.entry(source).or_default() += 1;
    }
    let once = cited.into_iter().filter(|&(_, times)| times == 1);
    once.map(|(source, _)| source).collect()
}

fn leaves_sources_unsearched(point: &Point) -> bool {
    point.cells.iter().any(|(side, cell)| {
        let Cell::Absence(absence) = cell else {
            return false;
        };
        let other = point.cells.get(side.other());
        other
            .statements()
            .iter()
            .any(|statement| !absence.searched.contains(&statement.chain.source))
    })
}
