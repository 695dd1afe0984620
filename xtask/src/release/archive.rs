//! Packs files into an archive that depends on nothing but their content.

use std::io::Write as _;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use tar::{Builder, Header};

/// A file in the archive.
pub(super) struct Member {
    name: String,
    mode: u32,
    bytes: Vec<u8>,
}

impl Member {
    /// A program, which can be run.
    pub(super) fn program(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: name.to_owned(),
            mode: 0o755,
            bytes,
        }
    }

    /// A file to read.
    pub(super) fn text(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            mode: 0o644,
            ..Self::program(name, bytes)
        }
    }
}

/// The bytes of a `tar.gz` with these files in one folder. They have no dates and no
/// owners, so that two machines write the same.
pub(super) fn pack(folder: &str, members: &[Member]) -> Result<Vec<u8>> {
    let mut tar = Builder::new(GzEncoder::new(Vec::new(), Compression::best()));
    for member in members {
        let mut header = Header::new_ustar();
        header.set_size(member.bytes.len() as u64);
        header.set_mode(member.mode);
        header.set_mtime(0);
        let path = format!("{folder}/{}", member.name);
        tar.append_data(&mut header, path, member.bytes.as_slice())?;
    }
    let mut gzip = tar.into_inner()?;
    gzip.flush()?;
    Ok(gzip.finish()?)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{Member, pack};

    #[test]
    fn the_archive_is_the_same_every_time_and_can_be_unpacked() {
        let members = || {
            [
                Member::program("run", b"#!/bin/sh\necho started\n".to_vec()),
                Member::text("LICENSE", b"text".to_vec()),
            ]
        };
        let bytes = pack("x-1.0", &members()).expect("an archive");
        assert_eq!(bytes, pack("x-1.0", &members()).expect("an archive"));
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("x.tar.gz"), &bytes).expect("a file");
        let mut tar = Command::new("tar");
        let unpacked = tar.args(["-xzf", "x.tar.gz"]).current_dir(&folder).status();
        assert!(unpacked.expect("tar").success());
        let text = std::fs::read_to_string(folder.path().join("x-1.0/LICENSE"));
        assert_eq!(text.expect("a file"), "text");
        if cfg!(unix) {
            let ran = Command::new(folder.path().join("x-1.0/run")).output();
            assert_eq!(ran.expect("a run").stdout, b"started\n");
        }
    }
}
