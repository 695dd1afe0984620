//! Checks the sides and the short title of a dispute.

use crate::read::problem::Problems;
use crate::read::raw::RawDispute;

/// The length that fits a tab or a line of a card.
const MAX_SHORT_TITLE_CHARACTERS: usize = 60;

pub(super) fn check_sides(dispute: &RawDispute, problems: &mut Problems) {
    let Some(place) = &dispute.place else {
        return;
    };
    if let [first, second, ..] = dispute.head.sides.as_slice()
        && let (Some(first), Some(second)) = (&first.name, &second.name)
        && first.value.trim().to_lowercase() == second.value.trim().to_lowercase()
    {
        problems.add(
            &second.place,
            "fields",
            format!("both sides have the name `{}`", second.value),
            "give each side the name that readers know it by",
        );
    }
    if dispute.head.sides.len() != 2 {
        let place = dispute.head.sides.get(2).map_or(place, |side| &side.place);
        problems.add(
            place,
            "fields",
            format!("a dispute has exactly two sides; here are {}", dispute.head.sides.len()),
            "write two `[[side]]`, each with `id`, `name` and `says`; anyone else who speaks is a `[[party]]`",
        );
    }
}

/// A short title is short, and the question says more.
pub(super) fn check_short_title(dispute: &RawDispute, problems: &mut Problems) {
    let Some(title) = &dispute.head.short_title else {
        return;
    };
    let length = title.value.chars().count();
    if length > MAX_SHORT_TITLE_CHARACTERS {
        problems.add(
            &title.place,
            "fields",
            format!("this has {length} characters; a short title has at most {MAX_SHORT_TITLE_CHARACTERS}"),
            "shorten it, or delete it: the question is shown in its place",
        );
    }
}
