//! `bench`: builds what the benchmark needs, and runs it (`crates/bench`).

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::browser::{self, Engine};
use crate::bundle::{self, Profile};
use crate::project::Project;
use crate::says_who::SaysWho;
use crate::setup;
use crate::subprocess::run_cargo;

/// Runs the benchmark with these arguments.
pub(crate) fn run(project: &Project, arguments: &[OsString]) -> Result<ExitCode> {
    let path = setup::install_tools(project)?;
    browser::find_or_install(&[Engine::Chromium], &path)?;
    let chromium = browser::chromium().context("there is no Chromium")?;
    let says_who = SaysWho::build(project, &path)?;
    let mut cargo = Command::new("cargo");
    cargo
        .args(["build", "--profile", "prerender"])
        .args(["--package", "says-who-tests", "--bin", "sized-data"])
        .args(["--package", "says-who-bench", "--bin", "says-who-bench"])
        .env("CARGO_TARGET_DIR", &project.target)
        .current_dir(&project.root);
    run_cargo(
        &mut cargo,
        "building the benchmark",
        "look at its output above",
    )?;
    let programs = project.target.join("prerender");
    let program = |name: &str| programs.join(format!("{name}{}", env::consts::EXE_SUFFIX));
    let status = Command::new(program("says-who-bench"))
        .arg("--says-who")
        .arg(&says_who.program)
        .arg("--sized-data")
        .arg(program("sized-data"))
        .arg("--linked-wasm")
        .arg(bundle::linked_wasm(project, Profile::Release))
        .arg("--chromium")
        .arg(chromium)
        .args(browser::is_root().then_some("--no-sandbox"))
        .arg("--data")
        .arg(project.root.join("data"))
        .arg("--folder")
        .arg(project.target.join("bench"))
        .args(arguments)
        .env("PATH", path)
        .current_dir(&project.root)
        .status()
        .context("the benchmark did not start")?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
