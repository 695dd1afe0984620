//! `export`: writes a dispute in another format.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};
use clap::ValueEnum;
use says_who_formats::format::Dispute;
use says_who_formats::sheet;

use crate::{problems, terminal, text_file};

/// The output format.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Everything, as one document.
    Json,
    /// A row for each statement.
    Csv,
    /// For reading.
    Markdown,
}

/// The cell separator of CSV.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Separator {
    /// A comma.
    #[default]
    Comma,
    /// A semicolon, for an Excel that has a decimal comma.
    Semicolon,
    /// A tab.
    Tab,
}

impl From<Separator> for sheet::Separator {
    fn from(separator: Separator) -> Self {
        match separator {
            Separator::Comma => Self::Comma,
            Separator::Semicolon => Self::Semicolon,
            Separator::Tab => Self::Tab,
        }
    }
}

/// The options of the command.
pub struct Options {
    /// The dispute's id.
    pub name: String,
    /// The output format.
    pub format: Format,
    /// The cell separator of CSV.
    pub separator: Separator,
    /// The output file; stdout if `None`.
    pub out: Option<PathBuf>,
}

/// Writes or prints the dispute.
pub fn run(data: &Path, options: &Options) -> Result<ExitCode> {
    let (name, format) = (options.name.as_str(), options.format);
    let library = match says_who_files::library(data) {
        Ok(library) => library,
        Err(report) => {
            err!("{}", problems::render(report.problems()));
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut disputes = library.disputes.iter();
    let Some(dispute) = disputes.find(|dispute| dispute.id.as_str() == name) else {
        let ids = library.disputes.iter().map(|dispute| dispute.id.as_str());
        let ids: Vec<&str> = ids.collect();
        bail!("there is no dispute `{name}`; there are {}", ids.join(", "));
    };
    let table = || {
        let files = says_who_files::read_folder(data).map_err(|report| anyhow!("{report}"))?;
        anyhow::Ok(Dispute::from_files(name, &files)?)
    };
    let text = match format {
        Format::Markdown => says_who_site::markdown(&library.site, dispute),
        Format::Csv => sheet::export_with(&table()?, options.separator.into()),
        Format::Json => format!("{}\n", serde_json::to_string_pretty(&table()?)?),
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
