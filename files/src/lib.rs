//! Brings a data folder from disk to the model: the only place that reads data
//! files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use says_who_model::read::{
    self, Drafts, InputFile, Outline, Problem, QuotationsUpdate, RegisterUpdate, Report, Versions,
};
use says_who_model::{Date, Library};

/// How deep folders can lie in each other. The format needs three levels; the
/// bound keeps a link that leads back up from being followed for ever.
const MAX_DEPTH: usize = 8;

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

/// Every file below the folder, in the order of their paths. Notes in Markdown
/// and files whose names begin with a dot are left out.
///
/// # Errors
///
/// Where the folder is missing or empty, or something in it can't be read.
pub fn read_folder(folder: &Path) -> Result<Vec<InputFile>, Report> {
    let mut files = Vec::new();
    collect(folder, "", 0, &mut files).map_err(|(path, error)| {
        let help = match error.kind() {
            io::ErrorKind::NotFound if Path::new(&path) == folder => {
                "give the folder that holds library.toml"
            }
            io::ErrorKind::NotFound => "it is a link that leads nowhere: mend or delete it",
            io::ErrorKind::PermissionDenied => "let your user read it",
            _ => "look whether it is a file or folder that can be opened, and no link that leads back up",
        };
        Report::of(path, "files", &format!("can't be read: {error}"), help)
    })?;
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

fn collect(
    folder: &Path,
    below: &str,
    depth: usize,
    files: &mut Vec<InputFile>,
) -> Result<(), (String, io::Error)> {
    let at = |path: &Path| {
        let path = path.display().to_string();
        move |error| (path, error)
    };
    if depth > MAX_DEPTH {
        return Err(at(folder)(io::Error::other("the folders go too deep")));
    }
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let entry = entry.map_err(at(folder))?;
        let path = entry.path();
        let Ok(name) = entry.file_name().into_string() else {
            return Err(at(&path)(io::Error::other("the name is not UTF-8")));
        };
        if name.starts_with('.') || name.ends_with(".md") {
            continue;
        }
        let below = format!("{below}{name}");
        let kind = fs::metadata(&path).map_err(at(&path))?;
        if kind.is_dir() {
            collect(&path, &format!("{below}/"), depth + 1, files)?;
        } else if !kind.is_file() {
            // A pipe, say: to read it would be to wait for ever.
            return Err(at(&path)(io::Error::other(
                "it is neither a file nor a folder",
            )));
        } else {
            let bytes = fs::read(&path).map_err(at(&path))?;
            files.push(InputFile { path: below, bytes });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::library;

    #[test]
    fn what_is_no_data_folder_gets_an_answer() {
        let folder = tempfile::tempdir().expect("a folder");
        let empty = library(folder.path())
            .expect_err("an empty folder")
            .to_string();
        assert!(empty.contains("this folder holds no data"), "{empty}");
        let none = library(&folder.path().join("none"))
            .expect_err("no folder")
            .to_string();
        assert!(none.contains("can't be read"), "{none}");
        fs::write(folder.path().join("library.toml"), "disputes = [\"a\"]").expect("a file");
        let report = library(folder.path()).expect_err("no dispute").to_string();
        assert!(
            report.contains("library.toml:1:13: error[files]: there is no folder `a`"),
            "{report}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_back_up_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).expect("a link");
        let report = library(folder.path()).expect_err("a loop").to_string();
        assert!(report.contains("can't be read"), "{report}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_itself_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("sources.toml");
        std::os::unix::fs::symlink("sources.toml", &link).expect("a link");
        // In the folder, and as the folder.
        for data in [folder.path(), &link] {
            let report = library(data).expect_err("a loop").to_string();
            assert!(
                report.contains("sources.toml:1:1") && report.contains("no link that leads back"),
                "{report}"
            );
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_and_a_pipe_are_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("sources.toml");
        std::os::unix::fs::symlink("nowhere", &link).expect("a link");
        let report = library(folder.path()).expect_err("a link").to_string();
        assert!(
            report.contains("sources.toml:1:1") && report.contains("leads nowhere"),
            "{report}"
        );
        fs::remove_file(&link).expect("the link goes");
        let _pipe = std::os::unix::net::UnixListener::bind(&link).expect("a socket");
        let report = library(folder.path()).expect_err("a socket").to_string();
        assert!(report.contains("neither a file nor a folder"), "{report}");
    }

    #[cfg(unix)]
    #[test]
    fn a_linked_folder_is_read_like_any() {
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixture");
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["library.toml", "bridge-repair", "mill-clock"] {
            std::os::unix::fs::symlink(fixture.join(name), folder.path().join(name))
                .expect("a link");
        }
        let fixture = fs::canonicalize(&fixture).expect("the fixture");
        assert_eq!(library(folder.path()), library(&fixture));
    }
}
