//! What belongs to a side, as the browser finds it.

use says_who_model::SideKey;

use crate::dom::attribute;

/// The value of `data-side` on what belongs to a side: the two stand next to each
/// other, and change places when a reader swaps the sides.
pub(crate) fn side_name(side: SideKey) -> &'static str {
    match side {
        SideKey::First => attribute::FIRST,
        SideKey::Second => attribute::SECOND_SIDE,
    }
}
