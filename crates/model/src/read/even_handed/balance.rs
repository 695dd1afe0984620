//! The balance of points: how much each side has on them, and how much others have.

use std::collections::BTreeSet;

use super::saturating_u32;
use crate::{
    Balance, Cell, Dispute, PartyIx, PerSide, Point, Quoting, SideKey, SourceIx, Span, SpeaksFor,
    Statement, VoiceBalance,
};

pub(super) fn balance(dispute: &Dispute, points: &[&Point]) -> PerSide<Balance> {
    let of = |side: SideKey| {
        let cells = points.iter().map(|point| point.cells.get(side));
        balance_of(dispute, cells.flat_map(Cell::statements))
    };
    PerSide {
        first: of(SideKey::First),
        second: of(SideKey::Second),
    }
}

/// The balance of every voice beside the sides that has statements.
pub(super) fn others(dispute: &Dispute) -> Vec<VoiceBalance> {
    let parties = (0..).zip(&dispute.parties);
    let parties = parties.map(|(index, _)| SpeaksFor::Party(PartyIx(index)));
    let voices = parties.chain([SpeaksFor::Press, SpeaksFor::ThirdParty]);
    let balances = voices.map(|voice| {
        let statements = dispute.all_points().flat_map(|point| &point.others);
        let own = statements.filter(|one| dispute.speaker(one.speaker).speaks_for == voice);
        VoiceBalance {
            voice,
            balance: balance_of(dispute, own),
        }
    });
    balances
        .filter(|voice| voice.balance.statements > 0)
        .collect()
}

fn balance_of<'a>(dispute: &Dispute, statements: impl Iterator<Item = &'a Statement>) -> Balance {
    let mut balance = Balance::default();
    let mut sources = BTreeSet::new();
    for statement in statements {
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
    balance.sources = saturating_u32(count_sources(dispute, &sources));
    balance
}

/// The number of distinct sources. An agency's report and its copies are one.
pub(super) fn count_sources(dispute: &Dispute, sources: &BTreeSet<SourceIx>) -> usize {
    let all = || sources.iter().map(|source| dispute.source(*source));
    let agencies: BTreeSet<&str> = all().filter_map(|one| one.agency.as_deref()).collect();
    let is_of_agency = |outlet: &str| agencies.contains(outlet);
    let others = all().filter(|one| one.agency.is_none() && !is_of_agency(&one.outlet));
    agencies.len() + others.count()
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
