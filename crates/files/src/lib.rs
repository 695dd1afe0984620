//! Brings a data folder from disk to the model: the only place that reads data
//! files.

mod left_out;

pub use left_out::{LeftOut, left_out};

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use says_who_model::read::{
    self, Drafts, InputFile, Outline, Problem, QuotationsUpdate, RegisterUpdate, Report, Versions,
};
use says_who_model::{Date, Library};

/// How deep folders can lie in each other. The format needs two levels below
/// the data folder.
const MAX_DEPTH: usize = 4;

/// Reads and checks the folder.
///
/// # Errors
///
/// Every problem of every file.
pub fn library(folder: &Path) -> Result<Library, Report> {
    let files = read_folder(folder)?;
    read::library(&folder.display().to_string(), &files)
}

/// Reads and checks the folder, and looks at how even-handed it is.
///
/// # Errors
///
/// Every problem of every file.
pub fn looked_at(folder: &Path) -> Result<(Library, Vec<Problem>), Report> {
    let files = read_folder(folder)?;
    read::looked_at(&folder.display().to_string(), &files)
}

/// Reads and checks the folder, which is to be published; see
/// [`read::publishable`].
///
/// # Errors
///
/// Every problem of every file; else what is due before it may be published.
pub fn publishable(folder: &Path, examples: &[InputFile]) -> Result<Library, Report> {
    let files = read_folder(folder)?;
    read::publishable(&folder.display().to_string(), &files, examples)
}

/// The versions that a site of the folder carries; see [`read::versions`].
///
/// # Errors
///
/// Every problem of every file.
pub fn versions(folder: &Path) -> Result<Versions, Report> {
    let files = read_folder(folder)?;
    read::versions(&folder.display().to_string(), &files)
}

/// The registers without what a published site never carried; see
/// [`read::drafts`].
///
/// # Errors
///
/// Where a register can't be read, or lacks what the site carries.
pub fn drafts(folder: &Path, site: &Versions) -> Result<Vec<Drafts>, Report> {
    let files = read_folder(folder)?;
    read::drafts(&folder.display().to_string(), &files, site)
}

/// What the register of each dispute in the folder has to become.
///
/// # Errors
///
/// Every problem of every file, and what is not said of changes; see
/// [`read::registers`].
pub fn registers(folder: &Path, examples: &[InputFile]) -> Result<Vec<RegisterUpdate>, Report> {
    let files = read_folder(folder)?;
    read::registers(&folder.display().to_string(), &files, examples)
}

/// What the record of quotations of each dispute in the folder has to become;
/// see [`read::quotations`].
///
/// # Errors
///
/// Every problem of every file, or each quotation that was not found and each
/// cut that could not be confirmed.
pub fn quotations(
    folder: &Path,
    texts: &BTreeMap<String, String>,
    confirm: &BTreeSet<String>,
    today: Date,
) -> Result<Vec<QuotationsUpdate>, Report> {
    let files = read_folder(folder)?;
    read::quotations(&folder.display().to_string(), &files, texts, confirm, today)
}

/// The sentences of a source's text, and the account of them; see
/// [`read::outline`].
///
/// # Errors
///
/// Every problem of every file, or that there is no such source.
pub fn outline(folder: &Path, source: &str, text: &str) -> Result<Vec<Outline>, Report> {
    let files = read_folder(folder)?;
    read::outline(&folder.display().to_string(), &files, source, text)
}

