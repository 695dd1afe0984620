//! Text files that commands write, most of them into the data folder.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Whether the file exists with this text. CRLF and LF are equal, because git may
/// convert line endings at checkout.
pub fn has_content(path: &Path, text: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|current| current.replace("\r\n", "\n") == text)
}

/// Writes a temporary file and renames it, so that an interrupted write does not
/// lose the old content. Anything but a regular file, such as `/dev/stdout`, is
/// written to directly, because a rename would replace the device.
pub fn write_atomically(path: &Path, text: &str) -> Result<()> {
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
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

    use super::{has_content, write_atomically};

    #[test]
    fn line_endings_do_not_matter() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        assert!(!has_content(&path, "a\nb\n"));
        write_atomically(&path, "a\nb\n").expect("written");
        assert!(has_content(&path, "a\nb\n") && !has_content(&path, "a\n"));
        fs::write(&path, "a\r\nb\r\n").expect("a file");
        assert!(has_content(&path, "a\nb\n"));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_replaced_by_a_file() {
        use std::os::unix::fs::FileTypeExt;
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("/dev/null", &link).expect("a link");
        write_atomically(&link, "a").expect("written");
        let metadata = fs::metadata(&link).expect("it is there");
        assert!(metadata.file_type().is_char_device());
    }
}
