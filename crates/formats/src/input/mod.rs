//! Decodes the bytes of an author's file, in whatever encoding a program wrote it.

mod file_type;
mod utf;

use std::borrow::Cow;

/// Why a file can't be read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotText {
    /// What it is, or what is wrong with it.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The number of bytes that are valid UTF-8, if the file seems to be text.
    pub valid_up_to: Option<usize>,
}

/// Help text: how to save a sheet in each program without losing characters.
pub const SAVE_AS_CSV: &str = "save the sheet as CSV in UTF-8: in Excel as “CSV UTF-8 (Comma delimited)”, in LibreOffice as “Text CSV” with the character set “Unicode (UTF-8)”, in Google Sheets with File, Download, “Comma-separated values”, in Numbers with File, Export To, CSV and the text encoding “Unicode (UTF-8)”";

/// The text of a file in UTF-8, UTF-16 or UTF-32, without byte order marks.
///
/// # Errors
///
/// The file is not text: what it seems to be.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    let text = match utf::decode(bytes) {
        Some(decoded) => decoded.map_err(|message| NotText {
            message: message.to_owned(),
            help: SAVE_AS_CSV.to_owned(),
            valid_up_to: None,
        })?,
        None => {
            if let Some((message, help)) = file_type::from_bytes(bytes) {
                return Err(NotText {
                    message,
                    help,
                    valid_up_to: None,
                });
            }
            Cow::Borrowed(std::str::from_utf8(bytes).map_err(|error| NotText {
                message: "the file is not UTF-8: it is in an older encoding, such as Windows-1252, Windows-1251 or Mac Roman".to_owned(),
                help: format!("nothing tells them apart for certain, so {SAVE_AS_CSV}"),
                valid_up_to: Some(error.valid_up_to()),
            })?)
        }
    };
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches('\u{feff}')),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches('\u{feff}').to_owned()),
    };
    match file_type::from_text(&text) {
        Some((message, help)) => Err(NotText {
            message,
            help,
            valid_up_to: None,
        }),
        None => Ok(text),
    }
}

/// Whether a text is JSON and not a sheet.
#[must_use]
pub fn is_json(text: &str) -> bool {
    let mut chars = text.trim_start().chars();
    chars.next() == Some('{') && chars.find(|c| !c.is_whitespace()) == Some('"')
}

#[cfg(test)]
mod tests {
    use super::{is_json, text};

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_unicode_encoding_is_read_with_its_mark_and_without() {
        let sheet = "point,said\r\np,“Привет” 😀\r\n";
        let marked = format!("\u{feff}{sheet}");
        let utf32 = |big: bool| -> Vec<u8> {
            let bytes = |c: char| {
                let c = u32::from(c);
                if big {
                    c.to_be_bytes()
                } else {
                    c.to_le_bytes()
                }
            };
            marked.chars().flat_map(bytes).collect()
        };
        for bytes in [
            sheet.as_bytes().to_vec(),
            marked.as_bytes().to_vec(),
            format!("\u{feff}{marked}").into_bytes(),
            utf16(&marked, false),
            utf16(&marked, true),
            utf16(sheet, false),
            utf16(sheet, true),
            utf32(false),
            utf32(true),
        ] {
            assert_eq!(text(&bytes).expect("text"), sheet, "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_sheet_is_named() {
        let zip = |name: &str| [b"PK\x03\x04\x14\x00..", name.as_bytes()].concat();
        for (bytes, said) in [
            (zip("xl/workbook.xml"), "Excel workbook (.xlsx)"),
            (
                zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
                "OpenDocument spreadsheet (.ods)",
            ),
            (zip("Index/Document.iwa"), "Numbers document"),
            (zip("word/document.xml"), "Word document (.docx)"),
            (zip("sheet.csv"), "ZIP archive"),
            (
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
                "Excel workbook (.xls)",
            ),
            (b"%PDF-1.7".to_vec(), "PDF"),
            (b"\x1f\x8b\x08".to_vec(), "gzip"),
            (b"{\\rtf1\\ansi".to_vec(), "rich text"),
            (b"ID;PWXL;N;E\r\nP;PGeneral\r\n".to_vec(), "SYLK"),
            (b"TABLE\r\n0,1\r\n\"EXCEL\"\r\n".to_vec(), "DIF"),
            (b"<html><table>".to_vec(), "HTML"),
            ("\u{feff} <!DOCTYPE html>".into(), "HTML"),
            (b"<?xml version=\"1.0\"?>".to_vec(), "XML"),
            (b"\x89PNG\r\n".to_vec(), "picture"),
            (utf16("<html>", false), "HTML"),
            (b"\xFF\xFEa".to_vec(), "cut off"),
            (b"said\r\n\x93a formal notice\x94".to_vec(), "not UTF-8"),
        ] {
            let error = text(&bytes).expect_err("no sheet");
            assert!(error.message.contains(said), "{said}: {error:?}");
            assert!(!error.help.is_empty());
        }
        assert!(is_json("\n { \"id\": 1 }") && !is_json("{a},b\n"));
    }
}
