//! Any bytes as the files of a data folder: a library or a report, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use says_who_model::read::{InputFile, library};

/// The prefix of a line with the path of a file.
const FILE: &str = "#### ";

/// Splits one input into files, each after a line with its path.
fn files(bytes: &[u8]) -> Vec<InputFile> {
    let mut files: Vec<InputFile> = Vec::new();
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        match line.strip_prefix(FILE.as_bytes()) {
            Some(path) => files.push(InputFile {
                path: String::from_utf8_lossy(path).trim().to_owned(),
                bytes: Vec::new(),
            }),
            None => {
                if let Some(file) = files.last_mut() {
                    file.bytes.extend_from_slice(line);
                }
            }
        }
    }
    files
}

fuzz_target!(|bytes: &[u8]| {
    match library("data", &files(bytes)) {
        Ok(library) => {
            // Figures of valid data can't fail either.
            for dispute in &library.disputes {
                let _ = dispute.figures();
            }
        }
        Err(report) => assert!(!report.problems().is_empty() && !report.to_string().is_empty()),
    }
});
