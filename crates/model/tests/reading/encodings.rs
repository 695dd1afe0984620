//! Files in other encodings, and with other line endings.

use says_who_model::read::{InputFile, library};

use super::edits::with;
use super::support::fixture;

/// These bytes are not valid text, so they can't be in the corpora.
#[test]
fn other_encodings_are_reported_once_per_file() {
    const FILE: &str = "bridge-repair/sources.toml";
    let text = "[a-source]\noutlet = \"The “Courier”\"\n";
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
    for (bytes, at, says) in [
        (wide(u16::to_le_bytes), "1:1", "UTF-16"),
        (wide(u16::to_be_bytes), "1:1", "UTF-16"),
        (marked(b"\xff\xfe", wide(u16::to_le_bytes)), "1:1", "UTF-16"),
        (marked(b"\xfe\xff", wide(u16::to_be_bytes)), "1:1", "UTF-16"),
        (
            b"[a]\noutlet = \"\x93Courier\x94\"\n".to_vec(),
            "2:11",
            "in Windows-1252 it is `“`",
        ),
        (text.as_bytes()[..27].to_vec(), "2:15", "cut off"),
        (b"PK\x03\x04 and more".to_vec(), "1:1", "office program"),
        (b"a = 1\rb = 2\r".to_vec(), "1:6", "U+000D"),
    ] {
        let report = with(FILE, |old| *old = bytes).unwrap_err();
        let mut of_file = report
            .problems()
            .iter()
            .filter(|one| one.file().ends_with(FILE));
        let problem = of_file.next().unwrap().to_string();
        assert!(
            problem.contains(&format!(":{at}: error[text]: ")),
            "{problem}"
        );
        assert!(problem.contains(says), "{problem}");
        assert_eq!(of_file.next(), None);
    }
}

#[test]
fn a_byte_order_mark_and_crlf_are_accepted() {
    let plain = library("data", &fixture()).unwrap();
    let mut files = fixture();
    let data = |file: &&mut InputFile| file.path.ends_with(".toml");
    for file in files.iter_mut().filter(data) {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    }
    assert_eq!(library("data", &files).unwrap(), plain);
}