/// Every file below the folder that may be data, in the order of their paths.
///
/// # Errors
///
/// Where the folder is missing or empty, or something in it can't be read.
pub fn read_folder(folder: &Path) -> Result<Vec<InputFile>, Report> {
    let mut reading = Reading::of(folder)?;
    reading.folder(folder, "", 0);
    if let Some(report) = Report::all(reading.problems) {
        return Err(report);
    }
    let mut files = reading.files;
    if files.is_empty() {
        return Err(Report::of(
            folder.display().to_string(),
            "files",
            "this folder holds no data",
            "add library.toml, and a folder for each dispute that it names",
        ));
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

/// What lies in the folder and is left alone, by its path below the folder, with
/// the reason; what never was data is not listed. Empty where it can't be read.
#[must_use]
pub fn left_out_of(folder: &Path) -> Vec<(String, LeftOut)> {
    let Ok(mut reading) = Reading::of(folder) else {
        return Vec::new();
    };
    reading.names_only = true;
    reading.folder(folder, "", 0);
    reading.left_out.sort();
    reading.left_out
}

/// The text of a file that is not data: of a source, to be searched.
///
/// # Errors
///
/// Where it is no file of a sensible size, or no text in UTF-8: what it is, and
/// what to do.
pub fn read_text(path: &Path) -> Result<String, String> {
    let said = |why: Why| format!("{}: {}; {}", path.display(), why.message, why.help);
    let meta = fs::metadata(path).map_err(|error| said(Why::of(&error)))?;
    let bytes = bytes_of(path, &meta).map_err(said)?;
    read::utf8_text(&bytes).map_err(|why| format!("{}: {why}", path.display()))
}

/// Why something is not read.
struct Why {
    message: String,
    help: &'static str,
}

impl Why {
    fn new(message: impl Into<String>, help: &'static str) -> Self {
        let message = message.into();
        Self { message, help }
    }

    fn of(error: &io::Error) -> Self {
        let help = match error.kind() {
            io::ErrorKind::NotFound => "look whether something else deleted it just now",
            io::ErrorKind::PermissionDenied => "let your user read it",
            _ => "look whether it can be opened in an editor",
        };
        Self::new(format!("can't be read: {error}"), help)
    }
}

/// What is in a file, if it is one of a sensible size. Nothing else is opened: to
/// read a pipe would be to wait for ever.
fn bytes_of(path: &Path, meta: &Metadata) -> Result<Vec<u8>, Why> {
    if !meta.is_file() {
        return Err(Why::new(
            format!("is {}, neither a file nor a folder", kind(meta)),
            "delete it, or put a file in its place",
        ));
    }
    let too_large = |bytes: u64| {
        Why::new(
            format!("has {bytes} bytes; the most is {}", read::MAX_BYTES),
            "split it, or check that it is the file you meant",
        )
    };
    let most = u64::try_from(read::MAX_BYTES).unwrap_or(u64::MAX);
    if meta.len() > most {
        return Err(too_large(meta.len()));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(|error| Why::of(&error))?;
    // Some files have no size until they are read.
    if bytes.len() > read::MAX_BYTES {
        return Err(too_large(most + 1));
    }
    Ok(bytes)
}

#[cfg(unix)]
fn kind(meta: &Metadata) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    let kind = meta.file_type();
    match () {
        () if kind.is_fifo() => "a pipe",
        () if kind.is_socket() => "a socket",
        () if kind.is_char_device() || kind.is_block_device() => "a device",
        () => "something special",
    }
}

#[cfg(not(unix))]
fn kind(_: &Metadata) -> &'static str {
    "something special"
}

/// A folder as it is read.
struct Reading {
    /// Where the data folder really lies.
    root: PathBuf,
    files: Vec<InputFile>,
    problems: Vec<Report>,
    left_out: Vec<(String, LeftOut)>,
    names_only: bool,
}

impl Reading {
    fn of(folder: &Path) -> Result<Self, Report> {
        let root = fs::canonicalize(folder).map_err(|error| {
            let why = match error.kind() {
                io::ErrorKind::PermissionDenied => Why::of(&error),
                _ if fs::symlink_metadata(folder).is_ok_and(|meta| meta.is_symlink()) => Why::new(
                    format!("can't be read: {error}"),
                    "give the folder that holds library.toml, and no link that leads back to itself or nowhere",
                ),
                _ => Why::new(
                    format!("can't be read: {error}"),
                    "give the folder that holds library.toml",
                ),
            };
            report(folder, &why)
        })?;
        Ok(Self {
            root,
            files: Vec::new(),
            problems: Vec::new(),
            left_out: Vec::new(),
            names_only: false,
        })
    }

    fn folder(&mut self, folder: &Path, below: &str, depth: usize) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.refused(folder, &Why::of(&error)),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let Ok(name) = entry.file_name().into_string() else {
                let help = "rename it: names are of the letters a to z, digits and hyphens";
                self.refused(&path, &Why::new("has a name that is not UTF-8", help));
                continue;
            };
            if let Some(why) = left_out(&name) {
                if why != LeftOut::Silent {
                    self.left_out.push((format!("{below}{name}"), why));
                }
            } else if let Err(why) = self.entry(&path, &format!("{below}{name}"), depth) {
                self.refused(&path, &why);
            }
        }
    }

    fn entry(&mut self, path: &Path, below: &str, depth: usize) -> Result<(), Why> {
        let mut meta = fs::symlink_metadata(path).map_err(|error| Why::of(&error))?;
        if meta.is_symlink() {
            self.stays_inside(path)?;
            meta = fs::metadata(path).map_err(|error| Why::of(&error))?;
        }
        if !meta.is_dir() {
            if !self.names_only {
                let bytes = bytes_of(path, &meta)?;
                let path = below.to_owned();
                self.files.push(InputFile { path, bytes });
            }
            return Ok(());
        }
        if below.ends_with(".toml") {
            return Err(Why::new(
                "is a folder with the name of a file",
                "delete it, or put the file that was meant in its place",
            ));
        }
        if depth == MAX_DEPTH {
            return Err(Why::new(
                "lies too deep: the data has folders for disputes, and in them `points`",
                "move or delete it",
            ));
        }
        self.folder(path, &format!("{below}/"), depth + 1);
        Ok(())
    }

    /// A link leads to a file of the data folder, or it is refused: what lies
    /// elsewhere was not meant to be published, and is not there for others.
    fn stays_inside(&self, link: &Path) -> Result<(), Why> {
        let Ok(target) = fs::canonicalize(link) else {
            return Err(Why::new(
                "is a link that leads nowhere, or back to itself",
                "mend or delete it",
            ));
        };
        if !target.starts_with(&self.root) {
            return Err(Why::new(
                "is a link that leads out of the data folder",
                "put a copy of what it leads to in its place",
            ));
        }
        if target.is_dir() {
            return Err(Why::new(
                "is a link to a folder of the data folder, which would be read twice",
                "delete it, or put a copy of the folder in its place",
            ));
        }
        Ok(())
    }

    fn refused(&mut self, path: &Path, why: &Why) {
        self.problems.push(report(path, why));
    }
}

fn report(path: &Path, why: &Why) -> Report {
    Report::of(path.display().to_string(), "files", &why.message, why.help)
}
