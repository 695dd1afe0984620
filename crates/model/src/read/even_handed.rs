//! Rule 10, even-handedness: the figures of a dispute, and warnings about what in
//! them deserves a second look.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::fields::Located;
use super::loaded::loaded_verbs;
use super::problem::{Place, Problems};
use super::raw::RawDispute;
use crate::{
    Balance, Cell, Dispute, Figures, Id, LoadedWord, PerSide, Point, Quoting, SideKey, SourceIx,
    Span, Statement, Verification, Waiver, Wording,
};

/// The name of the rule. It produces warnings only.
pub(super) const RULE: &str = "even-handed";

/// One side having this many times as much as the other is lopsided.
const LOPSIDED_RATIO: u32 = 3;

/// The minimum difference in words on a point that counts as lopsided.
const LOPSIDED_WORDS: u32 = 30;

/// Computes the figures of a dispute; the rest of it must be complete.
pub(super) fn figures(raw: &RawDispute, dispute: &Dispute) -> Figures {
    let statements = || dispute.all_points().flat_map(Point::statements);
    let wordings = || {
        let said = statements().flat_map(|statement| {
            let renderings = statement.renderings.iter().map(|other| &other.wording);
            std::iter::once(&statement.wording).chain(renderings)
        });
        let documents = dispute.documents.iter();
        let called = documents.flat_map(|document| &document.called);
        said.chain(called.map(|called| &called.wording))
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
        summaries: saturating_u32(statements().filter(|one| one.is_summary()).count()),
        quoting,
        verified,
        waivers: waivers(wordings()),
        single_sourced: ids(&|statement| statement.sources().collect::<BTreeSet<_>>().len() == 1),
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

fn balance(dispute: &Dispute, points: &[&Point]) -> PerSide<Balance> {
    let of = |side: SideKey| {
        let mut balance = Balance::default();
        let mut sources = BTreeSet::new();
        let cells = points.iter().map(|point| point.cells.get(side));
        for statement in cells.flat_map(Cell::statements) {
            balance.statements += 1;
            balance.words += count_words(statement);
            if statement.is_summary() {
                balance.summarised += 1;
            } else {
                balance.named += u32::from(dispute.speaker(statement.speaker).named);
                match statement.wording.quoting() {
                    Quoting::Direct => balance.quoted += 1,
                    Quoting::Paraphrase => balance.paraphrased += 1,
                    Quoting::Mixed => {}
                }
            }
            sources.extend(statement.sources());
        }
        balance.sources = saturating_u32(sources.len());
        balance
    };
    PerSide {
        first: of(SideKey::First),
        second: of(SideKey::Second),
    }
}

fn count_words(statement: &Statement) -> u32 {
    let text: String = statement
        .wording
        .spans
        .iter()
        .map(|span| match span {
            Span::Verbatim(text) | Span::Paraphrase(text) => text.as_str(),
        })
        .collect();
    saturating_u32(
        text.split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric))
            .count(),
    )
}

fn saturating_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
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

/// Every text in our own voice, with the id of the item it belongs to.
fn editorial_texts(
    raw: &RawDispute,
) -> impl Iterator<Item = (Option<&Located<String>>, &Located<String>)> {
    let head = &raw.head;
    let whole = [
        &head.question,
        &head.setting,
        &head.as_of_note,
        &head.order_note,
    ]
    .into_iter()
    .flatten()
    .chain(&head.summary)
    .chain(head.accepted.iter().filter_map(|one| one.text.as_ref()))
    .chain(head.contested.iter().filter_map(|one| one.text.as_ref()))
    .chain(head.next.iter().filter_map(|one| one.text.as_ref()))
    .chain(&head.method)
    .chain(
        raw.revisions
            .iter()
            .filter_map(|revision| revision.what.as_ref()),
    )
    .map(|text| (None, text));
    let points = raw.points.iter().flat_map(|point| {
        let own = [&point.question, &point.accepted, &point.contested];
        let absences = point.absences.iter().map(|absence| &absence.note);
        let own = own.into_iter().chain(absences).flatten();
        let own = own.map(|text| (Some(&point.id), text));
        let statements = point.statements.iter().flat_map(|statement| {
            let renderings = statement.renderings.iter().map(|other| &other.wording.said);
            [&statement.wording.said, &statement.note]
                .into_iter()
                .chain(renderings)
                .flatten()
                .map(|text| (statement.id.as_ref(), text))
        });
        own.chain(statements)
    });
    let documents = raw.documents.iter().flat_map(|document| {
        [&document.name, &document.about]
            .into_iter()
            .flatten()
            .map(|text| (Some(&document.id), text))
    });
    let events = raw
        .events
        .iter()
        .filter_map(|event| Some((Some(&event.id), event.what.as_ref()?)));
    let open = raw.open.iter().flat_map(|open| {
        [&open.question, &open.settled_by]
            .into_iter()
            .flatten()
            .map(|text| (Some(&open.id), text))
    });
    whole
        .chain(points)
        .chain(documents)
        .chain(events)
        .chain(open)
}

/// Warns about what deserves a second look.
pub(super) fn warn(raw: &RawDispute, dispute: &Dispute, warnings: &mut Problems) {
    for (_, text) in editorial_texts(raw) {
        for (at, word, neutral) in loaded_verbs(&text.value) {
            let mut place = text.place.clone();
            place.column += 1 + at;
            warnings.warn(
                &place,
                RULE,
                format!("`{word}` judges what it reports"),
                format!("write `{neutral}`, or quote whoever used the word"),
            );
        }
    }
    let sides = &dispute.sides;
    let places = raw.points.iter();
    let places: HashMap<&str, &Place> = places
        .map(|point| (point.id.value.as_str(), &point.id.place))
        .collect();
    for (point, figures) in dispute.all_points().zip(&dispute.figures.points) {
        let Some(place) = places.get(point.id.as_str()) else {
            continue;
        };
        let (one, other) = (&figures.first, &figures.second);
        if one.statements == 0 || other.statements == 0 {
            continue;
        }
        let mut warn = |what: String, help: &str| warnings.warn(place, RULE, what, help);
        let is_lopsided = |one: u32, other: u32, slack: u32| {
            let (less, more) = (one.min(other), one.max(other));
            more >= less.saturating_mul(LOPSIDED_RATIO) && more - less >= slack
        };
        let both = |what: &str, one: u32, other: u32| {
            format!(
                "lopsided: {} {one} {what}, {} {other}",
                sides.first.name, sides.second.name
            )
        };
        if is_lopsided(one.statements, other.statements, 2) {
            warn(
                both("statements", one.statements, other.statements),
                "look for more from the side that has less, or leave out what repeats",
            );
        }
        if is_lopsided(one.words, other.words, LOPSIDED_WORDS) {
            warn(
                both("words", one.words, other.words),
                "look for more from the side that has less, or shorten what is long",
            );
        }
        let all_unnamed = |of: &Balance| of.named == 0 && of.unnamed() > 0;
        let all_named = |of: &Balance| of.named > 0 && of.unnamed() == 0;
        if all_unnamed(one) && all_named(other) || all_unnamed(other) && all_named(one) {
            warn(
                both("statements by named speakers", one.named, other.named),
                "unequal sourcing: look for a named speaker on the other side too",
            );
        }
    }
}
