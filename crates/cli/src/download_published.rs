//! Downloads the assets of the published site that the next build keeps.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::build_manifest::{self, BuildManifest, MAX_BYTES, MAX_FILE};

/// Downloads the build manifest of the site at `address` and the hashed files it
/// lists. A file that can't be downloaded is reported and skipped: before the
/// first publication there is none.
pub fn run(address: &str, into: &Path) -> Result<ExitCode> {
    let is_web = ["https://", "http://"].map(|scheme| address.starts_with(scheme));
    if !is_web.contains(&true) || address.contains(['?', '#', '\\']) || address.contains(' ') {
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

    if let Err(why) = download(address, build_manifest::NAME, MAX_BYTES, into)? {
        out!("note: nothing to keep from the site at {address}/: {why}");
        return Ok(ExitCode::SUCCESS);
    }
    let site = match BuildManifest::read(into) {
        Ok(site) => site,
        Err(why) => {
            out!("note: nothing to keep from the site at {address}/: {why}");
            return Ok(ExitCode::SUCCESS);
        }
    };
    let mut downloaded = 0;
    for entry in site.hashed_files().chain(site.kept()) {
        let found = download(address, &entry.path, entry.size.min(MAX_FILE), into)?
            .and_then(|()| entry.read_verified(into).map(drop));
        match found {
            Ok(()) => downloaded += 1,
            Err(why) => {
                // Remove an incomplete or wrong file, so that no build keeps it.
                let _ = fs::remove_file(into.join(&entry.path));
                out!("note: skipped a file: {why}");
            }
        }
    }
    out!(
        "{downloaded} files of the site at {address}/ are in {}",
        into.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Downloads a file of the site with curl. The inner error says why it failed.
fn download(address: &str, path: &str, at_most: u64, into: &Path) -> Result<Result<(), String>> {
    let output = Command::new("curl")
        // Ignore the user's ~/.curlrc.
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
        let message = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{path}`: {}", message.trim()))
    })
}
