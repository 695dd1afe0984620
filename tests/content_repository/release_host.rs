//! A stand-in for the host of the releases: the program under test, as it would be
//! released.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use says_who_tests::{Server, says_who};

/// Serves one release until it is dropped.
pub(crate) struct ReleaseHost {
    /// Deleted with this.
    _folder: tempfile::TempDir,
    server: Server,
    /// The path of the archive below the folder.
    archive: PathBuf,
}

impl ReleaseHost {
    /// Packs the program and starts to serve it.
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let version = says_who(&["--version"]).output().unwrap().stdout;
        let version = String::from_utf8(version).unwrap();
        let version = version.split_whitespace().nth(1).unwrap();
        let name = format!("says-who-{version}-x86_64-unknown-linux-musl");
        let release = folder.path().join(format!("v{version}"));
        fs::create_dir_all(folder.path().join(&name)).unwrap();
        fs::create_dir(&release).unwrap();
        let program = std::env::var_os("SAYS_WHO_PROGRAM").unwrap();
        fs::copy(program, folder.path().join(&name).join("says-who")).unwrap();
        let archive = release.join(format!("{name}.tar.gz"));
        let mut tar = Command::new("tar");
        // Fast: it is unpacked a moment later.
        tar.args(["--use-compress-program", "gzip -1", "-cf"])
            .arg(&archive);
        tar.arg("-C").arg(folder.path()).arg(&name);
        assert!(tar.status().unwrap().success());
        let sums = Command::new("sha256sum")
            .arg(format!("{name}.tar.gz"))
            .current_dir(&release)
            .output()
            .unwrap();
        fs::write(release.join("SHA256SUMS"), sums.stdout).unwrap();
        Self {
            server: Server::start(folder.path(), "/releases/"),
            _folder: folder,
            archive,
        }
    }

    /// The address below which the releases are.
    pub(crate) fn address(&self) -> String {
        self.server.address().trim_end_matches('/').to_owned()
    }

    /// Serves another file in place of the archive.
    pub(crate) fn replace_archive(&self, bytes: &[u8]) {
        fs::write(&self.archive, bytes).unwrap();
    }

    /// Serves the archive no longer.
    pub(crate) fn remove_archive(&self) {
        fs::remove_file(&self.archive).unwrap();
    }

    /// Serves the checksums no longer.
    pub(crate) fn remove_checksums(&self) {
        fs::remove_file(self.archive.with_file_name("SHA256SUMS")).unwrap();
    }
}
