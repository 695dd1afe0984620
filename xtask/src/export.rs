//! `export`: writes a dispute in another format.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};
use clap::ValueEnum;
use says_who_cli::problems;
use says_who_formats::format::Dispute;
use says_who_formats::sheet;

use crate::build;
use crate::project::Project;
use crate::{terminal, text_file};

/// The output format.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Everything, as one document.
    Json,
    /// A row for each statement.
    Csv,
    /// For reading.
    Markdown,
}

/// The cell separator of CSV.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Separator {
    /// A comma.
    #[default]
    Comma,
    /// A semicolon, for an Excel that has a decimal comma.
    Semicolon,
    /// A tab.
    Tab,
}

/// The options of the command.
pub(crate) struct Options {
    /// The dispute's id.
    pub(crate) name: String,
    /// The output format.
    pub(crate) format: Format,
    /// The cell separator of CSV.
    pub(crate) separator: Separator,
    /// The output file; stdout if `None`.
    pub(crate) out: Option<PathBuf>,
}

/// Writes or prints the dispute.
pub(crate) fn run(project: &Project, data: &Path, options: &Options) -> Result<ExitCode> {
    let (name, format) = (options.name.as_str(), options.format);
    let library = match says_who_files::library(data) {
        Ok(library) => library,
        Err(report) => {
            err!("{}", problems::render(report.problems()));
            return Ok(ExitCode::FAILURE);
        }
    };
    let ids: Vec<&str> = library.disputes.iter().map(|d| d.id.as_str()).collect();
    if !ids.contains(&name) {
        bail!("there is no dispute `{name}`; there are {}", ids.join(", "));
    }
    let text = match format {
        Format::Markdown => build::markdown(project, data, name)?,
        Format::Json | Format::Csv => {
            let files = says_who_files::read_folder(data).map_err(|report| anyhow!("{report}"))?;
            let dispute = Dispute::from_files(name, &files)?;
            match format {
                Format::Csv => sheet::export_with(
                    &dispute,
                    match options.separator {
                        Separator::Comma => sheet::Separator::Comma,
                        Separator::Semicolon => sheet::Separator::Semicolon,
                        Separator::Tab => sheet::Separator::Tab,
                    },
                ),
                _ => format!("{}\n", serde_json::to_string_pretty(&dispute)?),
            }
        }
    };
    match &options.out {
        None => terminal::text(&text),
        Some(file) => {
            text_file::write_atomically(file, &text)?;
            out!("{} is written", file.display());
        }
    }
    Ok(ExitCode::SUCCESS)
}
