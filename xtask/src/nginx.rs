//! nginx, for the test that compares it with the preview: found, or brought
//! from Debian's packages into the tool cache. It is not installed, since that
//! would start a server for everybody on port 80.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::browser::{apt, may_install, on_path};
use crate::setup;
use crate::step::quietly;

/// In which packages the program is: it has moved between them.
const PACKAGES: [&str; 2] = ["nginx", "nginx-light"];

const BY_HAND: &str = "the test of the nginx configuration needs nginx on PATH; on Debian: apt-get install nginx-light; on macOS: brew install nginx";

/// The program.
pub(crate) fn ready() -> Result<PathBuf> {
    // Where it is on Debian, and not on everybody's PATH.
    let known = [on_path("nginx"), Some(PathBuf::from("/usr/sbin/nginx"))];
    if let Some(program) = known.into_iter().flatten().find(|program| runs(program)) {
        return Ok(program);
    }
    if on_path("apt-get").is_none() || on_path("dpkg-deb").is_none() {
        bail!("{BY_HAND}");
    }
    let folder = setup::in_cache("nginx", "of-debian", "under a minute", |folder| {
        if download(folder)
            || (may_install() && apt(&["update", "-qq"]).is_ok() && download(folder))
        {
            return unpack(folder);
        }
        bail!("{BY_HAND}")
    })?;
    let program = folder.join("usr/sbin/nginx");
    if !runs(&program) {
        // What it needs may come later.
        let _ = std::fs::remove_dir_all(&folder);
        bail!("{BY_HAND}");
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

/// Brings the packages as files; whether any came.
fn download(folder: &Path) -> bool {
    let came = PACKAGES.map(|package| {
        Command::new("apt-get")
            .args(["download", "-qq", package])
            .current_dir(folder)
            .stdin(Stdio::null())
            .output()
            .is_ok_and(|output| output.status.success())
    });
    came.contains(&true)
}

fn unpack(folder: &Path) -> Result<()> {
    for file in std::fs::read_dir(folder)? {
        let file = file?.path();
        if file.extension().is_some_and(|extension| extension == "deb") {
            quietly(
                Command::new("dpkg-deb").arg("-x").arg(&file).arg(folder),
                BY_HAND,
            )?;
        }
    }
    Ok(())
}
