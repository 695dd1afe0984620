//! Finds nginx, for the test that compares it with the preview server, or
//! downloads Debian's packages into the tool cache. The packages are only unpacked,
//! because installing them would start a public server on port 80.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::browser::{apt, may_install, on_path};
use crate::setup;
use crate::subprocess::run_quietly;

/// The Debian packages that may contain the program: it has moved between them.
const PACKAGES: [&str; 2] = ["nginx", "nginx-light"];

const INSTALL_HINT: &str = "the test of the nginx configuration needs nginx on PATH; on Debian: apt-get install nginx-light; on macOS: brew install nginx";

/// Returns the path of nginx.
pub(crate) fn find_or_download() -> Result<PathBuf> {
    // Debian installs it into /usr/sbin, which is not on every user's PATH.
    let candidates = [on_path("nginx"), Some(PathBuf::from("/usr/sbin/nginx"))];
    if let Some(program) = candidates
        .into_iter()
        .flatten()
        .find(|program| runs(program))
    {
        return Ok(program);
    }
    if on_path("apt-get").is_none() || on_path("dpkg-deb").is_none() {
        bail!("{INSTALL_HINT}");
    }
    let folder = setup::install_with("nginx", "of-debian", "under a minute", |folder| {
        if download(folder)
            || (may_install() && apt(&["update", "-qq"]).is_ok() && download(folder))
        {
            return unpack(folder);
        }
        bail!("{INSTALL_HINT}")
    })?;
    let program = folder.join("usr/sbin/nginx");
    if !runs(&program) {
        // A library is missing. Remove the folder, so that the next run tries again.
        let _ = std::fs::remove_dir_all(&folder);
        bail!("{INSTALL_HINT}");
    }
    Ok(program)
}

fn runs(program: &Path) -> bool {
    program.is_file()
        && Command::new(program)
            .arg("-v")
            .stdin(Stdio::null())
            .output()
            .is_ok_and(|output| output.status.success())
}

/// Downloads the package files; returns whether any was downloaded.
fn download(folder: &Path) -> bool {
    let downloaded = PACKAGES.map(|package| {
        Command::new("apt-get")
            .args(["download", "-qq", package])
            .current_dir(folder)
            .stdin(Stdio::null())
            .output()
            .is_ok_and(|output| output.status.success())
    });
    downloaded.contains(&true)
}

fn unpack(folder: &Path) -> Result<()> {
    for file in std::fs::read_dir(folder)? {
        let file = file?.path();
        if file.extension().is_some_and(|extension| extension == "deb") {
            run_quietly(
                Command::new("dpkg-deb").arg("-x").arg(&file).arg(folder),
                INSTALL_HINT,
            )?;
        }
    }
    Ok(())
}
