//! Applies the rules to what was read.

use std::collections::HashSet;

use super::problem::{Place, Problems};
use super::raw::{RawDispute, RawLibrary};
use super::rules::{self, Rule};

/// Applies the rules. Where a file could not be read, its syntax errors are its only
/// problems, and problems that may be due to it are left out.
pub(super) fn apply_rules<'a>(
    raw: &RawLibrary,
    rules: impl Iterator<Item = &'a Rule>,
    problems: &mut Problems,
) {
    let unread = problems.unread_files().clone();
    let root = problems.display_path(&Place::start("")).len();
    let before = problems.count();
    for rule in rules {
        let Some(check) = rule.check else { continue };
        let before = problems.count();
        check(raw, problems);
        problems.retain_from(before, |problem| {
            let path = problem.file.get(root..).unwrap_or_default();
            let may_be_due = |dispute: &RawDispute| {
                let file = path.strip_prefix(&dispute.id);
                let file = file.and_then(|file| file.strip_prefix('/'));
                file.is_some_and(|file| rule.may_be_due_to(file, &dispute.unread))
            };
            !unread.contains(path) && !raw.disputes.iter().any(may_be_due)
        });
    }
    // For a file that no list names, report only that: usually it is left over, and
    // what it refers to was removed.
    let disputes = raw.disputes.iter();
    let unlisted: HashSet<String> = disputes
        .flat_map(RawDispute::unlisted)
        .map(|point| problems.display_path(&point.id.place))
        .collect();
    problems.retain_from(before, |problem| {
        problem.rule == rules::FILES || !unlisted.contains(&problem.file)
    });
}
