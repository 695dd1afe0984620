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
/// stood there before. What is no file, such as `/dev/stdout`, is written to as it
/// is: a file in its place would be the end of it.
pub(crate) fn whole(path: &Path, text: &str) -> Result<()> {
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return fs::write(path, text)
            .with_context(|| format!("{} can't be written", path.display()));
    }
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

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_replaced_by_one() {
        use std::os::unix::fs::FileTypeExt;
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("/dev/null", &link).expect("a link");
        whole(&link, "a").expect("written");
        let there = fs::metadata(&link).expect("it is there");
        assert!(there.file_type().is_char_device());
    }
}
