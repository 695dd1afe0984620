//! Test data that a program generates: disputes that stress the layout, and
//! disputes of a given size.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow};

use crate::project::Project;
use crate::subprocess::run_quietly;

/// Generates and registers the stress disputes; returns their data folder.
pub(crate) fn stress(project: &Project) -> Result<PathBuf> {
    generate(project, "stress", "stress-data", &[])
}

/// Generates a dispute with this many points, and statements on each.
pub(crate) fn sized(project: &Project, points: usize, statements: usize) -> Result<PathBuf> {
    let size = [points.to_string(), statements.to_string()];
    generate(project, &size.join("x"), "sized-data", &size)
}

fn generate(project: &Project, name: &str, program: &str, arguments: &[String]) -> Result<PathBuf> {
    let folder = project.target.join("test-data").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    run_quietly(
        Command::new("cargo")
            .args(["run", "--quiet", "--package", "says-who-tests"])
            .args(["--bin", program, "--"])
            .arg(&folder)
            .args(arguments)
            .current_dir(&project.root),
        "look at its output above",
    )?;
    let registers =
        says_who_files::register_updates(&folder, &[]).map_err(|report| anyhow!("{report}"))?;
    for register in registers {
        fs::write(folder.join(&register.path), &register.text)?;
    }
    Ok(folder)
}
