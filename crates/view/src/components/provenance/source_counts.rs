//! How many statements of each side come from each publication and each outlet.

use says_who_model::{Dispute, Point, SideKey, SourceIx, Statement};

/// How many statements have the same publication or outlet: those of the first side,
/// of the second, and of third parties.
pub(super) struct Count<T> {
    pub(super) key: T,
    pub(super) statements: [u32; 3],
}

impl<T> Count<T> {
    pub(super) fn total(&self) -> u32 {
        self.statements.iter().sum()
    }
}

/// By the publication that was read.
pub(super) fn by_source(dispute: &Dispute) -> Vec<Count<SourceIx>> {
    counts(dispute, |statement| statement.chain.source)
}

/// By the outlet nearest to the speaker; `None` if the source does not name it.
pub(super) fn by_outlet(dispute: &Dispute) -> Vec<Count<Option<&str>>> {
    counts(dispute, |statement| {
        let chain = &statement.chain;
        match chain.relays.first() {
            Some(relay) => dispute.outlet_name(&relay.by),
            None => Some(dispute.source(chain.source).outlet.as_str()),
        }
    })
}

/// The counts, largest first; equal counts are in the order of their first
/// statement. An outlet's summary was said by nobody and is not counted.
fn counts<'a, T: PartialEq>(
    dispute: &'a Dispute,
    key_of: impl Fn(&'a Statement) -> T,
) -> Vec<Count<T>> {
    let mut counts: Vec<Count<T>> = Vec::new();
    let statements = dispute.all_points().flat_map(Point::statements);
    for statement in statements.filter(|statement| !statement.is_summary()) {
        let key = key_of(statement);
        let side = dispute.speaker(statement.speaker).speaks_for.side();
        let one = match side {
            Some(SideKey::First) => [1, 0, 0],
            Some(SideKey::Second) => [0, 1, 0],
            None => [0, 0, 1],
        };
        match counts.iter_mut().find(|count| count.key == key) {
            Some(count) => {
                for (sum, one) in count.statements.iter_mut().zip(one) {
                    *sum += one;
                }
            }
            None => counts.push(Count {
                key,
                statements: one,
            }),
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse(count.total()));
    counts
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use says_who_model::Point;

    use super::{Count, by_outlet, by_source};

    #[test]
    fn every_statement_is_counted_once_and_most_come_first() {
        fn check<T>(counts: &[Count<T>], all: usize) {
            let totals: Vec<u32> = counts.iter().map(Count::total).collect();
            assert_eq!(totals.iter().sum::<u32>() as usize, all);
            assert!(totals.is_sorted_by(|one, next| one >= next), "{totals:?}");
        }
        for folder in ["../../tests/fixture-large", "../../tests/fixture"] {
            let library = says_who_files::library(Path::new(folder)).expect("valid data");
            for dispute in &library.disputes {
                let statements = dispute.all_points().flat_map(Point::statements);
                let all = statements.filter(|one| !one.is_summary()).count();
                check(&by_source(dispute), all);
                check(&by_outlet(dispute), all);
            }
        }
    }
}
