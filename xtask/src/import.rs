//! A dispute from a spreadsheet, or from JSON.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use says_who_formats::format::{Dispute, Head, Id};
use says_who_formats::input;
use says_who_formats::sheet::{self, Imported, SheetProblem};
use says_who_formats::{OutputFile, checked};
use says_who_model::read::garbled;

use crate::today::today;
use crate::{dispute_folder, new, replace};

/// The way from a dispute's folder to the schemas.
pub(crate) const SCHEMAS: &str = "../.schema/";

/// What to import, and where to.
pub(crate) struct Options {
    /// The data folder.
    pub(crate) data: PathBuf,
    /// The same as it was given, for commands that are shown.
    pub(crate) given: Option<PathBuf>,
    /// The file.
    pub(crate) file: PathBuf,
    /// The dispute's name.
    pub(crate) name: String,
    /// Whether a dispute of that name is there, to be brought to what the file has.
    pub(crate) replace: bool,
    /// Whether what is not in the file is to be taken out of it.
    pub(crate) remove: bool,
}

/// What was read.
pub(crate) struct Read {
    pub(crate) dispute: Dispute,
    pub(crate) files: Vec<OutputFile>,
    /// What was left out or read otherwise, in lines that begin with the place.
    notes: Vec<String>,
    from_sheet: bool,
}

/// What is wrong, in lines that begin with the place.
type Wrong = Vec<String>;

/// Reads the file, checks what is in it, and writes the dispute. Where anything
/// is wrong, nothing is written.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let id = dispute_folder::id(&options.name)?;
    let folder = options.data.join(id.as_str());
    let before = match (folder.exists(), options.replace) {
        (true, true) => Some(replace::before(&options.data, id.as_str())?),
        (true, false) => bail!(
            "{} is there already; choose another name, or bring it to what the file has with `--replace`",
            folder.display()
        ),
        (false, true) => bail!("there is no {} to replace", folder.display()),
        (false, false) => None,
    };
    let file = options.file.display();
    let bytes = fs::read(&options.file).with_context(|| format!("{file} can't be read"))?;
    let read = match read(id.as_str(), before.as_ref(), &bytes)? {
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
        return replace::write(options, &id, &before, &read);
    }
    let texts: Vec<(String, String)> = read
        .files
        .into_iter()
        .map(|file| (file.path, file.written.text))
        .collect();
    dispute_folder::add(&options.data, &id, &texts)?;
    if read.from_sheet {
        out!("A sheet has no question, summary or method: write over those in dispute.toml.");
        out!("Then verify what is quoted, and look:");
        next(options);
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the commands that come next, for the folder that was given.
pub(crate) fn next(options: &Options) {
    let folder = options.given.as_deref().map(quoted);
    let (last, of_serve) = match &folder {
        Some(folder) => (format!(" {folder}"), format!(" --data {folder}")),
        None => (String::new(), String::new()),
    };
    out!("  cargo xtask quotes --texts FOLDER{last}");
    out!("  cargo xtask check{last}");
    out!("  cargo xtask serve{of_serve}");
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(char::is_whitespace) {
        format!("\"{path}\"")
    } else {
        path
    }
}

/// Reads a file by what is in it, whatever its name.
fn read(id: &str, before: Option<&Dispute>, bytes: &[u8]) -> Result<Result<Read, Wrong>> {
    match input::text(bytes) {
        Ok(text) if input::is_json(&text) => Ok(of_json(id, &text)),
        _ => of_sheet(id, before, bytes),
    }
}

fn of_sheet(id: &str, before: Option<&Dispute>, bytes: &[u8]) -> Result<Result<Read, Wrong>> {
    let imported = match before {
        Some(before) => sheet::import_into(before, bytes),
        None => {
            let head: Head = toml::from_str(&new::head(today()?))
                .context("the template of dispute.toml is not of the format")?;
            sheet::import(&Id::from(id), &head, bytes)
        }
    };
    let checked = |imported: Imported| {
        let files = imported.checked(SCHEMAS)?;
        let notes = imported.notes.iter().map(ToString::to_string).collect();
        Ok(Read {
            dispute: imported.dispute,
            files,
            notes,
            from_sheet: true,
        })
    };
    let read = imported.and_then(checked);
    Ok(read.map_err(|problems| problems.iter().map(SheetProblem::to_string).collect()))
}

fn of_json(id: &str, text: &str) -> Result<Read, Wrong> {
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
        let help = "give what `cargo xtask export --format json` wrote, or what its schema says";
        vec![format!("{error}\n  help: {help}")]
    })?;
    dispute.id = Id::from(id);
    let files = checked(&dispute, SCHEMAS).map_err(|troubles| -> Wrong {
        let line = |trouble: says_who_formats::Trouble| {
            let file = trouble.file.trim_end_matches(".toml").replace('/', ".");
            let place = match trouble.path.as_str() {
                "" => file,
                path => format!("{file}.{path}"),
            };
            format!("{place}: {}\n  help: {}", trouble.message, trouble.help)
        };
        troubles.into_iter().map(line).collect()
    })?;
    Ok(Read {
        dispute,
        files,
        notes: Vec::new(),
        from_sheet: false,
    })
}
