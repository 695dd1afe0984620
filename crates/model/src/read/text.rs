//! From bytes to text of a sensible size, and what of a text is kept.

use unicode_normalization::UnicodeNormalization as _;

use super::InputFile;
use super::characters::is_unseen;
use super::encoding::text_of;
use super::problem::{Place, Problems};

/// The largest file that is read, in bytes. A point of a dispute takes a few
/// thousand; ten thousand statements in one file fit, and a file larger than
/// that is a mistake.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The longest single text, in characters. A paragraph has some hundreds; what
/// is longer than this is an article and no part of one.
pub(super) const MAX_CHARACTERS: usize = 20_000;

/// A text as it is kept: in canonical composition (NFC), white space of any
/// kind and length as one blank.
pub(super) fn tidy(text: &str) -> String {
    let composed: String = text.nfc().collect();
    let words: Vec<&str> = composed.split_whitespace().collect();
    words.join(" ")
}

/// Whether there is anything in a text that a reader could see.
pub(super) fn is_visible(text: &str) -> bool {
    !text.chars().all(|c| c.is_whitespace() || is_unseen(c))
}

/// Where a paragraph ends inside a quotation: the number of the character at
/// which the line before the empty one ends.
pub(super) fn parted_quotation(text: &str) -> Option<usize> {
    if !text.contains('\n') {
        return None;
    }
    let mut open = false;
    let mut end = None;
    for (number, c) in text.chars().enumerate() {
        match c {
            '\n' if open && end.is_some() => return end,
            '\n' => end = Some(number),
            c if c.is_whitespace() => {}
            c => {
                end = None;
                open = c == '“' || open && c != '”';
            }
        }
    }
    None
}

/// The text of a file; `None` where there is a problem with it as a whole.
pub(super) fn decode(file: &InputFile, problems: &mut Problems) -> Option<String> {
    let start = Place::start(&file.path);
    if file.bytes.len() > MAX_BYTES {
        problems.add(
            &start,
            "text",
            format!(
                "this file has {} bytes; the most is {MAX_BYTES}",
                file.bytes.len()
            ),
            "split it, or check that it is the file you meant",
        );
        return None;
    }
    match text_of(&file.bytes) {
        Ok(text) => Some(text),
        Err(refused) => {
            let before = &refused.before;
            problems.add(
                &Place::at(&file.path, before, before.len()),
                "text",
                refused.message,
                refused.help,
            );
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_visible, parted_quotation, tidy};

    #[test]
    fn texts_are_composed_and_their_blanks_are_single() {
        assert_eq!(tidy("cafe\u{301}  \n in\u{a0}Spa"), "café in Spa");
    }

    #[test]
    fn what_can_not_be_seen_is_no_text() {
        assert!(!is_visible("\u{200b}\u{202e} \u{feff}"));
        assert!(is_visible("\u{200b}ж"));
    }
    #[test]
    fn a_quotation_ends_with_its_paragraph() {
        assert_eq!(parted_quotation("“a\nb”\n\n“c”"), None);
        assert_eq!(parted_quotation("a “b \n \nc”"), Some(5));
        assert_eq!(parted_quotation("“a”\n\nb"), None);
    }
}
