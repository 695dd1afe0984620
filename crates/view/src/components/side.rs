//! How elements of a side are marked for the app.

use says_who_model::SideKey;

use crate::dom::attribute;

/// The value of `data-side` on an element that belongs to a side. The elements of
/// both sides are next to each other, and change places when a reader swaps the
/// sides.
pub(crate) fn data_side(side: SideKey) -> &'static str {
    match side {
        SideKey::First => attribute::SIDE_FIRST,
        SideKey::Second => attribute::SIDE_SECOND,
    }
}
