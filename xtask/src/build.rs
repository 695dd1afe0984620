//! Builds the site from checked data: the app bundle, then the generator, a
//! native program that writes the pages.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use says_who_cli::ignored_files;
use says_who_cli::problems;
use says_who_cli::publish_check::check_publishable;
use says_who_model::Library;
use tempfile::TempDir;

use crate::bundle::{self, Profile};
use crate::output_folder;
use crate::previous_assets;
use crate::project::Project;
use crate::public_url::PublicUrl;
use crate::setup;
use crate::subprocess::{announce, run_quietly};

/// The options of a build.
pub(crate) struct Options {
    pub(crate) public_url: PublicUrl,
    pub(crate) data: PathBuf,
    pub(crate) origin: Option<String>,
    pub(crate) profile: Profile,
    /// Whether a service worker keeps visited pages on readers' devices.
    pub(crate) offline: bool,
}

/// Checks the data and builds the site into `out`. If anything fails, `out` is
/// left as it was. Assets of the site in `previous`, or else of the site being
/// replaced, are kept for pages that are still open; see [`previous_assets`].
pub(crate) fn run(
    project: &Project,
    options: &Options,
    out: &Path,
    previous: Option<&Path>,
) -> Result<ExitCode> {
    if load_publishable(options).is_none() {
        return Ok(ExitCode::FAILURE);
    }
    let folder = output_folder::resolve(out, &options.data)?;
    let path = setup::install_tools(project)?;
    let previous =
        previous.or_else(|| output_folder::holds_site(&folder).then_some(folder.as_path()));
    build_site_keeping(project, options, &path, &folder, previous)?;
    out!("the site is in {}", out.display());
    if options.origin.is_none() {
        out!(
            "note: built without --origin, so nothing that is read away from the site can name its address: citation files and feeds have no links, messengers show no preview cards, and there is neither oEmbed nor a sitemap; to publish, give the scheme and host as `--origin https://example.org`"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads the data if it may be published; otherwise prints its problems.
pub(crate) fn load_publishable(options: &Options) -> Option<Library> {
    ignored_files::report(&options.data);
    match check_publishable(&options.data) {
        Ok(library) => Some(library),
        Err(report) => {
            err!("{}", problems::render(report.problems()));
            None
        }
    }
}

/// Builds the site from checked data into `out`. `path` is the PATH from
/// [`setup::install_tools`].
pub(crate) fn build_site(
    project: &Project,
    options: &Options,
    path: &OsStr,
    out: &Path,
) -> Result<()> {
    build_site_keeping(project, options, path, out, None)
}

/// Like [`build_site`], but also keeps the assets of the site in `previous`.
fn build_site_keeping(
    project: &Project,
    options: &Options,
    path: &OsStr,
    out: &Path,
    previous: Option<&Path>,
) -> Result<()> {
    let generator = build_generator(project)?;
    let bundle = bundle::get_or_build(project, options.profile, path)?;
    let versions = says_who_files::versions(&options.data)?;
    write_site(project, options, &generator, &bundle, out, |site| {
        for note in previous_assets::carry_over(site, previous, versions)? {
            out!("note: {note}");
        }
        Ok(())
    })
}

/// Builds the generator, the program that writes the pages; returns its path.
pub(crate) fn build_generator(project: &Project) -> Result<PathBuf> {
    announce(
        "building the program that writes the pages",
        "2 minutes the first time, then seconds",
    );
    run_quietly(
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

/// The dispute `id` of checked data as Markdown. The generator writes it, because
/// it has the wording of the pages.
pub(crate) fn markdown(project: &Project, data: &Path, id: &str) -> Result<String> {
    let output = Command::new(build_generator(project)?)
        .env("SAYS_WHO_DATA", data)
        .env("SAYS_WHO_MARKDOWN", id)
        .output()
        .context("the program that writes the pages did not start")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).context("the program that writes the pages gave no text")
}

/// Writes the pages of checked data into `out`, with the app bundle `bundle`.
/// `finish` may add files before the site is moved to `out`.
pub(crate) fn write_site(
    project: &Project,
    options: &Options,
    generator: &Path,
    bundle: &Path,
    out: &Path,
    finish: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let work = temp_folder_beside(out)?;
    let site = work.path().join("site");

    announce("writing the pages", "seconds; longer where cards are new");
    run_quietly(
        // Cache painted cards between builds; their content is the key.
        generator_command(options, generator, bundle, &site)
            .env("SAYS_WHO_CARDS", project.build_cache.join("cards")),
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

/// A temporary folder beside `out`, so that the result can be moved there with one
/// atomic rename.
pub(crate) fn temp_folder_beside(out: &Path) -> Result<TempDir> {
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

/// The command that runs the generator: it writes `out` from checked data and the
/// app bundle `bundle`.
pub(crate) fn generator_command(
    options: &Options,
    generator: &Path,
    bundle: &Path,
    out: &Path,
) -> Command {
    let mut command = Command::new(generator);
    command
        .env("SAYS_WHO_SHELL", bundle)
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
