//! The day that feeds, the map of the site and the structured data give as a
//! dispute's last change.

use says_who_model::{Date, Dispute};

/// The day of the last change; of a dispute without any, the day to which it
/// speaks.
pub(super) fn last(dispute: &Dispute) -> Date {
    dispute.last_changed().unwrap_or(dispute.as_of)
}
