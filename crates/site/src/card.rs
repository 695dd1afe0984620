//! The preview card of a page, as the painter takes it.

use says_who_cards::{Card, Says};
use says_who_view::pages::CardText;

/// The card that has these words.
pub(super) fn card(text: CardText) -> Card {
    let says = |(says, line)| Says { says, line };
    Card {
        site: text.site,
        as_of: text.as_of,
        kicker: text.kicker,
        title: text.title,
        sides: [says(text.sides.first), says(text.sides.second)],
    }
}
