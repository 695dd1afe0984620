//! Prepares any string for typesetting: one paragraph, no controls, a direction.

use std::cmp::Ordering;

use unicode_bidi::{BidiClass, Direction as Bidi};

/// More characters than fit into any part of a card. The rest is cut off early to
/// save time.
const MAX_CHARS: usize = 1500;

/// More isolates than any text needs. Isolates nested as deep as Unicode allows
/// would leave no bidi level for numbers inside, and the layout would panic.
const MAX_ISOLATES: usize = 16;

const LEFT_TO_RIGHT_MARK: char = '\u{200e}';
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// The direction of a card, or of a paragraph on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// As in English.
    #[default]
    LeftToRight,
    /// As in Arabic and Hebrew.
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

    /// The direction of most letters; `None` if there are none, or as many of each.
    /// A name in another script at the start of a sentence does not turn it around.
    pub(crate) fn direction(&self) -> Option<Direction> {
        let (mut left_to_right, mut right_to_left) = (0_usize, 0_usize);
        for char in self.words.chars() {
            match unicode_bidi::bidi_class(char) {
                BidiClass::L => left_to_right += 1,
                BidiClass::R | BidiClass::AL => right_to_left += 1,
                _ => {}
            }
        }
        match left_to_right.cmp(&right_to_left) {
            Ordering::Greater => Some(Direction::LeftToRight),
            Ordering::Less => Some(Direction::RightToLeft),
            Ordering::Equal => None,
        }
    }

    /// Sets the direction in which the text is laid out: its own, or else that of
    /// the card. A mark is put first where the first letter would decide otherwise.
    pub(crate) fn with_fallback_direction(mut self, direction: Direction) -> Self {
        let wanted = self.direction().unwrap_or(direction);
        let found = match unicode_bidi::get_base_direction(self.words.as_str()) {
            Bidi::Ltr | Bidi::Mixed => Direction::LeftToRight,
            Bidi::Rtl => Direction::RightToLeft,
        };
        if wanted != found && !self.words.is_empty() {
            let mark = match wanted {
                Direction::LeftToRight => LEFT_TO_RIGHT_MARK,
                Direction::RightToLeft => RIGHT_TO_LEFT_MARK,
            };
            self.words.insert(0, mark);
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
    fn a_name_in_another_script_does_not_turn_a_sentence_around() {
        let runs = |text, direction| {
            Paragraph::new(text)
                .with_fallback_direction(direction)
                .words
        };
        let english = "النهضة: who fills the dam?";
        let marked = format!("\u{200e}{english}");
        assert_eq!(runs(english, Direction::LeftToRight), marked);
        assert_eq!(runs(english, Direction::RightToLeft), marked);
        let arabic = "GERD: هل سد النهضة يضر بمصر؟";
        let marked = format!("\u{200f}{arabic}");
        assert_eq!(runs(arabic, Direction::LeftToRight), marked);
        assert_eq!(runs("سد النهضة", Direction::LeftToRight), "سد النهضة");
    }

    #[test]
    fn most_letters_give_the_direction() {
        let direction = |text| Paragraph::new(text).direction();
        assert_eq!(direction("“Yes” נכון"), Some(Direction::RightToLeft));
        assert_eq!(direction("“Yes” כן"), Some(Direction::LeftToRight));
        assert_eq!(direction("ab נכ"), None);
        assert_eq!(direction("1. نعم ye"), Some(Direction::RightToLeft));
        assert_eq!(direction("שלום"), Some(Direction::RightToLeft));
        assert_eq!(direction("2022 — ?"), None);
        assert_eq!(direction(""), None);
    }
}
