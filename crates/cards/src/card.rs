//! The content of a card, and its digest.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::fonts;
use crate::text::Direction;

/// The version of the design. Increase it with every change that paints the same
/// card differently, to invalidate cached cards.
const DESIGN: u64 = 2;

/// The content of a card. All texts are final: nothing is translated or composed
/// here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    /// The name of the site.
    pub site: String,
    /// The as-of date, as a phrase: “As of 31 January 2022”.
    pub as_of: String,
    /// The kind of thing that the title names (“Statement”, “Source”), if it has to
    /// be shown.
    pub kicker: Option<String>,
    /// The question, or the name of what is shared.
    pub title: String,
    /// The two sides, in their order.
    pub sides: [CardSide; 2],
    /// A line in place of the sides, if they can't be painted. It may be empty.
    pub note: Option<String>,
    /// The direction of the dispute's language: on which edge the site and the first
    /// side are. Each text is laid out in its own direction.
    pub direction: Direction,
}

/// One side's column.
#[derive(Clone, Default, Debug, PartialEq, Eq, Hash)]
pub struct CardSide {
    /// The heading of the column: “Russia says”.
    pub label: String,
    /// What the side says, in one paragraph.
    pub text: String,
}

impl Card {
    /// The SHA-256, in lower-case hexadecimal digits, of everything that determines
    /// how the card looks: every field, the fonts and the version of the design.
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(DESIGN.to_le_bytes());
        hash.update(fonts::digest());
        hash_field(&mut hash, &self.site);
        hash_field(&mut hash, &self.as_of);
        hash.update([u8::from(self.kicker.is_some())]);
        hash_field(&mut hash, self.kicker.as_deref().unwrap_or_default());
        hash_field(&mut hash, &self.title);
        for side in &self.sides {
            hash_field(&mut hash, &side.label);
            hash_field(&mut hash, &side.text);
        }
        hash.update([u8::from(self.note.is_some())]);
        hash_field(&mut hash, self.note.as_deref().unwrap_or_default());
        hash.update([u8::from(self.direction == Direction::RightToLeft)]);
        hash.finalize().iter().fold(String::new(), |mut hex, byte| {
            // Writing to a string can't fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// Hashes a field, prefixed with its length: otherwise moving text from one field to
/// the next would not change the digest.
fn hash_field(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::samples::short as card;

    #[test]
    fn is_hexadecimal_and_the_same_for_equal_cards() {
        let digest = card().digest();
        assert_eq!(digest.len(), 64);
        assert!(digest.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')));
        assert_eq!(digest, card().digest());
    }

    #[test]
    fn changes_with_every_field() {
        let changes: [fn(&mut Card); 13] = [
            |_| {},
            |card| card.site.push('x'),
            |card| card.as_of.push('x'),
            |card| card.kicker = Some(String::new()),
            |card| card.kicker = Some("x".to_owned()),
            |card| card.title.push('x'),
            |card| card.sides[0].label.push('x'),
            |card| card.sides[0].text.push('x'),
            |card| card.sides[1].label.push('x'),
            |card| card.sides[1].text.push('x'),
            |card| card.note = Some(String::new()),
            |card| card.note = Some("x".to_owned()),
            |card| card.direction = Direction::RightToLeft,
        ];
        let digests: BTreeSet<String> = changes
            .iter()
            .map(|change| {
                let mut card = card();
                change(&mut card);
                card.digest()
            })
            .collect();
        assert_eq!(digests.len(), changes.len());
    }

    #[test]
    fn fields_do_not_run_into_each_other() {
        let (mut one, mut other) = (card(), card());
        one.site = "Says WhoAs".to_owned();
        one.as_of = " of".to_owned();
        other.site = "Says Who".to_owned();
        other.as_of = "As of".to_owned();
        assert_ne!(one.digest(), other.digest());
        one = card();
        one.sides.swap(0, 1);
        assert_ne!(one.digest(), card().digest());
    }
}
