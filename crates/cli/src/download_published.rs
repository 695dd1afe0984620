//! Downloads the assets of the published site that the next build keeps.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use ureq::Agent;

use crate::build_manifest::{self, BuildManifest, MAX_BYTES, MAX_FILE};

/// How often a file is asked for if the connection fails.
const ATTEMPTS: u32 = 3;

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

    let agent = agent();
    if let Err(why) = download(&agent, address, build_manifest::NAME, MAX_BYTES, into) {
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
        let found = download(&agent, address, &entry.path, entry.size.min(MAX_FILE), into)
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

/// Downloads a file of the site. The error says why it failed.
fn download(
    agent: &Agent,
    address: &str,
    path: &str,
    at_most: u64,
    into: &Path,
) -> Result<(), String> {
    let url = format!("{address}/{path}");
    let get = || -> Result<Vec<u8>, ureq::Error> {
        let mut response = agent.get(&url).call()?;
        response
            .body_mut()
            .with_config()
            .limit(at_most)
            .read_to_vec()
    };
    let mut attempts = 1;
    let bytes = loop {
        match get() {
            Ok(bytes) => break bytes,
            // The site has answered: asking again would not help.
            Err(error @ (ureq::Error::StatusCode(_) | ureq::Error::BodyExceedsLimit(_))) => {
                return Err(format!("`{path}`: {error}"));
            }
            Err(error) if attempts == ATTEMPTS => return Err(format!("`{path}`: {error}")),
            Err(_) => attempts += 1,
        }
    };
    fs::write(into.join(path), bytes).map_err(|error| format!("`{path}`: {error}"))
}

/// A client that gives up on a site that does not answer.
fn agent() -> Agent {
    Agent::config_builder()
        .max_redirects(5)
        .timeout_connect(Some(Duration::from_secs(20)))
        .timeout_global(Some(Duration::from_secs(300)))
        .build()
        .into()
}
