//! From the bytes of data files to a validated library, or to every problem in
//! them. No file is opened here: callers hand over names and bytes.

mod dates;
mod fields;
mod problem;
mod raw;
mod resolve;
mod rules;
mod text;
mod wording;

pub use problem::{Problem, Report};
pub use rules::{RULES, Rule};

use crate::Library;
use problem::Problems;

/// A file of a data folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its path below the data folder, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Reads a library. `root` stands before each path in the problems.
///
/// # Errors
///
/// Every problem of every file, in the order of files and lines.
pub fn library(root: &str, files: &[InputFile]) -> Result<Library, Report> {
    let mut problems = Problems::new(root);
    let raw = raw::library(files, &mut problems);
    for rule in RULES {
        if let Some(check) = rule.check {
            check(&raw, &mut problems);
        }
    }
    problems.finish()?;
    resolve::library(&raw).ok_or_else(|| {
        // No rule found what stands in the way; that is a hole in the rules, and
        // still no reason to stop with less than a sentence.
        Report::of(
            format!("{root}/library.toml"),
            "fields",
            "the data can't be put together",
            "look for a reference to something that isn't there, and report this message",
        )
    })
}
