//! From bytes to text: encoding, size, characters that no file should hold.

use unicode_normalization::UnicodeNormalization as _;

use super::InputFile;
use super::problem::{Place, Problems};

/// The largest file that is read, in bytes. A point of a dispute takes a few
/// thousand; ten thousand statements in one file fit, and a file larger than
/// that is a mistake.
const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The longest single text, in characters. A paragraph has some hundreds; what
/// is longer than this is an article and no part of one.
pub(super) const MAX_CHARACTERS: usize = 20_000;

/// A text as it is kept: in canonical composition (NFC), white space of any
/// kind and length as one blank, and every change of writing direction ended
/// where the text ends, so that it can't turn round what stands beside it.
pub(super) fn tidy(text: &str) -> String {
    let composed: String = text.nfc().collect();
    let words: Vec<&str> = composed.split_whitespace().collect();
    isolated(&words.join(" "))
}

/// Whether there is anything in a text that a reader could see.
pub(super) fn is_visible(text: &str) -> bool {
    let unseen = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '\u{ad}'
                    | '\u{34f}'
                    | '\u{61c}'
                    | '\u{115f}'
                    | '\u{1160}'
                    | '\u{3164}'
                    | '\u{feff}'
            )
            || matches!(c, '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
    };
    !text.chars().all(unseen)
}

/// Ends what a text's directional controls begin, and leaves out those that end
/// nothing (Unicode Standard Annex 9, explicit directional embeddings and
/// isolates).
fn isolated(text: &str) -> String {
    const POP_EMBEDDING: char = '\u{202c}';
    const POP_ISOLATE: char = '\u{2069}';
    let mut open = Vec::new();
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(POP_EMBEDDING),
            '\u{2066}'..='\u{2068}' => open.push(POP_ISOLATE),
            POP_EMBEDDING | POP_ISOLATE => {
                if open.last() != Some(&c) {
                    continue;
                }
                open.pop();
            }
            _ => {}
        }
        kept.push(c);
    }
    kept.extend(open.into_iter().rev());
    kept
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
    let bytes = file
        .bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(&file.bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            problems.add(
                &Place::at(&file.path, &before, before.len()),
                "text",
                "what stands here is not UTF-8 text",
                "save the file as UTF-8 in your editor",
            );
            return None;
        }
    };
    let text = text.replace("\r\n", "\n");
    let allowed = |c: char| !c.is_control() || c == '\n' || c == '\t';
    if let Some((offset, c)) = text.char_indices().find(|&(_, c)| !allowed(c)) {
        problems.add(
            &Place::at(&file.path, &text, offset),
            "text",
            format!("a control character, U+{:04X}, stands here", u32::from(c)),
            "delete it; it can't be seen in most editors",
        );
        return None;
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{is_visible, tidy};

    #[test]
    fn texts_are_composed_and_keep_their_direction_to_themselves() {
        assert_eq!(tidy("cafe\u{301}  \n in\u{a0}Spa"), "café in Spa");
        assert_eq!(tidy("a\u{202e}b"), "a\u{202e}b\u{202c}");
        assert_eq!(
            tidy("\u{2067}a\u{202b}b"),
            "\u{2067}a\u{202b}b\u{202c}\u{2069}"
        );
        assert_eq!(tidy("a\u{2069}b\u{202c}"), "ab");
        assert_eq!(tidy("\u{2066}a\u{2069}"), "\u{2066}a\u{2069}");
    }

    #[test]
    fn what_can_not_be_seen_is_no_text() {
        assert!(!is_visible("\u{200b}\u{202e} \u{feff}"));
        assert!(is_visible("\u{200b}ж"));
    }
}
