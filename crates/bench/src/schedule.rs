//! Serves every page in every variant and measures them in turn.

use anyhow::{Context, Result};
use says_who_server::{Server, Site};
use tokio::runtime::Runtime;

use crate::case::{BASE, Case, Variant};
use crate::condition::Condition;
use crate::devtools::Devtools;
use crate::measure;
use crate::page_load::PageLoad;
use crate::record::Record;

/// The largest dispute, in points, on which interactions run under the phone
/// condition too: with a larger one they take minutes each time.
const PHONE_INTERACTION_MAX_POINTS: usize = 100;

/// A page counts as idle after this time without activity, in milliseconds.
const IDLE_MS: u32 = 1000;

/// The variants whose paints are compared. They get extra loads: a load is cheap
/// compared with the interactions, and the noise between loads is larger than the
/// difference to detect.
const PAINT_VARIANTS: [Variant; 2] = [Variant::App, Variant::Floor];

/// A variant and its URL.
type Served = (Variant, String);

/// What a pass over all pages does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pass {
    /// Loads the app and the floor, without interactions.
    Load,
    /// Loads every variant and, if it has a script, runs the interactions.
    Interact,
}

impl Pass {
    const fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Interact => "run",
        }
    }

    /// The order of the variants in `round`, counted from 0.
    fn order(self, served: &[Served], round: usize) -> Vec<&Served> {
        let mut order: Vec<&Served> = served.iter().collect();
        match self {
            // Alternate the order, so that neither is more often first, or loaded
            // more often while the browser still cleans up after the other.
            Self::Load => {
                order.retain(|(variant, _)| PAINT_VARIANTS.contains(variant));
                if round % 2 == 1 {
                    order.reverse();
                }
            }
            // Rotate, so that no variant is always first.
            Self::Interact => {
                let first = round.checked_rem(order.len()).unwrap_or_default();
                order.rotate_left(first);
            }
        }
        order
    }

    fn interacts(self, case: &Case, condition: Condition) -> bool {
        self == Self::Interact
            && (condition == Condition::Unthrottled || case.points <= PHONE_INTERACTION_MAX_POINTS)
    }

    /// Whether to record a value: paints of pairs are recorded in load passes only.
    fn records(self, variant: Variant, measure: &str) -> bool {
        self == Self::Load
            || !PAINT_VARIANTS.contains(&variant)
            || !measure::PAINTS.contains(&measure)
    }
}

/// The served sites of the cases; each variant has its own port.
pub(crate) struct Pages<'a> {
    cases: Vec<(&'a Case, Vec<Served>)>,
    _servers: Runtime,
}

impl<'a> Pages<'a> {
    pub(crate) fn serve(cases: &'a [Case]) -> Result<Self> {
        let servers = Runtime::new().context("the server can't start")?;
        let mut served = Vec::new();
        for case in cases {
            let mut variants = Vec::new();
            for (variant, folder) in &case.sites {
                let preview =
                    servers.block_on(Server::bind_precompressed(Site::new(folder), BASE, 0))?;
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

    /// Runs a pass `times` times over every page under each condition.
    pub(crate) fn measure(
        &self,
        pass: Pass,
        times: usize,
        devtools: &mut Devtools,
        record: &mut Record,
    ) -> Result<()> {
        let what = pass.name();
        for round in 0..times {
            for condition in Condition::ALL {
                for (case, served) in &self.cases {
                    let (name, number) = (&case.name, round + 1);
                    crate::announce(&format!(
                        "{what} {number} of {times}: {name}, {}",
                        condition.name()
                    ));
                    let word = pass.interacts(case, condition).then_some(case.word);
                    for (variant, address) in pass.order(served, round) {
                        let page_load = PageLoad {
                            address,
                            has_script: variant.has_script(),
                            is_app: *variant == Variant::App,
                            word,
                            idle_ms: IDLE_MS,
                        };
                        let sample = page_load
                            .run(devtools, condition)
                            .with_context(|| format!("the {} of {name}", variant.name()))?;
                        for (measure, value) in sample {
                            if pass.records(*variant, &measure) {
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
    use super::{Pass, Served, Variant};

    fn orders(pass: Pass, served: &[Served], rounds: usize) -> Vec<Vec<Variant>> {
        let order = |round| pass.order(served, round).into_iter().map(|(one, _)| *one);
        (0..rounds).map(|round| order(round).collect()).collect()
    }

    #[test]
    fn no_variant_is_first_more_often() {
        let served = Variant::ALL.map(|variant| (variant, String::new()));
        let (app, floor) = (Variant::App, Variant::Floor);
        assert_eq!(
            orders(Pass::Load, &served, 3),
            [[app, floor], [floor, app], [app, floor]]
        );
        let interact = orders(Pass::Interact, &served, 8);
        for variant in Variant::ALL {
            let first = interact.iter().filter(|order| order[0] == variant);
            assert_eq!(first.count(), 2, "{variant:?}");
        }
        assert!(orders(Pass::Interact, &[], 1)[0].is_empty());
    }

    #[test]
    fn paints_of_the_app_and_the_floor_come_from_pairs() {
        assert!(Pass::Load.records(Variant::App, "fcp"));
        assert!(!Pass::Interact.records(Variant::Floor, "lcp"));
        assert!(Pass::Interact.records(Variant::Peer, "lcp"));
        assert!(Pass::Interact.records(Variant::App, "ready"));
    }
}
