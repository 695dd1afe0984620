//! Decodes files, limits sizes, and normalizes texts.

use unicode_normalization::UnicodeNormalization as _;

use super::InputFile;
use super::characters::is_invisible;
use super::encoding::decode_text;
use super::problem::{Place, Problems};

/// The maximum size of a file, in bytes. A point of a dispute takes a few thousand
/// bytes, and ten thousand statements in one file fit; a larger file is a mistake.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The maximum length of a single text, in characters. A paragraph has some
/// hundreds; anything longer than this is an article, not a part of one.
pub(super) const MAX_CHARACTERS: usize = 20_000;

/// Normalizes a text: to NFC, with each run of white space as one space.
pub(super) fn tidy(text: &str) -> String {
    let composed: String = text.nfc().collect();
    let words: Vec<&str> = composed.split_whitespace().collect();
    words.join(" ")
}

/// Whether a text has any visible character.
pub(super) fn is_visible(text: &str) -> bool {
    !text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Finds a paragraph break inside a quotation. Returns the index of the line break
/// before the empty line, in characters.
pub(super) fn paragraph_break_in_quotation(text: &str) -> Option<usize> {
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

/// Decodes a file; `None` if it was rejected as a whole, which is reported.
pub(super) fn decode(file: &InputFile, problems: &mut Problems) -> Option<String> {
    let start = Place::start(&file.path);
    if file.bytes.len() > MAX_BYTES {
        problems.add(
            &start,
            "text",
            format!(
                "this file has {} bytes; the maximum is {MAX_BYTES}",
                file.bytes.len()
            ),
            "split it, or check that it is the file you meant",
        );
        return None;
    }
    match decode_text(&file.bytes) {
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
    use super::{is_visible, paragraph_break_in_quotation, tidy};

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
        assert_eq!(paragraph_break_in_quotation("“a\nb”\n\n“c”"), None);
        assert_eq!(paragraph_break_in_quotation("a “b \n \nc”"), Some(5));
        assert_eq!(paragraph_break_in_quotation("“a”\n\nb"), None);
    }
}
