//! How many statements came from whom, by which outlet, in which publication;
//! and where that stands in the picture.

use says_who_model::{Dispute, Outlet, Point, SourceIx, Speaker, Statement};

/// The first outlet between the speaker and the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First<'a> {
    Named(&'a str),
    NotStated,
}

/// Statements that took the same way.
pub(super) struct Flow<'a> {
    pub(super) speaker: &'a Speaker,
    pub(super) outlet: First<'a>,
    pub(super) source: SourceIx,
    pub(super) statements: u32,
}

/// Every way, those of the first side's speakers first. An outlet's summary came
/// from nobody and is in none.
pub(super) fn flows(dispute: &Dispute) -> Vec<Flow<'_>> {
    let mut flows: Vec<Flow<'_>> = Vec::new();
    let statements = dispute.all_points().flat_map(Point::statements);
    for statement in statements.filter(|statement| !statement.is_summary()) {
        let speaker = dispute.speaker(statement.speaker);
        let (outlet, source) = (first(dispute, statement), statement.chain.source);
        let same = flows.iter_mut().find(|flow| {
            flow.speaker.id == speaker.id && flow.outlet == outlet && flow.source == source
        });
        match same {
            Some(flow) => flow.statements += 1,
            None => flows.push(Flow {
                speaker,
                outlet,
                source,
                statements: 1,
            }),
        }
    }
    let first_of = |flow: &Flow<'_>| {
        let same = |speaker: &&Speaker| speaker.id == flow.speaker.id;
        dispute.speakers.iter().position(|speaker| same(&speaker))
    };
    flows.sort_by_key(|flow| {
        let side = flow.speaker.speaks_for.side();
        (side.is_none(), side, first_of(flow))
    });
    flows
}

fn first<'a>(dispute: &'a Dispute, statement: &'a Statement) -> First<'a> {
    let chain = &statement.chain;
    match chain.relays.first().map(|relay| &relay.by) {
        None => First::Named(&dispute.source(chain.source).outlet),
        Some(Outlet::Read(source)) => First::Named(&dispute.source(*source).outlet),
        Some(Outlet::Named(name)) => First::Named(name),
        Some(Outlet::NotStated) => First::NotStated,
    }
}

/// The height of one statement in the picture.
pub(super) const UNIT: u32 = 9;

/// The least height of a bar: that of its name.
const LEAST: u32 = 18;

/// The room between two bars.
const BETWEEN: u32 = 5;

/// A bar: a speaker, an outlet or a publication.
pub(super) struct Bar {
    pub(super) statements: u32,
    pub(super) top: u32,
    pub(super) height: u32,
}

/// A band from one bar to another, as thick as its statements.
pub(super) struct Band {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) thickness: u32,
}

/// A column of bars, in their order, each with what it stands for.
pub(super) struct Column<T> {
    pub(super) bars: Vec<(T, Bar)>,
    pub(super) height: u32,
}

impl<T: Copy + PartialEq> Column<T> {
    /// The bars of what `of` gives for each flow. They stand in the mean order of
    /// `rank`, the place of a flow in the column before.
    pub(super) fn new(flows: &[Flow<'_>], of: impl Fn(&Flow<'_>) -> T, rank: &[u32]) -> Self {
        let mut sums: Vec<(T, u32, u64)> = Vec::new();
        for (flow, &rank) in flows.iter().zip(rank) {
            let key = of(flow);
            let weight = u64::from(rank) * u64::from(flow.statements);
            match sums.iter_mut().find(|(other, ..)| *other == key) {
                Some((_, statements, ranks)) => {
                    *statements += flow.statements;
                    *ranks += weight;
                }
                None => sums.push((key, flow.statements, weight)),
            }
        }
        // A stable sort: what ranks alike stays in the order of its first statement.
        sums.sort_by_key(|&(_, statements, ranks)| ranks / u64::from(statements.max(1)));
        let mut top = 0;
        let bars = sums.into_iter().map(|(key, statements, _)| {
            let height = (statements * UNIT).max(LEAST);
            let bar = Bar {
                statements,
                top,
                height,
            };
            top += height + BETWEEN;
            (key, bar)
        });
        Self {
            bars: bars.collect(),
            height: top.saturating_sub(BETWEEN),
        }
    }

