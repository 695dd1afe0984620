//! Recognises files that are not CSV by their first bytes.

use super::SAVE_AS_CSV;

/// A message that says what the file is, and a help text.
type Mismatch = (String, String);

fn not_csv(what: &str) -> Mismatch {
    (format!("this is {what}, not CSV"), SAVE_AS_CSV.to_owned())
}

/// Recognises a binary format by its magic number.
pub(super) fn from_bytes(bytes: &[u8]) -> Option<Mismatch> {
    let has = |part: &str| {
        let part = part.as_bytes();
        bytes.windows(part.len()).any(|window| window == part)
    };
    let what = match bytes {
        [b'P', b'K', 3 | 5 | 7, 4 | 6 | 8, ..] if has("opendocument.spreadsheet") => {
            "an OpenDocument spreadsheet (.ods)"
        }
        [b'P', b'K', 3 | 5 | 7, 4 | 6 | 8, ..] if has("xl/") => "an Excel workbook (.xlsx)",
        [b'P', b'K', 3 | 5 | 7, 4 | 6 | 8, ..] if has("Index/") => "a Numbers document (.numbers)",
        [b'P', b'K', 3 | 5 | 7, 4 | 6 | 8, ..] if has("word/") => "a Word document (.docx)",
        [b'P', b'K', 3 | 5 | 7, 4 | 6 | 8, ..] => "a ZIP archive",
        [0xd0, 0xcf, 0x11, 0xe0, ..] | [9, 0 | 2 | 4 | 8, 4..=16, 0, ..] => {
            "an Excel workbook (.xls)"
        }
        [0x1f, 0x8b, ..] => "a gzip archive",
        [b'%', b'P', b'D', b'F', ..] => "a PDF",
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => {
            "a picture"
        }
        [b'b', b'p', b'l', b'i', b's', b't', ..] => "a property list",
        [b'P', b'A', b'R', b'1', ..] => "a Parquet file",
        [b'S', b'Q', b'L', b'i', b't', b'e', ..] => "a SQLite database",
        _ => return None,
    };
    Some(not_csv(what))
}

/// Recognises a text format by its first characters.
pub(super) fn from_text(text: &str) -> Option<Mismatch> {
    let start = text.trim_start();
    let begins = |with: &str| {
        let start = start.get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    let what = if [
        "<html",
        "<!doctype html",
        "<table",
        "<meta",
        "<head",
        "<body",
    ]
    .into_iter()
    .any(begins)
    {
        "a page in HTML"
    } else if begins("<?xml") || begins("<workbook") {
        "XML"
    } else if begins("{\\rtf") {
        "rich text (.rtf)"
    } else if start.starts_with("ID;P") {
        "a SYLK file (.slk)"
    } else if start.starts_with("TABLE\r") || start.starts_with("TABLE\n") {
        "a DIF file (.dif)"
    } else {
        return None;
    };
    Some(not_csv(what))
}
