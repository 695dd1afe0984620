//! From bytes to text: encoding, size, characters that no file should hold.

use super::InputFile;
use super::problem::{Place, Problems};

/// The largest file that is read, in bytes. A point of a dispute takes a few
/// thousand; a file a hundred times that is a mistake.
const MAX_BYTES: usize = 1024 * 1024;

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
