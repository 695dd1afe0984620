//! Every page in every variant, served and loaded in turn.

use anyhow::{Context, Result};
use says_who_server::{Preview, Site};
use tokio::runtime::Runtime;

use super::case::{BASE, Case, Variant};
use super::condition::Condition;
use super::devtools::Devtools;
use super::measure;
use super::record::Record;
use super::visit::Visit;
use crate::step::say;

/// The largest dispute whose page is worked on a slowed machine too, in
/// points: a larger one takes minutes there each time.
const WORKED_AS_PHONE: usize = 100;

/// How long nothing has to happen on a page before it counts as calm, in
/// milliseconds.
const QUIET: u32 = 1000;

/// Whose first paints are compared: loads are cheap beside what a worked page
/// takes, and a paint differs more from load to load than what is looked for.
const PAINTED: [Variant; 2] = [Variant::App, Variant::Floor];

/// A variant and its address.
type Served = (Variant, String);

/// What is done with pages in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// The app and the floor are loaded, and that is all.
    Load,
    /// Every variant is loaded and, if it has a script, worked.
    Work,
}

impl Turn {
    const fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Work => "run",
        }
    }

    /// The variants in the order of their `turn`, counted from nought.
    fn order(self, served: &[Served], turn: usize) -> Vec<&Served> {
        let mut order: Vec<&Served> = served.iter().collect();
        match self {
            // The pair's order turns: neither is more often first, or after
            // what the browser has of the other to clear away.
            Self::Load => {
                order.retain(|(variant, _)| PAINTED.contains(variant));
                if turn % 2 == 1 {
                    order.reverse();
                }
            }
            // Nobody is always first.
            Self::Work => {
                let first = turn.checked_rem(order.len()).unwrap_or_default();
                order.rotate_left(first);
            }
        }
        order
    }

    fn is_worked(self, case: &Case, condition: Condition) -> bool {
        self == Self::Work
            && (condition == Condition::Unthrottled || case.points <= WORKED_AS_PHONE)
    }

    /// Whether a figure that is found counts: paints are compared in pairs alone.
    fn counts(self, variant: Variant, measure: &str) -> bool {
        self == Self::Load || !PAINTED.contains(&variant) || !measure::PAINTS.contains(&measure)
    }
}

/// The sites of the cases, each variant on a port of its own.
pub(super) struct Pages<'a> {
    cases: Vec<(&'a Case, Vec<Served>)>,
    _servers: Runtime,
}

impl<'a> Pages<'a> {
    pub(super) fn serve(cases: &'a [Case]) -> Result<Self> {
        let servers = Runtime::new().context("the server can't start")?;
        let mut served = Vec::new();
        for case in cases {
            let mut variants = Vec::new();
            for (variant, folder) in &case.sites {
                let preview = servers.block_on(Preview::packed(Site::new(folder), BASE, 0))?;
                let address = format!("http://{}{BASE}{}", preview.address()?, case.page());
                servers.spawn(preview.run());
                variants.push((*variant, address));
            }
            served.push((case, variants));
        }
        Ok(Self {
            cases: served,
            _servers: servers,
        })
    }

    /// Has every page take so many turns under each condition.
    pub(super) fn take(
        &self,
        turn: Turn,
        times: usize,
        devtools: &mut Devtools,
        record: &mut Record,
    ) -> Result<()> {
        let what = turn.name();
        for time in 0..times {
            for condition in Condition::ALL {
                for (case, served) in &self.cases {
                    let (name, number) = (&case.name, time + 1);
                    say(
                        &format!("{what} {number} of {times}: {name}, {}", condition.name()),
                        "seconds; minutes where there is much",
                    );
                    let word = turn.is_worked(case, condition).then_some(case.word);
                    for (variant, address) in turn.order(served, time) {
                        let visit = Visit {
                            address,
                            has_script: variant.has_script(),
                            is_app: *variant == Variant::App,
                            word,
                            quiet: QUIET,
                        };
                        let sample = visit
                            .pay(devtools, condition)
                            .with_context(|| format!("the {} of {name}", variant.name()))?;
                        for (measure, value) in sample {
                            if turn.counts(*variant, &measure) {
                                let place = (condition.name(), variant.name());
                                record.add(name, place.0, place.1, &measure, value)?;
                            }
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Served, Turn, Variant};

    fn orders(turn: Turn, served: &[Served], turns: usize) -> Vec<Vec<Variant>> {
        let order = |time| turn.order(served, time).into_iter().map(|(one, _)| *one);
        (0..turns).map(|time| order(time).collect()).collect()
    }

    #[test]
    fn nobody_is_first_more_often_than_another() {
        let served = Variant::ALL.map(|variant| (variant, String::new()));
        let (app, floor) = (Variant::App, Variant::Floor);
        assert_eq!(
            orders(Turn::Load, &served, 3),
            [[app, floor], [floor, app], [app, floor]]
        );
        let turns = orders(Turn::Work, &served, 8);
        for variant in Variant::ALL {
            let first = turns.iter().filter(|order| order[0] == variant);
            assert_eq!(first.count(), 2, "{variant:?}");
        }
        assert!(orders(Turn::Work, &[], 1)[0].is_empty());
    }

    #[test]
    fn paints_of_the_app_and_the_floor_are_of_pairs() {
        assert!(Turn::Load.counts(Variant::App, "fcp"));
        assert!(!Turn::Work.counts(Variant::Floor, "lcp"));
        assert!(Turn::Work.counts(Variant::Peer, "lcp"));
        assert!(Turn::Work.counts(Variant::App, "ready"));
    }
}
