//! What the dependencies may be: their licences, their sources, what is known
//! against them. `deny.toml` says.

use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::setup;

/// What is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Checks {
    /// All of it; the advisories come from the network.
    All,
    /// What needs none.
    Local,
}

/// Lets cargo-deny look at everything.
pub(crate) fn run(project: &Project) -> Result<ExitCode> {
    check(project, Checks::All)?;
    Ok(ExitCode::SUCCESS)
}

/// Lets cargo-deny look at the project's dependencies, and at those of the
/// programs that fuzz.
pub(crate) fn check(project: &Project, checks: Checks) -> Result<()> {
    let path = setup::cargo_deny(project)?;
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
