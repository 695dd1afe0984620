//! The balance of points: how much each side has on them.

use std::collections::BTreeSet;

use super::saturating_u32;
use crate::{Balance, Cell, Dispute, PerSide, Point, Quoting, SideKey, Span, Statement};

pub(super) fn balance(dispute: &Dispute, points: &[&Point]) -> PerSide<Balance> {
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
