//! Whom the speakers of a dispute speak for, not yet resolved.

use std::collections::HashMap;

use crate::read::raw::RawDispute;

/// What each speaker speaks for: a side, a party, the press or a third party.
pub(super) fn voices(dispute: &RawDispute) -> HashMap<&str, &str> {
    let speakers = dispute.speakers.iter().filter_map(|speaker| {
        let of = speaker.speaks_for.as_ref()?;
        Some((speaker.id.value.as_str(), of.value.as_str()))
    });
    speakers.collect()
}
