//! The programs and files that the benchmark uses. `cargo xtask bench` gives them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::case::BASE;

/// Their paths.
#[derive(clap::Args)]
pub(crate) struct Programs {
    /// `says-who` with the app inside
    #[arg(long, hide = true)]
    pub(crate) says_who: PathBuf,
    /// The program that generates disputes of a size
    #[arg(long, hide = true)]
    pub(crate) sized_data: PathBuf,
    /// The wasm as it was linked
    #[arg(long, hide = true)]
    pub(crate) linked_wasm: PathBuf,
    /// Chromium
    #[arg(long, hide = true)]
    pub(crate) chromium: PathBuf,
    /// Chromium refuses to run as root with its sandbox
    #[arg(long, hide = true)]
    pub(crate) no_sandbox: bool,
    /// The published disputes
    #[arg(long, hide = true)]
    pub(crate) data: PathBuf,
    /// The folder to write
    #[arg(long, hide = true)]
    pub(crate) folder: PathBuf,
}

impl Programs {
    /// The command that builds a site into `out`. It has no service worker, which would
    /// serve the pages from its cache.
    pub(crate) fn build_site(&self, data: &Path, out: &Path) -> Command {
        let mut command = Command::new(&self.says_who);
        command
            .args(["build", "--quiet", "--no-offline", "--public-url", BASE])
            .args(["--origin", "https://example.org", "--data"])
            .arg(data)
            .arg("--out")
            .arg(out);
        command
    }

    /// Generates and registers a dispute with this many points, and statements on each.
    pub(crate) fn generate(&self, points: usize, statements: usize) -> Result<PathBuf> {
        let folder = self.folder.join(format!("data-{points}x{statements}"));
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let size = [points.to_string(), statements.to_string()];
        run(Command::new(&self.sized_data).arg(&folder).args(size))?;
        run(Command::new(&self.says_who).arg("register").arg(&folder))?;
        Ok(folder)
    }
}

/// Runs a program; its errors are shown.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .with_context(|| format!("{program} did not start"))?;
    ensure!(status.success(), "{program} failed; see above");
    Ok(())
}
