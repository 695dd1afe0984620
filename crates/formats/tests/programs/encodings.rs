//! Sheets in other encodings than UTF-8, and files that are no text.

use says_who_formats::input;
use says_who_formats::sheet::export;

use super::support::{disputes, problems, reimport};

/// The characters of Windows-1252 from 0x80 to 0x9f.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The upper half of code page 850, which Windows consoles use.
const CONSOLE: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

pub(super) fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16();
    [0xff, 0xfe]
        .into_iter()
        .chain(units.flat_map(u16::to_le_bytes))
        .collect()
}

/// Decodes bytes with a code page whose upper half is `upper`.
fn decode_with(upper: &str, bytes: &[u8]) -> String {
    let upper: Vec<char> = upper.chars().collect();
    let taken = bytes.iter().map(|&byte| match usize::from(byte) {
        ascii @ 0..0x80 => char::from_u32(ascii as u32).unwrap(),
        byte => upper
            .get(byte - 0x80)
            .copied()
            .unwrap_or(char::from_u32(byte as u32).unwrap()),
    });
    taken.collect()
}

#[test]
fn text_in_the_wrong_encoding_is_one_problem() {
    for dispute in disputes() {
        let sheet = export(dispute);
        let text = sheet.trim_start_matches('\u{feff}');
        for (read_as, garbled, help) in [
            (
                "Windows-1252",
                decode_with(WINDOWS, text.as_bytes()),
                "UTF-8",
            ),
            (
                "code page 850",
                decode_with(CONSOLE, text.as_bytes()),
                "--out",
            ),
            (
                "code page 850",
                decode_with(CONSOLE, sheet.as_bytes()),
                "--out",
            ),
        ] {
            let twice = decode_with(WINDOWS, garbled.as_bytes());
            for bytes in [garbled.as_bytes(), &utf16(&garbled), twice.as_bytes()] {
                let found = reimport(dispute, bytes).unwrap_err();
                let message = &found[0].message;
                assert!(message.contains("before a program read it as"), "{message}");
                assert_eq!(found.len(), 1, "{found:#?}");
            }
            let found = reimport(dispute, garbled.as_bytes()).unwrap_err();
            assert!(found[0].message.contains(read_as), "{found:#?}");
            assert!(found[0].help.contains(help), "{found:#?}");
        }
        // Characters that the old encoding lacks have become question marks.
        let asked = sheet.replace(['“', '”', '’'], "?");
        assert!(reimport(dispute, asked.as_bytes()).is_err());
    }
}

#[test]
fn legacy_encodings_and_workbooks_are_one_problem_each() {
    let old = b"point,said\r\np,\"one\r\ntwo\"\r\np,\x93a formal notice\x94\r\np,\x93b\x94\r\n";
    let found = problems(old);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].row, found[0].column.as_str()), (3, "said"));
    assert!(found[0].help.contains("CSV UTF-8"));
    for other in [
        &b"PK\x03\x04 xl/workbook.xml"[..],
        b"\xd0\xcf\x11\xe0\xa1\xb1",
    ] {
        let found = problems(other);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].message.contains("Excel workbook"));
    }
    for controls in ["said\np,a\0b", "\0\0\0\0", "id,said,point\na,x\u{1b}[31m,p"] {
        for problem in problems(controls.as_bytes()) {
            let shown = problem.to_string();
            assert!(
                shown.chars().all(|c| c == '\n' || !c.is_control()),
                "{shown:?}"
            );
        }
    }
    assert!(input::is_json(
        &input::text("\u{feff}{\"id\": 1}".as_bytes()).unwrap()
    ));
}
