//! Replaces texts of a card that the bundled fonts can't draw.

use std::collections::BTreeSet;

use crate::Painter;
use crate::card::Card;
use crate::coverage::missing_scripts;
use crate::fonts::TextStyle;

/// What stands on a card in place of texts that can't be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallback {
    /// Other titles, the best first.
    pub titles: Vec<String>,
    /// Where to read what is missing: “Read it at example.org/bridge/”.
    pub note: String,
}

/// A card without texts that can't be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawable {
    /// The card.
    pub card: Card,
    /// The scripts and kinds of characters that the fonts lack. If there are any,
    /// texts were replaced.
    pub missing: BTreeSet<&'static str>,
}

impl Painter {
    /// The card, without its texts that would be painted as boxes. A title is
    /// replaced by the first of the fallback's that can be drawn, or else by its
    /// note. If one side's text can't be drawn, both sides make room for the note,
    /// so that neither stands alone.
    pub fn drawable(&mut self, mut card: Card, fallback: &Fallback) -> Drawable {
        let mut missing = BTreeSet::new();
        let mut is_drawn = |style, text: &str| {
            let found = missing_scripts(&mut self.fonts, style, text);
            let is_drawn = found.is_empty();
            missing.extend(found);
            is_drawn
        };
        for text in [&mut card.site, &mut card.as_of] {
            if !is_drawn(TextStyle::Label, text) {
                text.clear();
            }
        }
        card.kicker = card
            .kicker
            .filter(|kicker| is_drawn(TextStyle::Label, kicker));
        let mut note = fallback.note.clone();
        if !is_drawn(TextStyle::Title, &card.title) {
            // The kicker names the kind of thing that the title was.
            card.kicker = None;
            let mut titles = fallback.titles.iter();
            let title = titles.find(|title| is_drawn(TextStyle::Title, title));
            card.title = match title {
                Some(title) => title.clone(),
                None => std::mem::take(&mut note),
            };
        }
        let mut are_sides_drawn = true;
        for side in &card.sides {
            are_sides_drawn &= is_drawn(TextStyle::Label, &side.label);
            are_sides_drawn &= is_drawn(TextStyle::Text, &side.text);
        }
        if !are_sides_drawn {
            card.note = Some(note);
        }
        Drawable { card, missing }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::samples;

    const AMHARIC: &str = "ግድቡን ማን ይሞላል?";

    fn fallback() -> Fallback {
        Fallback {
            titles: vec!["ไทย".to_owned(), "Who fills the dam?".to_owned()],
            note: "Read it at example.org/dam/".to_owned(),
        }
    }

    fn drawable(card: Card, fallback: &Fallback) -> Drawable {
        Painter::new(Path::new("not-written")).drawable(card, fallback)
    }

    #[test]
    fn a_card_that_can_be_drawn_stays_as_it_is() {
        for card in [samples::short(), samples::long(), samples::hebrew()] {
            let drawn = drawable(card.clone(), &fallback());
            assert_eq!(drawn.card, card);
            assert!(drawn.missing.is_empty());
        }
    }

    #[test]
    fn a_title_in_another_script_is_replaced() {
        let mut card = samples::short();
        card.kicker = Some("Document".to_owned());
        card.title = AMHARIC.to_owned();
        let drawn = drawable(card.clone(), &fallback());
        assert_eq!(drawn.card.title, "Who fills the dam?");
        assert_eq!((drawn.card.kicker, drawn.card.note), (None, None));
        assert_eq!(drawn.card.sides, card.sides);
        assert!(drawn.missing.contains("Ethiopic"));

        let nothing = Fallback {
            titles: Vec::new(),
            ..fallback()
        };
        let drawn = drawable(card, &nothing);
        assert_eq!(drawn.card.title, "Read it at example.org/dam/");
    }

    #[test]
    fn neither_side_is_shown_if_one_can_not_be() {
        for side in 0..2 {
            let mut card = samples::short();
            card.sides[side].text = AMHARIC.to_owned();
            let drawn = drawable(card, &fallback());
            let note = drawn.card.note.as_deref();
            assert_eq!(note, Some("Read it at example.org/dam/"));
        }
    }

    #[test]
    fn an_address_is_given_once() {
        let mut card = samples::short();
        card.title = AMHARIC.to_owned();
        card.sides[0].label = AMHARIC.to_owned();
        let nothing = Fallback {
            titles: Vec::new(),
            ..fallback()
        };
        let drawn = drawable(card, &nothing);
        assert_eq!(drawn.card.title, "Read it at example.org/dam/");
        assert_eq!(drawn.card.note.as_deref(), Some(""));
    }
}
