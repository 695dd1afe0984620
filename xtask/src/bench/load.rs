//! Every page in every variant, served and loaded in turn.

use anyhow::{Context, Result};
use says_who_preview::{Preview, Site};
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

/// The sites of the cases, each variant on a port of its own.
pub(super) struct Pages<'a> {
    cases: Vec<(&'a Case, Vec<(Variant, String)>)>,
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

    /// Loads the app and the floor so many times under each condition and
    /// leaves it at that, in pairs whose order turns: so that neither is more
    /// often first, or after what the browser has of the other to clear away.
    pub(super) fn load(
        &self,
        times: usize,
        devtools: &mut Devtools,
        record: &mut Record,
    ) -> Result<()> {
        for time in 0..times {
            for condition in Condition::ALL {
                for (case, variants) in &self.cases {
                    say(
                        &format!(
                            "load {} of {times}: {}, {}",
                            time + 1,
                            case.name,
                            condition.name()
                        ),
                        "seconds",
                    );
                    let mut pair = PAINTED;
                    if time % 2 == 1 {
                        pair.reverse();
                    }
                    for (variant, address) in pair
                        .iter()
                        .filter_map(|variant| variants.iter().find(|(one, _)| one == variant))
                    {
                        let visit = Visit {
                            address,
                            has_script: variant.has_script(),
                            is_app: *variant == Variant::App,
                            word: None,
                            quiet: QUIET,
                        };
                        add(
                            &visit,
                            devtools,
                            record,
                            (case, condition, *variant),
                            |_| true,
                        )?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Loads each page so many times under each condition, its variants in
    /// turn, and works it.
    pub(super) fn work(
        &mut self,
        times: usize,
        devtools: &mut Devtools,
        record: &mut Record,
    ) -> Result<()> {
        for time in 0..times {
            for condition in Condition::ALL {
                for (case, variants) in &mut self.cases {
                    say(
                        &format!(
                            "run {} of {times}: {}, {}",
                            time + 1,
                            case.name,
                            condition.name()
                        ),
                        "seconds; minutes where there is much",
                    );
                    let is_worked =
                        condition == Condition::Unthrottled || case.points <= WORKED_AS_PHONE;
                    for (variant, address) in variants.iter() {
                        let visit = Visit {
                            address,
                            has_script: variant.has_script(),
                            is_app: *variant == Variant::App,
                            word: is_worked.then_some(case.word),
                            quiet: QUIET,
                        };
                        // Paints are compared from loads in pairs alone.
                        let is_taken = |name: &str| {
                            !(PAINTED.contains(variant) && measure::PAINTS.contains(&name))
                        };
                        add(
                            &visit,
                            devtools,
                            record,
                            (case, condition, *variant),
                            is_taken,
                        )?;
                    }
                    // Nobody is always first.
                    variants.rotate_left(1);
                }
            }
        }
        Ok(())
    }
}

/// Pays a visit, and takes up those of its figures that are wanted.
fn add(
    visit: &Visit<'_>,
    devtools: &mut Devtools,
    record: &mut Record,
    (case, condition, variant): (&Case, Condition, Variant),
    is_taken: impl Fn(&str) -> bool,
) -> Result<()> {
    let name = variant.name();
    let sample = visit
        .pay(devtools, condition)
        .with_context(|| format!("the {name} of {}", case.name))?;
    for (measure, value) in sample {
        if is_taken(&measure) {
            record.add(&case.name, condition.name(), name, &measure, value)?;
        }
    }
    Ok(())
}
