//! `build`: builds the site from checked data.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use says_who_routes::Base;
use says_who_site::{Input, generate_site};
use tempfile::TempDir;

use crate::origin::Origin;
use crate::progress::Progress;
use crate::public_url::PublicUrl;
use crate::publish_check::check_publishable;
use crate::{app_bundle, cache_folder, ignored_files, output_folder, previous_assets, problems};

/// The options of a build.
#[derive(Clone, Debug)]
pub struct Options {
    /// The base path of the site.
    pub public_url: PublicUrl,
    /// The data folder.
    pub data: PathBuf,
    /// The scheme and host of the site.
    pub origin: Option<Origin>,
    /// Whether a service worker keeps visited pages on readers' devices.
    pub offline: bool,
    /// The folder of the app bundle; the one inside the program if `None`.
    pub bundle: Option<PathBuf>,
    /// Whether only errors are printed.
    pub quiet: bool,
}

/// Checks the data and builds the site into `out`. If anything fails, `out` is
/// left as it was. Assets of the site in `previous`, or else of the site being
/// replaced, are kept for pages that are still open; see [`previous_assets`].
pub fn run(options: &Options, out: &Path, previous: Option<&Path>) -> Result<ExitCode> {
    let Some(input) = load_publishable(&options.data) else {
        return Ok(ExitCode::FAILURE);
    };
    let folder = output_folder::resolve(out, &options.data)?;
    let generator = generator_options(options)?;
    let previous =
        previous.or_else(|| output_folder::holds_site(&folder).then_some(folder.as_path()));
    let versions = input.versions.clone();
    write_site(&input, &generator, &folder, options.quiet, |site| {
        for note in previous_assets::carry_over(site, previous, versions)? {
            if !options.quiet {
                out!("note: {note}");
            }
        }
        Ok(())
    })?;
    if !options.quiet {
        out!("the site is in {}", out.display());
        if options.origin.is_none() {
            out!(
                "note: where will the site be? Give its whole address to publish it, as `--address https://example.org/repo/`: without it, nothing that is read away from the site can name its address: citation files and feeds have no links, messengers show no preview cards, and there is neither oEmbed nor a sitemap"
            );
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads the data if it may be published; otherwise prints its problems.
pub(crate) fn load_publishable(data: &Path) -> Option<Input> {
    ignored_files::report(data);
    match check_publishable(data) {
        Ok(input) => Some(input),
        Err(report) => {
            err!("{}", problems::render(report.problems()));
            None
        }
    }
}

/// The options of the site generator.
pub(crate) fn generator_options(options: &Options) -> Result<says_who_site::Options> {
    let base: Base = options.public_url.to_string().parse()?;
    // Without a cache folder, cards are painted anew each time.
    let cards = cache_folder::find().unwrap_or_else(|| std::env::temp_dir().join("says-who"));
    Ok(says_who_site::Options {
        bundle: app_bundle::load(options.bundle.as_deref())?,
        base,
        origin: options.origin.as_ref().map(ToString::to_string),
        offline: options.offline,
        card_cache: cards.join("cards"),
    })
}

/// Writes the site into `out`. `finish` may add files before the site is moved there.
pub(crate) fn write_site(
    input: &Input,
    options: &says_who_site::Options,
    out: &Path,
    quiet: bool,
    finish: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let work = temp_folder_beside(out)?;
    let site = work.path().join("site");
    let warnings = {
        let progress = Progress::new("writing pages", quiet);
        generate_site(input, options, &site, |done, all| progress.set(done, all))?
    };
    for warning in warnings.lines() {
        err!("warning: {warning}");
    }
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
