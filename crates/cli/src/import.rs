//! `import`: makes a dispute from a spreadsheet or from JSON.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use says_who_formats::format::{Dispute, Head, Id, VERSION};
use says_who_formats::input;
use says_who_formats::sheet::{self, Imported, SheetProblem};
use says_who_formats::{OutputFile, validate};
use says_who_model::read::garbled;

use crate::data_folder::as_argument;
use crate::today::today;
use crate::{dispute_folder, import_replace, new};

/// The path from a dispute's folder to the schemas.
pub const SCHEMAS: &str = "../.schema/";

/// The options of the command.
pub struct Options {
    /// The data folder.
    pub data: PathBuf,
    /// The data folder as the user gave it, for the commands that are printed.
    pub given: Option<PathBuf>,
    /// The file to import.
    pub file: PathBuf,
    /// The dispute's name.
    pub name: String,
    /// Whether to update the existing dispute of that name.
    pub replace: bool,
    /// Whether to remove content that the file lacks from the dispute.
    pub remove: bool,
}

/// The parsed file.
pub struct ParsedFile {
    pub dispute: Dispute,
    pub files: Vec<OutputFile>,
    /// What was skipped or read differently; each line starts with the position.
    notes: Vec<String>,
    is_sheet: bool,
}

/// Problems of the file; each line starts with the position.
type ProblemLines = Vec<String>;

/// Reads and checks the file, then writes the dispute. If there is any problem,
/// nothing is written.
pub fn run(options: &Options) -> Result<ExitCode> {
    let id = dispute_folder::parse_id(&options.name)?;
    let folder = options.data.join(id.as_str());
    let before = match (folder.exists(), options.replace) {
        (true, true) => Some(import_replace::read_existing(&options.data, id.as_str())?),
        (true, false) => bail!(
            "{} already exists; choose another name, or update it from the file with `--replace`",
            folder.display()
        ),
        (false, true) => bail!("there is no {} to replace", folder.display()),
        (false, false) => None,
    };
    let file = options.file.display();
    let bytes = fs::read(&options.file).with_context(|| format!("{file} can't be read"))?;
    let read = match parse_file(id.as_str(), before.as_ref(), &bytes)? {
        Ok(read) => read,
        Err(problems) => {
            for problem in &problems {
                err!("{file}, {problem}\n");
            }
            match problems.len() {
                1 => err!("1 problem; nothing was written"),
                count => err!("{count} problems; nothing was written"),
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    for note in &read.notes {
        err!("{file}, {note}");
    }
    if let Some(before) = before {
        return import_replace::update(options, &id, &before, &read);
    }
    let texts: Vec<(String, String)> = read
        .files
        .into_iter()
        .map(|file| (file.path, file.written.text))
        .collect();
    dispute_folder::create(&options.data, &id, &texts)?;
    if read.is_sheet {
        out!("A sheet has no question, summary or method: write over those in dispute.toml.");
        out!("Then verify what is quoted, and look:");
        print_next_commands(options);
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the commands to run next, for the folder that was given.
pub fn print_next_commands(options: &Options) {
    let folder = options.given.as_deref().map(as_argument);
    let (last, for_serve) = match &folder {
        Some(folder) => (format!(" {folder}"), format!(" --data {folder}")),
        None => (String::new(), String::new()),
    };
    out!("  says-who quotes --texts FOLDER{last}");
    out!("  says-who check{last}");
    out!("  says-who serve{for_serve}");
}

/// Parses the file as JSON or as a sheet, by its content; the name does not matter.
fn parse_file(
    id: &str,
    before: Option<&Dispute>,
    bytes: &[u8],
) -> Result<Result<ParsedFile, ProblemLines>> {
    match input::text(bytes) {
        Ok(text) if input::is_json(&text) => Ok(parse_json(id, &text)),
        _ => parse_sheet(id, before, bytes),
    }
}

fn parse_sheet(
    id: &str,
    before: Option<&Dispute>,
    bytes: &[u8],
) -> Result<Result<ParsedFile, ProblemLines>> {
    let imported = match before {
        Some(before) => sheet::import_into(before, bytes),
        None => {
            let head: Head = toml::from_str(&new::dispute_toml(today()?))
                .context("the template of dispute.toml is not of the format")?;
            sheet::import(&Id::from(id), &head, bytes)
        }
    };
    let checked = |imported: Imported| {
        let files = imported.validate(SCHEMAS)?;
        let notes = imported.notes.iter().map(ToString::to_string).collect();
        Ok(ParsedFile {
            dispute: imported.dispute,
            files,
            notes,
            is_sheet: true,
        })
    };
    let read = imported.and_then(checked);
    Ok(read.map_err(|problems| problems.iter().map(SheetProblem::to_string).collect()))
}

fn parse_json(id: &str, text: &str) -> Result<ParsedFile, ProblemLines> {
    let garbled = text
        .lines()
        .enumerate()
        .find_map(|(index, line)| Some((index + 1, garbled(line)?)));
    if let Some((line, found)) = garbled {
        let help =
            "export it again with `--out FILE`; a `>` in PowerShell writes it in another encoding";
        return Err(vec![format!(
            "line {line}: `{}` was `{}` before a program read it as {}\n  help: {help}",
            found.seen.escape_debug(),
            found.meant.escape_debug(),
            found.read_as
        )]);
    }
    let mut dispute: Dispute = serde_json::from_str(text).map_err(|error| {
        let help = "give what `says-who export --format json` wrote, or what its schema says";
        vec![format!("{error}\n  help: {help}")]
    })?;
    if !(1..=VERSION).contains(&dispute.format) {
        return Err(vec![format!(
            "the data is in version {} of the format\n  help: this program reads versions 1 to {VERSION}; use a newer one",
            dispute.format
        )]);
    }
    dispute.id = Id::from(id);
    let files = validate(&dispute, SCHEMAS).map_err(|errors| -> ProblemLines {
        let line = |error: says_who_formats::ValidationError| {
            let file = error.file.trim_end_matches(".toml").replace('/', ".");
            let place = match error.path.as_str() {
                "" => file,
                path => format!("{file}.{path}"),
            };
            format!("{place}: {}\n  help: {}", error.message, error.help)
        };
        errors.into_iter().map(line).collect()
    })?;
    Ok(ParsedFile {
        dispute,
        files,
        notes: Vec::new(),
        is_sheet: false,
    })
}
