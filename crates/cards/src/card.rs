//! What a card says, and the digest that stands for it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::fonts;

/// The version of the design. It goes up with every change that paints the same
/// card differently; cards kept under an older version are then painted again.
const DESIGN: u64 = 1;

/// What a card says. All words are finished: nothing is translated or put
/// together here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    /// The name of the site.
    pub site: String,
    /// The day the content stands for, as a phrase: “As of 31 January 2022”.
    pub as_of: String,
    /// What kind of thing the title names (“Statement”, “Source”), if that has
    /// to be said.
    pub kicker: Option<String>,
    /// The question, or the name of what is shared.
    pub title: String,
    /// The two sides, in their order.
    pub sides: [Says; 2],
}

/// One side's column.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Says {
    /// Who says it: “Russia says”.
    pub says: String,
    /// What that side says, in a line.
    pub line: String,
}

impl Card {
    /// The SHA-256, in lower-case hexadecimal digits, over all that decides how
    /// the card looks: every field, the fonts and the version of the design.
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(DESIGN.to_le_bytes());
        hash.update(fonts::digest());
        field(&mut hash, &self.site);
        field(&mut hash, &self.as_of);
        hash.update([u8::from(self.kicker.is_some())]);
        field(&mut hash, self.kicker.as_deref().unwrap_or_default());
        field(&mut hash, &self.title);
        for side in &self.sides {
            field(&mut hash, &side.says);
            field(&mut hash, &side.line);
        }
        hash.finalize().iter().fold(String::new(), |mut hex, byte| {
            // Writing to a string can't fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// The length stands before the bytes so that two neighbours can't be cut in
/// another place and give the same digest.
fn field(hash: &mut Sha256, text: &str) {
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
        let changes: [fn(&mut Card); 10] = [
            |_| {},
            |card| card.site.push('x'),
            |card| card.as_of.push('x'),
            |card| card.kicker = Some(String::new()),
            |card| card.kicker = Some("x".to_owned()),
            |card| card.title.push('x'),
            |card| card.sides[0].says.push('x'),
            |card| card.sides[0].line.push('x'),
            |card| card.sides[1].says.push('x'),
            |card| card.sides[1].line.push('x'),
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
