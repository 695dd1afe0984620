//! What the next build keeps of a site that is published, brought from there.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::manifest::{self, MAX_BYTES, MAX_FILE, Manifest};

/// Downloads the manifest of the site at `address` and the files it lists whose
/// names have digests. What can't be had is named and left out: the first time,
/// there is nothing yet.
pub(crate) fn run(address: &str, into: &Path) -> Result<ExitCode> {
    let web = ["https://", "http://"].map(|scheme| address.starts_with(scheme));
    if !web.contains(&true) || address.contains(['?', '#', '\\']) || address.contains(' ') {
        bail!("`{address}` is no address of a site; give it like `https://example.org/repo/`");
    }
    let address = address.trim_end_matches('/');
    let taken = fs::read_dir(into).is_ok_and(|mut files| files.next().is_some());
    if taken || into.is_symlink() || into.is_file() {
        bail!(
            "{} is not an empty folder; choose another with --into",
            into.display()
        );
    }
    fs::create_dir_all(into)
        .with_context(|| format!("{} can't be made; choose another", into.display()))?;

    if let Err(why) = download(address, manifest::NAME, MAX_BYTES, into)? {
        out!("note: nothing is kept of the site at {address}/: {why}");
        return Ok(ExitCode::SUCCESS);
    }
    let site = match Manifest::read(into) {
        Ok(site) => site,
        Err(why) => {
            out!("note: nothing is kept of the site at {address}/: {why}");
            return Ok(ExitCode::SUCCESS);
        }
    };
    let mut had = 0;
    for entry in site.named().chain(site.kept()) {
        let found = download(address, &entry.path, entry.size.min(MAX_FILE), into)?
            .and_then(|()| entry.verified(into).map(drop));
        match found {
            Ok(()) => had += 1,
            Err(why) => {
                // So that it is not taken for what it is not.
                let _ = fs::remove_file(into.join(&entry.path));
                out!("note: a file is not kept: {why}");
            }
        }
    }
    out!(
        "{had} files of the site at {address}/ are in {}",
        into.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Has curl download a file of the site; where it could not, why.
fn download(address: &str, path: &str, at_most: u64, into: &Path) -> Result<Result<(), String>> {
    let output = Command::new("curl")
        // Nobody's own settings.
        .arg("--disable")
        .args(["--fail", "--silent", "--show-error", "--location"])
        .args(["--proto", "=http,https", "--max-redirs", "5"])
        .args([
            "--retry",
            "2",
            "--connect-timeout",
            "20",
            "--max-time",
            "300",
        ])
        .args(["--max-filesize", &at_most.to_string()])
        .args(["--globoff", "--output"])
        .arg(into.join(path))
        .arg(format!("{address}/{path}"))
        .stdin(Stdio::null())
        .output()
        .context("curl did not start; install curl")?;
    Ok(if output.status.success() {
        Ok(())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{path}`: {}", said.trim()))
    })
}
