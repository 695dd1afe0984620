//! Prepares any string for typesetting: one paragraph, no controls, a direction.

use unicode_bidi::Direction as Bidi;

/// More characters than fit into any part of a card. The rest is cut off early to
/// save time.
const MAX_CHARS: usize = 1500;

/// More isolates than any text needs. Isolates nested as deep as Unicode allows
/// would leave no bidi level for numbers inside, and the layout would panic.
const MAX_ISOLATES: usize = 16;

const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// The direction of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    LeftToRight,
    RightToLeft,
}

/// One paragraph, ready for typesetting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub(crate) words: String,
    /// Whether the end was cut off because it was far too long.
    pub(crate) cut: bool,
}

impl Paragraph {
    /// Collapses runs of white space, line ends and controls into one space each,
    /// and trims both ends. No-break spaces are kept.
    pub(crate) fn new(text: &str) -> Self {
        let mut words = String::new();
        let mut room = MAX_CHARS;
        let mut space = false;
        let mut isolates = 0;
        for char in text.chars().filter(|char| !is_embedding(*char)) {
            if opens_isolate(char) {
                isolates += 1;
                if isolates > MAX_ISOLATES {
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

    /// The direction of the first strong character; `None` without one.
    pub(crate) fn direction(&self) -> Option<Direction> {
        match unicode_bidi::get_base_direction(self.words.as_str()) {
            Bidi::Ltr => Some(Direction::LeftToRight),
            Bidi::Rtl => Some(Direction::RightToLeft),
            Bidi::Mixed => None,
        }
    }

    /// Sets the direction if the text has none of its own.
    pub(crate) fn with_fallback_direction(mut self, direction: Direction) -> Self {
        if direction == Direction::RightToLeft
            && self.direction().is_none()
            && !self.words.is_empty()
        {
            self.words.insert(0, RIGHT_TO_LEFT_MARK);
        }
        self
    }

    /// Whether it has letters of the Arabic script, which reach further up and down
    /// than others.
    pub(crate) fn has_arabic(&self) -> bool {
        self.words
            .chars()
            .any(|char| matches!(char, '\u{600}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
    }
}

/// Embeddings and overrides. They can reverse the words, and an unclosed one would
/// affect the direction of the ellipsis.
fn is_embedding(char: char) -> bool {
    matches!(char, '\u{202a}'..='\u{202e}')
}

/// Whether a character opens an isolate.
fn opens_isolate(char: char) -> bool {
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
        assert!(!Paragraph::new(&"x".repeat(MAX_CHARS)).cut);
        let long = Paragraph::new(&"x ".repeat(MAX_CHARS + 1));
        assert!(long.cut);
        assert_eq!(long.words.matches('x').count(), MAX_CHARS);
    }

    #[test]
    fn takes_on_a_direction_only_if_it_has_none() {
        let runs = |text, direction| {
            Paragraph::new(text)
                .with_fallback_direction(direction)
                .words
        };
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
