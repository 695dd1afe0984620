//! Reads the files of a folder and of the folders in it, and lists the ignored ones.

use std::path::{Path, PathBuf};
use std::{fs, io};

use says_who_model::read::{InputFile, Report};

use crate::ignored::{IgnoreReason, ignore_reason};
use crate::read_error::ReadError;
use crate::regular_file::read_regular_file;

/// How deep folders can be nested. The format needs two levels below the data
/// folder.
const MAX_DEPTH: usize = 4;

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
