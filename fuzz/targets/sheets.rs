//! Any bytes as a spreadsheet: problems with their cells, or a dispute whose export
//! imports as the same sheet.
#![no_main]

use libfuzzer_sys::fuzz_target;
use says_who_formats::format::{Head, Id};
use says_who_formats::sheet::{export, import};
use says_who_formats::validate;

const HEAD: &str = r#"
question = "What?"
setting = "2021"
language = "en"
as-of = 2021-03-10
summary = ["So."]
order-note = "So."
method = ["So."]
points = []
side = []
"#;

fuzz_target!(|bytes: &[u8]| {
    let head: Head = toml::from_str(HEAD).expect("a head");
    match import(&Id::from("a"), &head, bytes) {
        Err(problems) => assert!(!problems.is_empty()),
        Ok(imported) => {
            let _ = validate(&imported.dispute, "");
            let sheet = export(&imported.dispute);
            let again = import(&Id::from("a"), &head, sheet.as_bytes());
            let again = again.unwrap_or_else(|problems| panic!("{problems:?}\n{sheet}"));
            assert_eq!(export(&again.dispute), sheet);
        }
    }
});
