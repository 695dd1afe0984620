//! Test data that a program generates: disputes that stress the layout.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::says_who::SaysWho;
use crate::subprocess::run_quietly;

/// Generates and registers the stress disputes; returns their data folder.
pub(crate) fn stress(project: &Project, says_who: &SaysWho) -> Result<PathBuf> {
    let folder = project.target.join("test-data/stress");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let remedy = "look at its output above";
    run_quietly(
        Command::new("cargo")
            .args(["run", "--quiet", "--package", "says-who-tests"])
            .args(["--bin", "stress-data", "--"])
            .arg(&folder)
            .current_dir(&project.root),
        remedy,
    )?;
    let mut register = says_who.command(&["register"]);
    run_quietly(register.arg(&folder), remedy)?;
    Ok(folder)
}
