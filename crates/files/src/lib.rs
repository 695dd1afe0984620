//! Reads a data folder from disk and passes it to the model. The only crate that
//! reads data files.

mod ignored;

pub use ignored::{IgnoreReason, ignore_reason};

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use says_who_model::read::{
    self, InputFile, Outline, Problem, PrunedRegister, QuotationsUpdate, RegisterUpdate, Report,
    Versions,
};
use says_who_model::{Date, Library};

/// How deep folders can be nested. The format needs two levels below the data
/// folder.
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

/// Reads and checks the folder; the warnings say where it is not even-handed.
///
/// # Errors
///
/// Every problem of every file.
pub fn library_with_warnings(folder: &Path) -> Result<(Library, Vec<Problem>), Report> {
    let files = read_folder(folder)?;
    read::library_with_warnings(&folder.display().to_string(), &files)
}

/// Reads the folder and checks that it can be published; see
/// [`read::publishable`].
///
/// # Errors
///
/// Every problem of every file; if there is none, what has to be done before the
/// folder can be published.
pub fn publishable(folder: &Path, examples: &[InputFile]) -> Result<Library, Report> {
    let files = read_folder(folder)?;
    read::publishable(&folder.display().to_string(), &files, examples)
}

/// The current and the registered versions of a site built from the folder; see
/// [`read::versions`].
///
/// # Errors
///
/// Every problem of every file.
pub fn versions(folder: &Path) -> Result<Versions, Report> {
    let files = read_folder(folder)?;
    read::versions(&folder.display().to_string(), &files)
}

/// The registers without entries that were never published on `site`; see
/// [`read::prune_registers`].
///
/// # Errors
///
/// A register can't be read, or lacks versions that the site has.
pub fn prune_registers(folder: &Path, site: &Versions) -> Result<Vec<PrunedRegister>, Report> {
    let files = read_folder(folder)?;
    read::prune_registers(&folder.display().to_string(), &files, site)
}

/// The updated register of each dispute in the folder.
///
/// # Errors
///
/// Every problem of every file, and every change that no revision mentions; see
/// [`read::register_updates`].
pub fn register_updates(
    folder: &Path,
    examples: &[InputFile],
) -> Result<Vec<RegisterUpdate>, Report> {
    let files = read_folder(folder)?;
    read::register_updates(&folder.display().to_string(), &files, examples)
}

/// The updated `quotations.toml` of each dispute in the folder; see
/// [`read::search_quotations`].
///
/// # Errors
///
/// Every problem of every file, or each quotation that was not found and each
/// cut that could not be confirmed.
pub fn search_quotations(
    folder: &Path,
    texts: &BTreeMap<String, String>,
    confirm: &BTreeSet<String>,
    today: Date,
) -> Result<Vec<QuotationsUpdate>, Report> {
    let files = read_folder(folder)?;
    read::search_quotations(&folder.display().to_string(), &files, texts, confirm, today)
}

/// The sentences of a source's text, and what became of each; see
/// [`read::outline`].
///
/// # Errors
///
/// Every problem of every file, or an unknown source.
pub fn outline(folder: &Path, source: &str, text: &str) -> Result<Vec<Outline>, Report> {
    let files = read_folder(folder)?;
    read::outline(&folder.display().to_string(), &files, source, text)
}

