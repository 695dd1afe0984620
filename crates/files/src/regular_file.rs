//! Reads a regular file of limited size.

use std::fs::{File, Metadata};
use std::io::Read as _;
use std::path::Path;

use says_who_model::read;

use crate::read_error::ReadError;

/// The content of a regular file of at most [`read::MAX_BYTES`]. Nothing else is
/// opened: reading from a pipe would block forever.
pub(crate) fn read_regular_file(path: &Path, meta: &Metadata) -> Result<Vec<u8>, ReadError> {
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
