//! The fixture with changes to its files.

use says_who_model::Library;
use says_who_model::read::{InputFile, Report, library};

use super::support::fixture;

/// Reads the fixture with one file changed.
#[track_caller]
pub(super) fn with(file: &str, change: impl FnOnce(&mut Vec<u8>)) -> Result<Library, Report> {
    library("data", &changed(file, change))
}

/// The fixture with one file changed.
#[track_caller]
pub(super) fn changed(file: &str, change: impl FnOnce(&mut Vec<u8>)) -> Vec<InputFile> {
    let mut files = fixture();
    change(
        &mut files
            .iter_mut()
            .find(|known| known.path == file)
            .unwrap()
            .bytes,
    );
    files
}

/// Replaces text in files of the fixture.
pub(super) fn replaced(changes: &[(&str, &str, &str)]) -> Vec<InputFile> {
    let mut files = fixture();
    for (path, from, to) in changes {
        let file = files.iter_mut().find(|file| file.path == *path).unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(text.contains(from), "{path}");
        file.bytes = text.replacen(from, to, 1).into_bytes();
    }
    files
}

/// The fixture with texts replaced in several files.
#[track_caller]
pub(super) fn edited(edits: &[(&str, &str, &str)]) -> Library {
    read_edited(edits).unwrap()
}

#[track_caller]
pub(super) fn read_edited(edits: &[(&str, &str, &str)]) -> Result<Library, Report> {
    let mut files = fixture();
    for (file, find, replace) in edits {
        let file = files.iter_mut().find(|known| known.path == *file).unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(text.contains(find), "{find}");
        file.bytes = text.replace(find, replace).into_bytes();
    }
    library("data", &files)
}
