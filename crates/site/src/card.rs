//! The preview card of a page, as the `says-who-cards` crate takes it.

use says_who_cards::{Card, CardSide};
use says_who_view::pages::CardText;

/// The card with this text.
pub(super) fn card_from_text(text: CardText) -> Card {
    let side = |(label, text)| CardSide { label, text };
    Card {
        site: text.site,
        as_of: text.as_of,
        kicker: text.kicker,
        title: text.title,
        sides: [side(text.sides.first), side(text.sides.second)],
    }
}
