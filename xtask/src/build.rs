//! The site: checked data, what Trunk makes, and the native program that writes
//! the pages.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use says_who_model::Library;
use tempfile::TempDir;

use crate::kept;
use crate::left_out;
use crate::out_folder;
use crate::problems;
use crate::project::Project;
use crate::public_url::PublicUrl;
use crate::publishable;
use crate::setup;
use crate::shell::{self, Profile};
use crate::step::{quietly, say};

/// What to build.
pub(crate) struct Options {
    pub(crate) public_url: PublicUrl,
    pub(crate) data: PathBuf,
    pub(crate) origin: Option<String>,
    pub(crate) profile: Profile,
    /// Whether readers' devices keep what was visited.
    pub(crate) offline: bool,
}

/// Checks the data and builds into `out`. Where anything fails, what was there
/// stays. Files of the site in `previous`, or else of the one that is replaced,
/// stay for pages that are still about; see [`kept`].
pub(crate) fn run(
    project: &Project,
    options: &Options,
    out: &Path,
    previous: Option<&Path>,
) -> Result<ExitCode> {
    if publishable(options).is_none() {
        return Ok(ExitCode::FAILURE);
    }
    let place = out_folder::checked(out, &options.data)?;
    let path = setup::tools(project)?;
    let previous = previous.or_else(|| out_folder::is_ours(&place).then_some(place.as_path()));
    site_after(project, options, &path, &place, previous)?;
    out!("the site is in {}", out.display());
    if options.origin.is_none() {
        out!(
            "note: built without --origin, so nothing that is read away from the site can name its address: citation files and feeds have no links, messengers show no preview cards, and there is neither oEmbed nor a sitemap; to publish, give the scheme and host as `--origin https://example.org`"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// The data, if it may be published; where it has problems, they are printed.
pub(crate) fn publishable(options: &Options) -> Option<Library> {
    left_out::report(&options.data);
    match publishable::publishable(&options.data) {
        Ok(library) => Some(library),
        Err(report) => {
            err!("{}", problems::shown(report.problems()));
            None
        }
    }
}

/// Builds checked data into `out`, `path` being what [`setup::tools`] gave.
pub(crate) fn site(project: &Project, options: &Options, path: &OsStr, out: &Path) -> Result<()> {
    site_after(project, options, path, out, None)
}

/// The same, with what is kept of the site in `previous`.
fn site_after(
    project: &Project,
    options: &Options,
    path: &OsStr,
    out: &Path,
    previous: Option<&Path>,
) -> Result<()> {
    let program = writer(project)?;
    let shell = shell::shell(project, options.profile, path)?;
    let versions = says_who_files::versions(&options.data)?;
    write(project, options, &program, &shell, out, |site| {
        for note in kept::finish(site, previous, versions)? {
            out!("note: {note}");
        }
        Ok(())
    })
}

/// The program that writes the pages, built if it has to be.
pub(crate) fn writer(project: &Project) -> Result<PathBuf> {
    say(
        "building the program that writes the pages",
        "2 minutes the first time, then seconds",
    );
    quietly(
        Command::new("cargo")
            .args([
                "build",
                "--quiet",
                "--profile",
                "prerender",
                "--package",
                "says-who-site",
            ])
            .env("CARGO_TARGET_DIR", &project.target)
            .current_dir(&project.root),
        "look at its output above",
    )?;
    Ok(project
        .target
        .join("prerender")
        .join(format!("says-who-site{}", env::consts::EXE_SUFFIX)))
}

/// The dispute `id` of checked data as Markdown, by the program that has the
/// words of the pages.
pub(crate) fn markdown(project: &Project, data: &Path, id: &str) -> Result<String> {
    let output = Command::new(writer(project)?)
        .env("SAYS_WHO_DATA", data)
        .env("SAYS_WHO_MARKDOWN", id)
        .output()
        .context("the program that writes the pages did not start")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).context("the program that writes the pages gave no text")
}

/// Writes the pages of checked data into `out`, in the frame of `shell`; `finish`
/// may add to them before they are in their place.
pub(crate) fn write(
    project: &Project,
    options: &Options,
    program: &Path,
    shell: &Path,
    out: &Path,
    finish: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let work = beside(out)?;
    let site = work.path().join("site");

    say("writing the pages", "seconds; longer where cards are new");
    quietly(
        // Painted cards are kept between builds, by what is on them.
        writing(options, program, shell, &site).env("SAYS_WHO_CARDS", project.kept.join("cards")),
        "look at its output above; what was built before is untouched",
    )?;

    finish(&site)?;

    let old = work.path().join("old");
    if out.exists() {
        fs::rename(out, &old).with_context(|| format!("{} can't be replaced", out.display()))?;
    }
    if let Err(error) = fs::rename(&site, out) {
        if old.exists() && fs::rename(&old, out).is_err() {
            let work = work.keep();
            bail!(
                "{} can't be written: {error}; what was there is in {}",
                out.display(),
                work.join("old").display()
            );
        }
        return Err(error).with_context(|| format!("{} can't be written", out.display()));
    }
    Ok(())
}

/// A folder for work beside `out`, so that moving what was made there is one step.
pub(crate) fn beside(out: &Path) -> Result<TempDir> {
    let parent = match out.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).with_context(|| format!("{} can't be made", parent.display()))?;
    tempfile::Builder::new()
        .prefix(".says-who-")
        .tempdir_in(parent)
        .with_context(|| {
            format!(
                "{} can't be written to; choose another place with --out",
                parent.display()
            )
        })
}

/// The command that writes `out` from checked data, in the frame of `shell`.
pub(crate) fn writing(options: &Options, program: &Path, shell: &Path, out: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .env("SAYS_WHO_SHELL", shell)
        .env("SAYS_WHO_DATA", &options.data)
        .env("SAYS_WHO_OUT", out)
        .env("SAYS_WHO_BASE", options.public_url.to_string())
        .env(
            "SAYS_WHO_OFFLINE",
            if options.offline { "on" } else { "off" },
        )
        .env_remove("SAYS_WHO_ORIGIN");
    if let Some(origin) = &options.origin {
        command.env("SAYS_WHO_ORIGIN", origin);
    }
    command
}
