//! Checks the licences, sources and known vulnerabilities of the dependencies with
//! cargo-deny. The rules are in `deny.toml`.

use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::setup;

/// Which checks to run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Checks {
    /// All checks; the advisories are downloaded.
    All,
    /// The checks that need no network.
    Local,
}

/// Runs all checks.
pub(crate) fn run(project: &Project) -> Result<ExitCode> {
    check(project, Checks::All)?;
    Ok(ExitCode::SUCCESS)
}

/// Runs cargo-deny on the dependencies of the project and of the fuzz targets.
pub(crate) fn check(project: &Project, checks: Checks) -> Result<()> {
    let path = setup::install_cargo_deny(project)?;
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml"] {
        let mut deny = Command::new("cargo");
        deny.args(["deny", "--locked", "--workspace"])
            .args(["--manifest-path", manifest, "--config", "deny.toml"])
            .args(["check", "--hide-inclusion-graph"]);
        if checks == Checks::Local {
            deny.args(["bans", "licenses", "sources"]);
        }
        let status = deny
            .env("PATH", &path)
            .current_dir(&project.root)
            .stdin(Stdio::null())
            .status()
            .context("cargo did not start")?;
        ensure!(
            status.success(),
            "see above; deny.toml says what may be and why"
        );
    }
    Ok(())
}
