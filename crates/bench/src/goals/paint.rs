//! The targets of the paints, compared with the floor.

use super::lookup::Lookup;
use super::target::Target;
use super::verdict::Verdict;
use crate::ratio::Ratio;
use crate::record::Record;

/// The maximum ratio of a paint of the app to that of the floor.
const MAX_PAINT_RATIO: f64 = 1.05;

/// The paints, compared with the floor.
pub(super) fn paint_targets(record: &Record, lookup: &Lookup<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    for (measure, name) in [
        ("fcp", "first contentful paint"),
        ("lcp", "largest contentful paint"),
    ] {
        let ratios = lookup.in_each_section(|case, condition| {
            let figure = |variant| record.figure(case, condition, variant, measure);
            let ratio = Ratio::from_pairs(figure("app")?, figure("floor")?)?;
            Some((Verdict::at_most(ratio, MAX_PAINT_RATIO), ratio))
        });
        let worst = ratios.into_iter().max_by(|((one, a), _), ((other, b), _)| {
            one.cmp(other).then(a.median.total_cmp(&b.median))
        });
        targets.push(Target {
            what: format!("{name} at most {MAX_PAINT_RATIO} times the floor’s, everywhere"),
            verdict: worst
                .as_ref()
                .map_or(Verdict::Unmeasured, |((verdict, _), _)| *verdict),
            found: worst.map_or_else(String::new, |((_, ratio), place)| {
                format!("{} times ({place})", ratio.format())
            }),
        });
    }
    targets
}
