//! The performance targets, and whether a record meets them.

mod growth;
mod load;
mod lookup;
mod paint;
mod ready;
mod size;
mod speed;
mod target;
#[cfg(test)]
mod tests;
mod verdict;

pub(crate) use target::Target;

use crate::record::Record;
use growth::growth_targets;
use load::load_targets;
use lookup::Lookup;
use paint::paint_targets;
use ready::ready_targets;
use size::size_targets;
use speed::speed_targets;

/// All targets.
pub(crate) fn all(record: &Record) -> Vec<Target> {
    let lookup = Lookup(record);
    let mut targets = paint_targets(record, &lookup);
    targets.extend(load_targets(&lookup));
    targets.extend(size_targets(&lookup));
    targets.extend(speed_targets(&lookup));
    targets.extend(ready_targets(&lookup));
    targets.extend(growth_targets(&lookup));
    targets
}

/// Renders the targets as lines of text.
pub(crate) fn render(targets: &[Target]) -> String {
    let lines = targets.iter().map(|target| {
        let found = match target.found.as_str() {
            "" => String::new(),
            found => format!(": {found}"),
        };
        format!("{:12}  {}{found}\n", target.verdict.name(), target.what)
    });
    lines.collect()
}
