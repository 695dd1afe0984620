//! The keyboard shortcuts: single keys, for those who read with the keyboard.

/// A shortcut, named by its action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    NextPoint,
    PreviousPoint,
    Unfold,
    UnfoldAll,
    CopyLink,
    Find,
    Swap,
    Help,
}

impl Shortcut {
    /// All shortcuts, in the order in which they are listed.
    pub const ALL: [Self; 8] = [
        Self::NextPoint,
        Self::PreviousPoint,
        Self::Unfold,
        Self::UnfoldAll,
        Self::CopyLink,
        Self::Find,
        Self::Swap,
        Self::Help,
    ];

    /// The key. Slash and apostrophe are not used: Firefox opens its search with
    /// them.
    pub fn key(self) -> char {
        match self {
            Self::NextPoint => 'j',
            Self::PreviousPoint => 'k',
            Self::Unfold => 'o',
            Self::UnfoldAll => 'a',
            Self::CopyLink => 'c',
            Self::Find => 'f',
            Self::Swap => 's',
            Self::Help => '?',
        }
    }

    /// The shortcut for a keyboard event, from its [`key`], its [`code`] and whether
    /// Shift is held.
    ///
    /// [`key`]: https://developer.mozilla.org/docs/Web/API/KeyboardEvent/key
    /// [`code`]: https://developer.mozilla.org/docs/Web/API/KeyboardEvent/code
    pub fn from_key_event(key: &str, code: &str, shift: bool) -> Option<Self> {
        let letter = key_letter(key, code, shift)?;
        Self::ALL
            .into_iter()
            .find(|shortcut| shortcut.key() == letter)
    }
}

/// The letter of a key. Capitals count as small letters, because Caps Lock may be on,
/// but not with Shift. In layouts with other letters, the position of the key counts,
/// so that the shortcuts work on a Cyrillic keyboard too.
fn key_letter(key: &str, code: &str, shift: bool) -> Option<char> {
    let mut letters = key.chars();
    let (letter, None) = (letters.next()?, letters.next()) else {
        return None;
    };
    let position = code.strip_prefix("Key").and_then(|key| key.chars().next());
    match (letter, position) {
        // Question marks: Arabic, Armenian, Greek, full-width.
        ('\u{61f}' | '\u{55e}' | '\u{37e}' | '\u{ff1f}', _) => Some('?'),
        _ if shift && (letter.is_ascii_alphabetic() || !letter.is_ascii()) => None,
        (_, Some(position)) if !letter.is_ascii() => Some(position.to_ascii_lowercase()),
        _ => Some(letter.to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Shortcut, key_letter};

    #[test]
    fn every_layout_has_the_keys() {
        for (key, code, shift, expected) in [
            ("j", "KeyJ", false, Some('j')),
            // Caps Lock, and Caps Lock with Shift.
            ("J", "KeyJ", false, Some('j')),
            ("j", "KeyJ", true, None),
            ("J", "KeyJ", true, None),
            // Cyrillic, Greek, Hebrew, Arabic, kana.
            ("о", "KeyJ", false, Some('j')),
            ("О", "KeyJ", false, Some('j')),
            ("О", "KeyJ", true, None),
            ("ξ", "KeyJ", false, Some('j')),
            ("ח", "KeyJ", false, Some('j')),
            ("ت", "KeyJ", false, Some('j')),
            ("ま", "KeyJ", false, Some('j')),
            // A Latin letter counts by itself: J is elsewhere on a Dvorak keyboard, A
            // on a French one.
            ("j", "KeyC", false, Some('j')),
            ("a", "KeyQ", false, Some('a')),
            ("q", "KeyA", false, Some('q')),
            // In German, French, Russian, Greek, Arabic and full-width.
            ("?", "Minus", true, Some('?')),
            ("?", "KeyM", true, Some('?')),
            ("?", "Digit7", true, Some('?')),
            ("?", "Slash", false, Some('?')),
            ("\u{37e}", "KeyQ", false, Some('?')),
            ("\u{61f}", "Slash", true, Some('?')),
            ("？", "Slash", true, Some('?')),
            ("Enter", "Enter", false, None),
            ("Dead", "KeyJ", false, None),
            ("Process", "KeyJ", false, None),
            ("Unidentified", "", false, None),
            ("", "", false, None),
        ] {
            assert_eq!(
                key_letter(key, code, shift),
                expected,
                "{key} {code} {shift}"
            );
        }
    }

    #[test]
    fn no_key_does_two_things_or_is_one_of_firefox_own() {
        for (index, key) in Shortcut::ALL.iter().enumerate() {
            assert!(!"/'".contains(key.key()));
            assert!(
                Shortcut::ALL
                    .iter()
                    .skip(index + 1)
                    .all(|other| other.key() != key.key())
            );
        }
    }
}
