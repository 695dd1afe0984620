//! The release of the program that a repository is pinned to.

use std::time::Duration;

use anyhow::{Result, bail};
use ureq::Agent;

use super::archive_name;

/// The target of the program that workflows run.
pub(super) const TARGET: &str = "x86_64-unknown-linux-musl";

/// The version of this program, which the repository is pinned to.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where this program was released; `None` if it was not.
const RELEASES: Option<&str> = option_env!("SAYS_WHO_RELEASES");

/// The file with the digests of a release.
const CHECKSUMS: &str = "SHA256SUMS";

/// It is at most so long, in bytes.
const MAX_BYTES: u64 = 64 * 1024;

/// A release, and the digest of its archive for Linux.
pub(super) struct PinnedRelease {
    releases: String,
    sha256: String,
}

impl PinnedRelease {
    /// The release of this version below the address `releases`. Without a digest, that of
    /// its archive is downloaded.
    pub(super) fn find(releases: Option<&str>, sha256: Option<&str>) -> Result<Self> {
        let Some(releases) = releases.or(RELEASES) else {
            bail!(
                "this program does not know where its releases are; give the address as `--releases https://github.com/OWNER/NAME/releases/download`"
            );
        };
        let releases = releases.trim_end_matches('/');
        // It stands in a script.
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/".contains(c);
        let is_web = ["https://", "http://"].map(|scheme| releases.starts_with(scheme));
        if !is_web.contains(&true) || !releases.chars().all(is_plain) {
            bail!(
                "`{releases}` is no address of releases; give it like `https://github.com/OWNER/NAME/releases/download`"
            );
        }
        let sha256 = match sha256 {
            Some(given) => given.to_owned(),
            None => download_sha256(releases)?,
        };
        let is_digest = sha256.len() == 64 && sha256.bytes().all(|c| c.is_ascii_hexdigit());
        if !is_digest {
            bail!("`{sha256}` is no SHA-256, which has 64 hexadecimal digits");
        }
        Ok(Self {
            releases: releases.to_owned(),
            sha256: sha256.to_ascii_lowercase(),
        })
    }

    /// The text with the release filled in.
    pub(super) fn fill(&self, text: &str) -> String {
        text.replace("{version}", VERSION)
            .replace("{target}", TARGET)
            .replace("{sha256}", &self.sha256)
            .replace("{releases}", &self.releases)
    }
}

/// The digest that the release says its archive has.
fn download_sha256(releases: &str) -> Result<String> {
    let address = format!("{releases}/v{VERSION}/{CHECKSUMS}");
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(60)))
        .build()
        .into();
    let download = || -> Result<String, ureq::Error> {
        let mut answer = agent.get(&address).call()?;
        let body = answer.body_mut().with_config().limit(MAX_BYTES);
        body.read_to_string()
    };
    let name = archive_name(VERSION);
    let checksums = match download() {
        Ok(checksums) => checksums,
        Err(error) => bail!(
            "{address} can't be downloaded: {error}; try again, or give the digest of {name} as `--sha256 DIGEST`"
        ),
    };
    let mut lines = checksums.lines().filter_map(|line| line.split_once("  "));
    match lines.find(|(_, file)| *file == name) {
        Some((digest, _)) => Ok(digest.to_owned()),
        None => bail!("{address} does not list {name}; look whether this release is complete"),
    }
}
