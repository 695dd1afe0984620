//! Makes any string fit to be set: one paragraph, no controls, a direction.

use unicode_bidi::Direction as Bidi;

/// More characters than any part of a card has room for. What lies beyond is
/// cut before it costs time.
const MOST: usize = 1500;

/// More isolates than any text needs. Nested as deep as Unicode allows they
/// would leave no level for the numbers inside, and the layout would panic.
const MOST_ISOLATES: usize = 16;

const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// Which way a paragraph runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    LeftToRight,
    RightToLeft,
}

/// One paragraph, ready to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub(crate) words: String,
    /// Whether the end is missing because it was far too long.
    pub(crate) cut: bool,
}

impl Paragraph {
    /// Runs of white space, line ends and controls become one space each, and
    /// none stands at an end. Spaces that forbid a break stay what they are.
    pub(crate) fn new(text: &str) -> Self {
        let mut words = String::new();
        let mut room = MOST;
        let mut space = false;
        let mut isolates = 0;
        for char in text.chars().filter(|char| !is_embedding(*char)) {
            if is_isolate(char) {
                isolates += 1;
                if isolates > MOST_ISOLATES {
                    continue;
                }
            }
            let no_break = matches!(char, '\u{a0}' | '\u{2007}' | '\u{202f}');
            if char.is_control() || (char.is_whitespace() && !no_break) {
                space = !words.is_empty();
                continue;
            }
            if room == 0 {
                return Self { words, cut: true };
            }
            if space {
                words.push(' ');
                space = false;
            }
            words.push(char);
            room -= 1;
        }
        Self { words, cut: false }
    }

    /// The direction of the first strong character, if there is one.
    pub(crate) fn direction(&self) -> Option<Direction> {
        match unicode_bidi::get_base_direction(self.words.as_str()) {
            Bidi::Ltr => Some(Direction::LeftToRight),
            Bidi::Rtl => Some(Direction::RightToLeft),
            Bidi::Mixed => None,
        }
    }

    /// Gives it a direction if it has none of its own.
    pub(crate) fn or_runs(mut self, direction: Direction) -> Self {
        if direction == Direction::RightToLeft
            && self.direction().is_none()
            && !self.words.is_empty()
        {
            self.words.insert(0, RIGHT_TO_LEFT_MARK);
        }
        self
    }

    /// Whether a letter of the Arabic script, which reaches further up and down
    /// than the others, stands in it.
    pub(crate) fn is_tall(&self) -> bool {
        self.words
            .chars()
            .any(|char| matches!(char, '\u{600}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
    }
}

/// Embeddings and overrides. They can turn the words around, and one that is
/// never closed would take the ellipsis with it.
fn is_embedding(char: char) -> bool {
    matches!(char, '\u{202a}'..='\u{202e}')
}

/// What opens an isolate.
fn is_isolate(char: char) -> bool {
    matches!(char, '\u{2066}'..='\u{2068}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        Paragraph::new(text).words
    }

    #[test]
    fn is_one_line_without_controls() {
        assert_eq!(words(" a\r\n\tb\u{2028}c\u{2029}\u{0}\u{85}d "), "a b c d");
        assert_eq!(words("5\u{a0}km \u{202f}x"), "5\u{a0}km \u{202f}x");
        assert_eq!(words("a\u{202e}b"), "ab");
        assert_eq!(words(" \n\t"), "");
    }

    #[test]
    fn far_too_much_is_cut() {
        assert!(!Paragraph::new(&"x".repeat(MOST)).cut);
        let long = Paragraph::new(&"x ".repeat(MOST + 1));
        assert!(long.cut);
        assert_eq!(long.words.matches('x').count(), MOST);
    }

    #[test]
    fn takes_on_a_direction_only_if_it_has_none() {
        let runs = |text, direction| Paragraph::new(text).or_runs(direction).words;
        assert_eq!(runs("2022?", Direction::RightToLeft), "\u{200f}2022?");
        assert_eq!(runs("2022?", Direction::LeftToRight), "2022?");
        assert_eq!(runs("Yes", Direction::RightToLeft), "Yes");
        assert_eq!(runs("", Direction::RightToLeft), "");
    }

    #[test]
    fn the_first_strong_character_gives_the_direction() {
        let direction = |text| Paragraph::new(text).direction();
        assert_eq!(direction("“Yes” נכון"), Some(Direction::LeftToRight));
        assert_eq!(direction("1. نعم yes"), Some(Direction::RightToLeft));
        assert_eq!(direction("שלום"), Some(Direction::RightToLeft));
        assert_eq!(direction("2022 — ?"), None);
        assert_eq!(direction(""), None);
    }
}
