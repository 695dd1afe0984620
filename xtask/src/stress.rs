//! The data of the disputes that are hard on the pages, written anew.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow};

use crate::project::Project;
use crate::step::quietly;

/// Writes, checks and registers them; gives their folder.
pub(crate) fn data(project: &Project) -> Result<PathBuf> {
    let folder = project.target.join("test-data/stress");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    quietly(
        Command::new("cargo")
            .args(["run", "--quiet", "--package", "says-who-tests"])
            .args(["--bin", "stress-data", "--"])
            .arg(&folder)
            .current_dir(&project.root),
        "look at its output above",
    )?;
    let registers = says_who_files::registers(&folder).map_err(|report| anyhow!("{report}"))?;
    for register in registers {
        fs::write(folder.join(&register.path), &register.text)?;
    }
    Ok(folder)
}
