//! Checks the link and the headline of a source.

use crate::read::problem::Problems;
use crate::read::raw::{Entry, RawSource};

/// A source has a link, or the reason why there is none.
pub(super) fn check_link(source: &Entry<RawSource>, problems: &mut Problems) {
    let invalid = source.has_invalid_value;
    if source.link.is_some() == source.link_not_recorded.is_some() && !invalid {
        problems.add(
            &source.id.place,
            "fields",
            format!("source `{}` needs either `link` or `link-not-recorded`", source.id.value),
            "give its address as `link = \"https://…\"`, or say in `link-not-recorded` why there is none",
        );
    }
}

/// A source has a headline, or the reason why none is known and a description.
pub(super) fn check_headline(source: &Entry<RawSource>, problems: &mut Problems) {
    let id = &source.id.value;
    match (&source.headline, &source.headline_unknown) {
        _ if source.has_invalid_value => {}
        (None, None) => problems.add(
            &source.id.place,
            "fields",
            format!("source `{id}` needs either `headline` or `headline-unknown`"),
            "give its headline as `headline = \"…\"`; or say in `headline-unknown` why it is not known, and in `description` what the source is",
        ),
        (Some(_), Some(reason)) => problems.add(
            &reason.place,
            "fields",
            "the headline is given and is said to be unknown",
            "delete `headline` or `headline-unknown`, whichever is wrong",
        ),
        (None, Some(reason)) if source.description.is_none() => problems.add(
            &reason.place,
            "fields",
            "nothing stands in place of the headline",
            "add `description = \"…\"`: what the source is, in your own words",
        ),
        _ => {}
    }
    if let (Some(_), Some(description)) = (&source.headline, &source.description) {
        problems.add(
            &description.place,
            "fields",
            "a source with a headline takes no `description`",
            "move it to `note`, or delete it",
        );
    }
}
