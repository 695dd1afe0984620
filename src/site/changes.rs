//! When a dispute was published and when it changed, as far as its data says.

use says_who_model::{Date, Dispute, Retired};

/// The day of the first publication.
pub(super) fn first_published(dispute: &Dispute) -> Option<Date> {
    let first = dispute
        .revisions
        .iter()
        .find(|revision| revision.is_first());
    first.map(|revision| revision.date)
}

/// The day of the last change; of a dispute without any, the day to which it
/// speaks.
pub(super) fn last(dispute: &Dispute) -> Date {
    let gone = dispute.retired.iter().filter_map(|retired| match retired {
        Retired::Tombstone { date, .. } => Some(*date),
        Retired::Alias { .. } => None,
    });
    let revised = dispute.revisions.iter().map(|revision| revision.date);
    revised.chain(gone).max().unwrap_or(dispute.as_of)
}
