//! The date that feeds, the sitemap and the structured data give as a dispute's
//! last modification.

use says_who_model::{Date, Dispute};

/// The date of the last revision. A dispute without revisions has its as-of date.
pub(super) fn last_modified(dispute: &Dispute) -> Date {
    dispute.last_changed().unwrap_or(dispute.as_of)
}
