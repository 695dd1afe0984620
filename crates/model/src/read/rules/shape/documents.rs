//! Checks the status of a document.

use crate::DocumentStatus;
use crate::read::fields::Located;
use crate::read::problem::Problems;
use crate::read::raw::{Entry, RawDocument};

/// A document with an address was seen.
pub(super) fn check_status(document: &Entry<RawDocument>, problems: &mut Problems) {
    let not_seen = |status: &Located<DocumentStatus>| status.value == DocumentStatus::NotSeen;
    if let (Some(link), true) = (
        &document.link,
        document.status.as_ref().is_some_and(not_seen),
    ) {
        problems.add(
            &link.place,
            "fields",
            "this document has an address and is said to be `not-seen`",
            "delete `link`, or correct `status`",
        );
    }
}