/// Every file below the folder that may be data, sorted by path.
///
/// # Errors
///
/// The folder is missing or empty, or something in it can't be read.
pub fn read_folder(folder: &Path) -> Result<Vec<InputFile>, Report> {
    let mut reader = FolderReader::open(folder)?;
    reader.read_folder(folder, "", 0);
    if let Some(report) = Report::merged(reader.problems) {
        return Err(report);
    }
    let mut files = reader.files;
    if files.is_empty() {
        return Err(Report::single(
            folder.display().to_string(),
            "files",
            "this folder has no data",
            "add library.toml, and a folder for each dispute that it names",
        ));
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

/// The ignored files and folders, by path below the folder, with the reason. Files
/// of [`IgnoreReason::System`] are not listed. Empty if the folder can't be read.
#[must_use]
pub fn ignored_files(folder: &Path) -> Vec<(String, IgnoreReason)> {
    let Ok(mut reader) = FolderReader::open(folder) else {
        return Vec::new();
    };
    reader.names_only = true;
    reader.read_folder(folder, "", 0);
    reader.ignored.sort();
    reader.ignored
}

/// The text of a file that is not data: the text of a source, to be searched.
///
/// # Errors
///
/// The file is not a regular file, is too large, or is not UTF-8. The message says
/// what it is and what to do.
pub fn read_text(path: &Path) -> Result<String, String> {
    let said = |why: ReadError| format!("{}: {}; {}", path.display(), why.message, why.help);
    let meta = fs::metadata(path).map_err(|error| said(ReadError::from_io(&error)))?;
    let bytes = read_regular_file(path, &meta).map_err(said)?;
    read::utf8_text(&bytes).map_err(|why| format!("{}: {why}", path.display()))
}

/// Why a file or folder can't be read.
struct ReadError {
    message: String,
    help: &'static str,
}

impl ReadError {
    fn new(message: impl Into<String>, help: &'static str) -> Self {
        let message = message.into();
        Self { message, help }
    }

    fn from_io(error: &io::Error) -> Self {
        let help = match error.kind() {
            io::ErrorKind::NotFound => "check whether something else deleted it just now",
            io::ErrorKind::PermissionDenied => "let your user read it",
            _ => "check whether it can be opened in an editor",
        };
        Self::new(format!("can't be read: {error}"), help)
    }
}

/// The content of a regular file of at most [`read::MAX_BYTES`]. Nothing else is
/// opened: reading from a pipe would block forever.
fn read_regular_file(path: &Path, meta: &Metadata) -> Result<Vec<u8>, ReadError> {
    if !meta.is_file() {
        return Err(ReadError::new(
            format!(
                "is {}, neither a file nor a folder",
                special_file_kind(meta)
            ),
            "delete it, or put a file in its place",
        ));
    }
    let too_large = |bytes: u64| {
        ReadError::new(
            format!("has {bytes} bytes; the maximum is {}", read::MAX_BYTES),
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
        .map_err(|error| ReadError::from_io(&error))?;
    // Some files, like those in /proc, report a size of 0.
    if bytes.len() > read::MAX_BYTES {
        return Err(too_large(most + 1));
    }
    Ok(bytes)
}

#[cfg(unix)]
fn special_file_kind(meta: &Metadata) -> &'static str {
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
fn special_file_kind(_: &Metadata) -> &'static str {
    "something special"
}

/// Reads a folder recursively.
struct FolderReader {
    /// The canonical path of the data folder.
    root: PathBuf,
    files: Vec<InputFile>,
    problems: Vec<Report>,
    ignored: Vec<(String, IgnoreReason)>,
    names_only: bool,
}

impl FolderReader {
    fn open(folder: &Path) -> Result<Self, Report> {
        let root = fs::canonicalize(folder).map_err(|error| {
            let why = match error.kind() {
                io::ErrorKind::PermissionDenied => ReadError::from_io(&error),
                _ if fs::symlink_metadata(folder).is_ok_and(|meta| meta.is_symlink()) => ReadError::new(
                    format!("can't be read: {error}"),
                    "give the folder that holds library.toml, and no link that leads back to itself or nowhere",
                ),
                _ => ReadError::new(
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
            ignored: Vec::new(),
            names_only: false,
        })
    }

    fn read_folder(&mut self, folder: &Path, below: &str, depth: usize) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.add_problem(folder, &ReadError::from_io(&error)),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let Ok(name) = entry.file_name().into_string() else {
                let help = "rename it: names have only the letters a to z, digits and hyphens";
                self.add_problem(&path, &ReadError::new("has a name that is not UTF-8", help));
                continue;
            };
            if let Some(why) = ignore_reason(&name) {
                if why != IgnoreReason::System {
                    self.ignored.push((format!("{below}{name}"), why));
                }
            } else if let Err(why) = self.read_entry(&path, &format!("{below}{name}"), depth) {
                self.add_problem(&path, &why);
            }
        }
    }

    fn read_entry(&mut self, path: &Path, below: &str, depth: usize) -> Result<(), ReadError> {
        let mut meta = fs::symlink_metadata(path).map_err(|error| ReadError::from_io(&error))?;
        if meta.is_symlink() {
            self.check_link(path)?;
            meta = fs::metadata(path).map_err(|error| ReadError::from_io(&error))?;
        }
        if !meta.is_dir() {
            if !self.names_only {
                let bytes = read_regular_file(path, &meta)?;
                let path = below.to_owned();
                self.files.push(InputFile { path, bytes });
            }
            return Ok(());
        }
        if below.ends_with(".toml") {
            return Err(ReadError::new(
                "is a folder with the name of a file",
                "delete it, or put the file that was meant in its place",
            ));
        }
        if depth == MAX_DEPTH {
            return Err(ReadError::new(
                "is nested too deep: the data has folders for disputes, and in them `points`",
                "move or delete it",
            ));
        }
        self.read_folder(path, &format!("{below}/"), depth + 1);
        Ok(())
    }

    /// Checks that a symbolic link leads to a file inside the data folder. Files
    /// elsewhere were not meant to be published, and others don't have them.
    fn check_link(&self, link: &Path) -> Result<(), ReadError> {
        let Ok(target) = fs::canonicalize(link) else {
            return Err(ReadError::new(
                "is a link that is broken or circular",
                "fix or delete it",
            ));
        };
        if !target.starts_with(&self.root) {
            return Err(ReadError::new(
                "is a link that leads out of the data folder",
                "put a copy of what it leads to in its place",
            ));
        }
        if target.is_dir() {
            return Err(ReadError::new(
                "is a link to a folder of the data folder, which would be read twice",
                "delete it, or put a copy of the folder in its place",
            ));
        }
        Ok(())
    }

    fn add_problem(&mut self, path: &Path, why: &ReadError) {
        self.problems.push(report(path, why));
    }
}

fn report(path: &Path, why: &ReadError) -> Report {
    Report::single(path.display().to_string(), "files", &why.message, why.help)
}
