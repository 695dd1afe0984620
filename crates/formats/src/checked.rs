//! A dispute from elsewhere, held against the rules before a file is written.

use says_who_model::read::{self, InputFile};

use crate::OutputFile;
use crate::format::Dispute;

/// What is wrong, and with which value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The rule that is broken, by its name.
    pub rule: &'static str,
    /// The file in which the value would stand, below the dispute's folder.
    pub file: String,
    /// The keys and numbers that lead to the value there; nothing where it is
    /// the file as a whole.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// The files of a dispute's folder, if they keep every rule but that quotations
/// are verified; `schemas` is as in [`Dispute::to_files`].
///
/// # Errors
///
/// Everything that breaks a rule.
pub fn checked(dispute: &Dispute, schemas: &str) -> Result<Vec<OutputFile>, Vec<Trouble>> {
    let files = dispute.to_files(schemas);
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
    let Err(report) = read::but_for_quotations("", &inputs) else {
        return Ok(files);
    };
    let troubles = report.problems().iter().map(|problem| {
        let file = problem.file().trim_start_matches('/');
        let file = file.strip_prefix(&folder).unwrap_or(file);
        let found = files.iter().find(|known| known.path == file);
        let path = found.and_then(|known| known.written.at(problem.line(), problem.column()));
        Trouble {
            rule: problem.rule(),
            file: file.to_owned(),
            path: path.unwrap_or_default().to_owned(),
            message: problem.message().to_owned(),
            help: problem.help().to_owned(),
        }
    });
    Err(troubles.collect())
}