    /// The place of each flow in this column.
    pub(super) fn ranks(&self, flows: &[Flow<'_>], of: impl Fn(&Flow<'_>) -> T) -> Vec<u32> {
        let place = |flow: &Flow<'_>| {
            let key = of(flow);
            let bar = self.bars.iter().find(|(other, _)| *other == key);
            bar.map_or(0, |(_, bar)| bar.top)
        };
        flows.iter().map(place).collect()
    }
}

/// The bands between two columns.
pub(super) fn bands<T: Copy + PartialEq, U: Copy + PartialEq>(
    flows: &[Flow<'_>],
    (one, of_one): (&Column<T>, impl Fn(&Flow<'_>) -> T),
    (other, of_other): (&Column<U>, impl Fn(&Flow<'_>) -> U),
) -> Vec<Band> {
    // Flows of a pair of bars make one band.
    let mut pairs: Vec<(usize, usize, u32)> = Vec::new();
    for flow in flows {
        let (left, right) = (of_one(flow), of_other(flow));
        let left = one.bars.iter().position(|(key, _)| *key == left);
        let right = other.bars.iter().position(|(key, _)| *key == right);
        let (Some(left), Some(right)) = (left, right) else {
            continue;
        };
        match pairs.iter_mut().find(|(a, b, _)| (*a, *b) == (left, right)) {
            Some((_, _, statements)) => *statements += flow.statements,
            None => pairs.push((left, right, flow.statements)),
        }
    }
    pairs.sort_by_key(|&(left, right, _)| (left, right));
    let begin = |bar: &Bar| bar.top + (bar.height - bar.statements * UNIT) / 2;
    let mut lefts: Vec<u32> = one.bars.iter().map(|(_, bar)| begin(bar)).collect();
    let mut rights: Vec<u32> = other.bars.iter().map(|(_, bar)| begin(bar)).collect();
    let take = |list: &mut Vec<u32>, index: usize, thickness: u32| {
        list.get_mut(index).map_or(0, |top| {
            let from = *top;
            *top += thickness;
            from
        })
    };
    pairs
        .into_iter()
        .map(|(left, right, statements)| {
            let thickness = statements * UNIT;
            Band {
                from: take(&mut lefts, left, thickness),
                to: take(&mut rights, right, thickness),
                thickness,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use says_who_model::Point;

    use super::{Column, UNIT, bands, flows};

    #[test]
    fn every_column_and_every_band_carries_every_statement() {
        for folder in ["tests/fixture-large", "tests/fixture"] {
            let library = says_who_files::library(Path::new(folder)).expect("valid data");
            let dispute = &library.disputes[0];
            let flows = flows(dispute);
            let statements = dispute.all_points().flat_map(Point::statements);
            let all = statements.filter(|one| !one.is_summary()).count() as u32;
            assert_eq!(flows.iter().map(|flow| flow.statements).sum::<u32>(), all);

            let places: Vec<u32> = (0..).take(flows.len()).collect();
            let speaker = |flow: &super::Flow<'_>| flow.speaker.id.as_str().len();
            let said = Column::new(&flows, speaker, &places);
            let source = |flow: &super::Flow<'_>| flow.source;
            let read = Column::new(&flows, source, &said.ranks(&flows, speaker));
            for bars in [
                said.bars.iter().map(|(_, bar)| bar).collect::<Vec<_>>(),
                read.bars.iter().map(|(_, bar)| bar).collect(),
            ] {
                assert_eq!(bars.iter().map(|bar| bar.statements).sum::<u32>(), all);
                assert!(
                    bars.windows(2)
                        .all(|pair| pair[0].top + pair[0].height < pair[1].top)
                );
                assert!(bars.iter().all(|bar| bar.height >= bar.statements * UNIT));
            }
            let bands = bands(&flows, (&said, speaker), (&read, source));
            assert_eq!(
                bands.iter().map(|band| band.thickness).sum::<u32>(),
                all * UNIT
            );
            for band in &bands {
                assert!(
                    band.from + band.thickness <= said.height
                        && band.to + band.thickness <= read.height
                );
            }
        }
    }
}
