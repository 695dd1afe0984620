//! How many statements of each side come from each publication and each outlet.

use says_who_model::{Dispute, Outlet, Point, SideKey, SourceIx, Statement, Step};

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

/// The outlet nearest to the speaker.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nearest<'a> {
    /// Its name.
    Outlet(&'a str),
    /// The source does not name it.
    NotStated,
    /// The way from the speaker is not known.
    NotKnown,
}

/// By the outlet nearest to the speaker. For a copy of an agency's report, that is the
/// agency.
pub(super) fn by_outlet(dispute: &Dispute) -> Vec<Count<Nearest<'_>>> {
    let first_publisher = |source: SourceIx| {
        let source = dispute.source(source);
        Nearest::Outlet(source.agency.as_deref().unwrap_or(&source.outlet))
    };
    counts(dispute, |statement| {
        let chain = &statement.chain;
        match chain.steps.first() {
            Some(Step::Unknown(_)) => Nearest::NotKnown,
            Some(Step::Relay(relay)) => match &relay.by {
                Outlet::Read(source) => first_publisher(*source),
                Outlet::Named(name) => Nearest::Outlet(name),
                Outlet::NotStated => Nearest::NotStated,
            },
            None => first_publisher(chain.source),
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
