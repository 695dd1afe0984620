//! A dispute from a spreadsheet, or from JSON.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use says_who_exchange::format::{Dispute, Head, Id};
use says_who_exchange::sheet::{self, SheetProblem};
use says_who_exchange::{OutputFile, checked};

use crate::today::today;
use crate::{data_folder, dispute_folder, new};

/// The way from a dispute's folder to the schemas.
const SCHEMAS: &str = "../.schema/";

/// Reads the file, checks what is in it, and writes the dispute `name`. Where
/// anything is wrong, nothing is written.
pub(crate) fn run(data: &Path, file: &Path, name: &str) -> Result<ExitCode> {
    let id = dispute_folder::id(name)?;
    let bytes = fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
    let extension = file.extension().and_then(|extension| extension.to_str());
    let (files, from_sheet) = match extension {
        Some("csv" | "tsv" | "txt") => (of_sheet(id.as_str(), &bytes)?, true),
        Some("json") => (of_json(id.as_str(), &bytes), false),
        _ => bail!(
            "{} is neither `.csv` nor `.json`; a spreadsheet program saves as CSV",
            file.display()
        ),
    };
    let files = match files {
        Ok(files) => files,
        Err(problems) => {
            for problem in &problems {
                err!("{}, {problem}\n", file.display());
            }
            match problems.len() {
                1 => err!("1 problem; nothing was written"),
                count => err!("{count} problems; nothing was written"),
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    let texts: Vec<(String, String)> = files
        .into_iter()
        .map(|file| (file.path, file.written.text))
        .collect();
    dispute_folder::add(data, &id, &texts)?;
    let folder = data_folder::shown(data);
    if from_sheet {
        out!(
            "A sheet has no question, summary or method: write over those in dispute.toml.\nThen verify what is quoted, and look:\n  cargo xtask quotes --texts FOLDER {folder}\n  cargo xtask check {folder}\n  cargo xtask serve --data {folder}"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// What is wrong, in lines that begin with the place.
type Files = Result<Vec<OutputFile>, Vec<String>>;

fn of_sheet(id: &str, bytes: &[u8]) -> Result<Files> {
    let head: Head = toml::from_str(&new::head(today()?))
        .context("the template of dispute.toml is not of the format")?;
    let lines = |mut problems: Vec<SheetProblem>| -> Vec<String> {
        problems.sort();
        problems.dedup();
        problems.iter().map(SheetProblem::to_string).collect()
    };
    let imported = match sheet::import(&Id::from(id), &head, bytes) {
        Ok(imported) => imported,
        Err(problems) => return Ok(Err(lines(problems))),
    };
    Ok(checked(&imported.dispute, SCHEMAS).map_err(|troubles| {
        let problem = |trouble: says_who_exchange::Trouble| {
            let (row, column) = imported.origin(&trouble.file, &trouble.path);
            SheetProblem {
                row,
                column: column.to_owned(),
                message: trouble.message,
                help: trouble.help,
            }
        };
        lines(troubles.into_iter().map(problem).collect())
    }))
}

fn of_json(id: &str, bytes: &[u8]) -> Files {
    let mut dispute: Dispute = serde_json::from_slice(bytes).map_err(|error| {
        let help = "give what `cargo xtask export --format json` wrote, or what its schema says";
        vec![format!("{error}\n  help: {help}")]
    })?;
    dispute.id = Id::from(id);
    checked(&dispute, SCHEMAS).map_err(|troubles| {
        let line = |trouble: says_who_exchange::Trouble| {
            let file = trouble.file.trim_end_matches(".toml").replace('/', ".");
            let place = match trouble.path.as_str() {
                "" => file,
                path => format!("{file}.{path}"),
            };
            format!("{place}: {}\n  help: {}", trouble.message, trouble.help)
        };
        troubles.into_iter().map(line).collect()
    })
}
