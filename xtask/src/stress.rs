//! The data of the disputes that are made by a program, written anew: those
//! that are hard on the pages, and those of a size.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow};

use crate::project::Project;
use crate::step::quietly;

/// Writes, checks and registers those that are hard; gives their folder.
pub(crate) fn data(project: &Project) -> Result<PathBuf> {
    made(project, "stress", "stress-data", &[])
}

/// The same for one with so many points, and so many statements on each.
pub(crate) fn sized(project: &Project, points: usize, statements: usize) -> Result<PathBuf> {
    let size = [points.to_string(), statements.to_string()];
    made(project, &size.join("x"), "sized-data", &size)
}

fn made(project: &Project, name: &str, program: &str, arguments: &[String]) -> Result<PathBuf> {
    let folder = project.target.join("test-data").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    quietly(
        Command::new("cargo")
            .args(["run", "--quiet", "--package", "says-who-tests"])
            .args(["--bin", program, "--"])
            .arg(&folder)
            .args(arguments)
            .current_dir(&project.root),
        "look at its output above",
    )?;
    let registers =
        says_who_files::registers(&folder, &[]).map_err(|report| anyhow!("{report}"))?;
    for register in registers {
        fs::write(folder.join(&register.path), &register.text)?;
    }
    Ok(folder)
}
