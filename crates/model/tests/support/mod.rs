//! The files of the fixture.

use std::fs;
use std::path::{Path, PathBuf};

use says_who_model::read::InputFile;

/// Every file of the fixture.
pub(crate) fn fixture() -> Vec<InputFile> {
    folder(&fixture_folder())
}

/// Every file of a data folder.
pub(crate) fn folder(folder: &Path) -> Vec<InputFile> {
    let mut files = Vec::new();
    collect(folder, "", &mut files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn collect(folder: &Path, below: &str, files: &mut Vec<InputFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else {
            files.push(InputFile {
                path: name,
                bytes: fs::read(&path).unwrap(),
            });
        }
    }
}

fn fixture_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture")
}
