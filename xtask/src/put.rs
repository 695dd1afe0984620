//! Files that a command writes into the data.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Whether a file is there with this text. Line ends of the other kind, which
/// git gives a checkout on some systems, are the same text.
pub(crate) fn has(path: &Path, text: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|there| there.replace("\r\n", "\n") == text)
}

/// Writes a file whole or not at all: an interrupted write must not cost what
/// stood there before.
pub(crate) fn whole(path: &Path, text: &str) -> Result<()> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".unfinished");
    fs::write(&unfinished, text)
        .and_then(|()| fs::rename(&unfinished, path))
        .with_context(|| format!("{} can't be written", path.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{has, whole};

    #[test]
    fn a_text_is_the_same_with_either_kind_of_line_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        assert!(!has(&path, "a\nb\n"));
        whole(&path, "a\nb\n").expect("written");
        assert!(has(&path, "a\nb\n") && !has(&path, "a\n"));
        fs::write(&path, "a\r\nb\r\n").expect("a file");
        assert!(has(&path, "a\nb\n"));
    }
}
