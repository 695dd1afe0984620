//! Checks the scripts and the styles with Prettier, ESLint and stylelint. Their
//! versions and rules are in `xtask/lint/`.

use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::project::Project;
use crate::{setup, which};

/// What Prettier formats.
const FORMATTED: [&str; 6] = [
    "crates/bench/src/**/*.{css,js}",
    "crates/server/src/**/*.{css,js}",
    "index.html",
    "styles",
    "web",
    "xtask/lint",
];

/// The folders with scripts.
const SCRIPTS: [&str; 4] = ["crates/bench/src", "crates/server/src", "web", "xtask/lint"];

/// The style sheets.
const STYLES: &str = "styles/**/*.scss";

/// Checks the formatting and the rules.
pub(crate) fn check(project: &Project) -> Result<()> {
    let rules = project.root.join("xtask/lint");
    let folder = setup::install_linters(&rules)?;
    // The rules import packages, so they have to lie beside these.
    for name in ["eslint.config.mjs", "stylelint.config.mjs"] {
        fs::copy(rules.join(name), folder.join(name))?;
    }
    let programs = folder.join("node_modules/.bin");
    let run = |name: &str, arguments: &[&str]| -> Result<()> {
        let mut command: Command = which::command_on(programs.as_os_str(), name);
        let status = command
            .args(arguments)
            .current_dir(&project.root)
            .stdin(std::process::Stdio::null())
            .status()?;
        ensure!(status.success(), "{name} found something; see above");
        Ok(())
    };
    let config = |name: &str| folder.join(name).display().to_string();
    run(
        "prettier",
        &[&["--check", "--log-level=warn"], &FORMATTED[..]].concat(),
    )?;
    let eslint = config("eslint.config.mjs");
    run("eslint", &[&["--config", &eslint], &SCRIPTS[..]].concat())?;
    let (stylelint, base) = (config("stylelint.config.mjs"), folder.display().to_string());
    run(
        "stylelint",
        &["--config", &stylelint, "--config-basedir", &base, STYLES],
    )
}
