//! Validates an imported dispute before its files are written.

use says_who_model::read::{self, InputFile};

use crate::format::Dispute;
use crate::{OutputFile, dispute_files};

/// A broken rule, and the value that breaks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidationError {
    /// The name of the rule.
    pub rule: &'static str,
    /// The file that would have the value, below the dispute's folder.
    pub file: String,
    /// The path of the value in the file: its keys and indices; empty for the whole
    /// file.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// The files of a dispute's folder, if they pass every rule except that quotations
/// are verified. For `schemas` see [`dispute_files`].
///
/// # Errors
///
/// Every broken rule.
pub fn validate(dispute: &Dispute, schemas: &str) -> Result<Vec<OutputFile>, Vec<ValidationError>> {
    let files = dispute_files(dispute, schemas);
    let folder = format!("{}/", dispute.id.as_str());
    let mut inputs: Vec<InputFile> = files
        .iter()
        .map(|file| InputFile {
            path: format!("{folder}{}", file.path),
            bytes: file.written.text.clone().into_bytes(),
        })
        .collect();
    inputs.push(InputFile {
        path: "library.toml".to_owned(),
        bytes: format!("disputes = [\"{}\"]\n", dispute.id.as_str()).into_bytes(),
    });
    let Err(report) = read::check_except_quotations("", &inputs) else {
        return Ok(files);
    };
    let errors = report.problems().iter().map(|problem| {
        let file = problem.file().trim_start_matches('/');
        let file = file.strip_prefix(&folder).unwrap_or(file);
        let found = files.iter().find(|known| known.path == file);
        let path = found.and_then(|known| known.written.path_at(problem.line(), problem.column()));
        ValidationError {
            rule: problem.rule(),
            file: file.to_owned(),
            path: path.unwrap_or_default().to_owned(),
            message: problem.message().to_owned(),
            help: problem.help().to_owned(),
        }
    });
    Err(errors.collect())
}
