//! Builds and runs `says-who`, the authors' program.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::bundle::{self, Profile};
use crate::project::Project;
use crate::setup;
use crate::subprocess::{run_cargo, run_quietly};

/// The built program.
pub(crate) struct SaysWho {
    pub(crate) program: PathBuf,
}

/// Where a site is built, and from what.
pub(crate) struct SiteOptions<'a> {
    pub(crate) public_url: &'a str,
    pub(crate) data: &'a Path,
    pub(crate) origin: Option<&'a str>,
}

impl SaysWho {
    /// Builds the program with the app's release bundle inside. `path` is the PATH
    /// from [`setup::install_tools`].
    pub(crate) fn build(project: &Project, path: &OsStr) -> Result<Self> {
        let bundle = bundle::get_or_build(project, Profile::Release, path)?;
        Self::build_with(project, Some(&bundle))
    }

    /// Builds the program with the bundle in this folder inside, or without one.
    pub(crate) fn build_with(project: &Project, bundle: Option<&Path>) -> Result<Self> {
        Self::build_from_commit(project, bundle, None)
    }

    /// The same for a program that names this commit as its own.
    fn build_from_commit(
        project: &Project,
        bundle: Option<&Path>,
        commit: Option<&str>,
    ) -> Result<Self> {
        let mut cargo = Command::new("cargo");
        cargo
            .args([
                "build",
                "--profile",
                "prerender",
                "--package",
                "says-who-cli",
            ])
            .env("CARGO_TARGET_DIR", &project.target)
            .env_remove("SAYS_WHO_BUNDLE")
            .env_remove("SAYS_WHO_COMMIT")
            .envs(commit.map(|commit| ("SAYS_WHO_COMMIT", commit)))
            .envs(bundle.map(|folder| ("SAYS_WHO_BUNDLE", folder)))
            .current_dir(&project.root);
        run_cargo(&mut cargo, "building says-who", "look at its output above")?;
        let name = format!("says-who{}", env::consts::EXE_SUFFIX);
        Ok(Self {
            program: project.target.join("prerender").join(name),
        })
    }

    /// A command of the program.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments);
        command
    }

    /// Builds a site into `out`.
    pub(crate) fn build_site(&self, site: &SiteOptions<'_>, out: &Path) -> Result<()> {
        let mut command = self.build_command(site, out);
        run_quietly(&mut command, "look at its output above")
    }

    /// Builds a copy of one dispute as the single file `out`.
    pub(crate) fn build_single_file(
        &self,
        site: &SiteOptions<'_>,
        dispute: &str,
        out: &Path,
    ) -> Result<()> {
        let mut command = self.build_command(site, out);
        command.args(["--single-file", "--dispute", dispute]);
        run_quietly(&mut command, "look at its output above")
    }

    /// The command that builds a site into `out`.
    pub(crate) fn build_command(&self, site: &SiteOptions<'_>, out: &Path) -> Command {
        let mut command = self.command(&["build", "--quiet", "--public-url", site.public_url]);
        command.arg("--data").arg(site.data).arg("--out").arg(out);
        command.args(site.origin.iter().flat_map(|origin| ["--origin", origin]));
        command
    }
}

/// Runs a command of `says-who` with these arguments, after building what it needs.
pub(crate) fn run(project: &Project, arguments: &[OsString]) -> Result<ExitCode> {
    let first = arguments.first().and_then(|first| first.to_str());
    // Only these need the app.
    let says_who = if matches!(first, Some("build" | "doctor" | "preview" | "serve")) {
        let path = setup::install_tools(project)?;
        SaysWho::build(project, &path)?
    } else {
        SaysWho::build_with(project, None)?
    };
    let status = Command::new(&says_who.program)
        .args(arguments)
        .status()
        .context("says-who did not start")?;
    match status.code().map(u8::try_from) {
        Some(Ok(code)) => Ok(code.into()),
        _ => bail!("says-who ended by {status}"),
    }
}

/// The commit of the checkout, with `-changed` if files differ from it; `None` in a folder
/// that is no checkout.
pub(crate) fn commit(project: &Project) -> Result<Option<String>> {
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args(arguments).current_dir(&project.root).output()
    };
    let head = git(&["rev-parse", "--short=12", "HEAD"]).context("git did not start")?;
    if !head.status.success() {
        return Ok(None);
    }
    let changes = git(&["status", "--porcelain"]).context("git did not start")?;
    let commit = String::from_utf8(head.stdout).context("git wrote no text")?;
    let changed = if changes.stdout.is_empty() {
        ""
    } else {
        "-changed"
    };
    Ok(Some(format!("{}{changed}", commit.trim())))
}

/// Builds the program with the app inside and prints where it is; it names the commit
/// that it was built from. With `stable`, without unstable features of the compiler.
pub(crate) fn package(project: &Project, stable: bool) -> Result<ExitCode> {
    let profile = if stable {
        Profile::Stable
    } else {
        Profile::Release
    };
    let path = setup::install_tools(project)?;
    let bundle = bundle::get_or_build(project, profile, &path)?;
    let commit = commit(project)?;
    let says_who = SaysWho::build_from_commit(project, Some(&bundle), commit.as_deref())?;
    out!("{}", says_who.program.display());
    Ok(ExitCode::SUCCESS)
}
