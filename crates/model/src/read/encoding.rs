//! Decodes UTF-8, and identifies other encodings and file formats.

use super::characters::{WINDOWS_1252, describe_char, first_hidden};

/// Why bytes are not valid text, and where.
pub(super) struct DecodeError {
    /// The valid text before the error.
    pub(super) before: String,
    pub(super) message: String,
    pub(super) help: &'static str,
}

const SAVE_AS_UTF8: &str =
    "save the file as UTF-8: most editors ask for the encoding under “Save as”";

/// The signatures of file formats that are not plain text.
const FILE_SIGNATURES: [(&[u8], &str); 8] = [
    (
        b"PK\x03\x04",
        "an archive, or a document or sheet of an office program",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "a document or sheet of an old office program",
    ),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a document of a text program, RTF"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"bplist", "a property list of macOS"),
];

/// Decodes the text of a source, unchanged.
///
/// # Errors
///
/// If it is not UTF-8: a message that says what it is and what to do.
pub fn utf8_text(bytes: &[u8]) -> Result<String, String> {
    let text = decode_utf8(bytes).map(str::to_owned);
    text.map_err(|error| format!("{}; {}", error.message, error.help))
}

/// Decodes the text of a data file. Converts line ends to line feeds, strips the
/// byte order mark, and refuses control characters.
pub(super) fn decode_text(bytes: &[u8]) -> Result<String, DecodeError> {
    let text = decode_utf8(bytes)?.replace("\r\n", "\n");
    let allowed = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    match text.char_indices().find(|&(_, c)| !allowed(c)) {
        None => Ok(text),
        Some((offset, c)) => Err(DecodeError {
            before: text[..offset].to_owned(),
            message: format!("invisible character here: {}", describe_char(c)),
            help: match c {
                '\r' => "save the file with line ends of Unix or Windows",
                '\u{80}'..='\u{9f}' => "type the character that was meant",
                _ => "delete it",
            },
        }),
    }
}

fn decode_utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    let start = |message: String, help| DecodeError {
        before: String::new(),
        message,
        help,
    };
    if let Some((_, kind)) = FILE_SIGNATURES
        .iter()
        .find(|(begin, _)| bytes.starts_with(begin))
    {
        let message = format!("this is {kind}, not plain text");
        let help = "put the text itself into a file of its own, saved as UTF-8";
        return Err(start(message, help));
    }
    if let Some(encoding) = detect_wide_encoding(bytes) {
        return Err(start(
            format!("this file is in {encoding}, not in UTF-8"),
            SAVE_AS_UTF8,
        ));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = error.valid_up_to();
        DecodeError {
            before: String::from_utf8_lossy(&bytes[..good]).replace("\r\n", "\n"),
            message: describe_invalid_byte(&bytes[good..], error.error_len().is_none()),
            help: SAVE_AS_UTF8,
        }
    })
}

/// Detects UTF-16 and UTF-32, with or without a byte order mark.
fn detect_wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    let marks: [(&[u8], &str); 4] = [
        (b"\xff\xfe\0\0", "UTF-32"),
        (b"\0\0\xfe\xff", "UTF-32"),
        (b"\xff\xfe", "UTF-16"),
        (b"\xfe\xff", "UTF-16"),
    ];
    if let Some((_, name)) = marks.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Some(name);
    }
    // Without a byte order mark: in ASCII text, every second byte is zero (UTF-16),
    // or three of four (UTF-32).
    let begin = &bytes[..bytes.len().min(4096)];
    let mut zeros = [0_usize; 4];
    for (index, _) in begin.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        zeros[index % 4] += 1;
    }
    let quarter = begin.len() / 4;
    let many = |at: usize| quarter > 1 && zeros[at] * 2 > quarter;
    let none = |at: usize| zeros[at] * 8 <= quarter;
    match (many(0), many(1), many(2), many(3)) {
        (true, true, true, _) | (_, true, true, true) => Some("UTF-32"),
        (true, _, true, _) if none(1) && none(3) => Some("UTF-16"),
        (_, true, _, true) if none(0) && none(2) => Some("UTF-16"),
        _ => None,
    }
}

/// Describes a byte that is invalid in UTF-8.
fn describe_invalid_byte(rest: &[u8], at_end: bool) -> String {
    let byte = rest.first().copied().unwrap_or_default();
    // A single byte may as well be the last letter of a text in another encoding.
    if at_end && rest.len() > 1 {
        return "the file ends in the middle of a character: it was cut off".to_owned();
    }
    let meant = match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte) - 0x80],
        byte => char::from(byte),
    };
    if meant == '\0' {
        format!("the byte 0x{byte:02X} here is not valid UTF-8")
    } else {
        format!("the byte 0x{byte:02X} here is not valid UTF-8; in Windows-1252 it is `{meant}`")
    }
}

/// Finds the first hidden character of a text; returns its byte offset.
pub(super) fn first_hidden_offset(text: &str) -> Option<(usize, char)> {
    let (number, c) = first_hidden(text)?;
    let (offset, _) = text.char_indices().nth(number)?;
    Some((offset, c))
}
