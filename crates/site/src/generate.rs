//! The entry points of the generator: read the settings and the data, write the
//! output.

use std::fs::OpenOptions;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow};
use says_who_cards::Painter;
use says_who_model::Library;
use says_who_model::format::Dispute;
use says_who_model::read;

use super::offline::{self, Asset, ReleaseBuilder};
use super::parallel_map::parallel_map_ordered;
use super::strip_comments::strip_comments;
use super::{
    File, Site, Template, branding, exports, markdown, prerender, single_file, webmanifest,
};
use says_who_routes::{Base, Route};
use says_who_view::embed_code::EMBED_SCRIPT;

/// The page template, in the folder that Trunk wrote.
const TEMPLATE: &str = "index.html";

/// The script for pages that embed ours: sets the height of the iframes.
const EMBED_JS: &str = include_str!("../../../web/embed.js");

/// Writes a whole site: the assets that Trunk built, and every page.
///
/// Reads its settings from the environment:
///
/// - `SAYS_WHO_SHELL`: the folder that Trunk wrote
/// - `SAYS_WHO_DATA`: the folder with the disputes
/// - `SAYS_WHO_OUT`: the folder to write to
/// - `SAYS_WHO_BASE`: the base path of the site
/// - `SAYS_WHO_CARDS`: the folder that caches painted cards
/// - `SAYS_WHO_ORIGIN`: the scheme and host of the site, if known
/// - `SAYS_WHO_OFFLINE`: `off` disables offline support
///
/// # Errors
///
/// Fails if a setting is missing, the data is invalid, the template lacks a
/// placeholder, or a file can't be written.
pub fn generate_site() -> Result<()> {
    let folder = |name: &str| setting(name).map(PathBuf::from);
    let (bundle, out) = (folder("SAYS_WHO_SHELL")?, folder("SAYS_WHO_OUT")?);
    let base: Base = setting("SAYS_WHO_BASE")?.parse()?;
    let origin = env::var("SAYS_WHO_ORIGIN").ok();

    let (library, tables) = read_library()?;
    let mut assets = bundle_assets(&bundle)?;
    let renamed = branding::add_accent(&library.site, &mut assets);
    assets.extend(branding::logo(&library.site));
    let template = read_template(&bundle, &base, renamed)?;
    let library = std::sync::Arc::new(library);
    let site = Site {
        library: &library,
        template: &template,
        base: &base,
        origin: origin.as_deref(),
    };

    fs::create_dir_all(&out).with_context(|| format!("creating {}", out.display()))?;
    let out = OutputFolder(out);
    out.write_assets(&assets)?;
    out.write_assets(&webmanifest::files(&site))?;
    out.write(EMBED_SCRIPT, strip_comments(EMBED_JS).as_bytes())?;

    let is_offline_off = env::var("SAYS_WHO_OFFLINE").is_ok_and(|setting| setting == "off");
    let mut release = (!is_offline_off)
        .then(|| ReleaseBuilder::new(&site, &bundle, &assets))
        .transpose()?;
    let mut write_file = |file: File| {
        let file = match &mut release {
            Some(release) => release.add(file),
            None => file,
        };
        out.write(&file.path, file.text.as_bytes())
    };
    let mut routes = prerender::routes(&library);
    if is_offline_off {
        routes.retain(|route| *route != Route::NotOffline);
    }
    let site_wide = site.site_wide_files(&routes);
    let card_cache = folder("SAYS_WHO_CARDS")?;
    write_pages(&site, &routes, &card_cache, &out, &mut write_file)?;
    site_wide.into_iter().try_for_each(&mut write_file)?;
    for file in exports::files(&site, tables)? {
        out.write(&file.path, file.text.as_bytes())?;
    }
    match release {
        None => out.write_assets(&[offline::unregistering_worker(&base)]),
        Some(release) => finish_release(release, &site, &assets, &out),
    }
}

/// The folder of the generated site.
struct OutputFolder(PathBuf);

impl OutputFolder {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let path = self.0.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("creating {}", parent.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))
    }

    fn write_assets(&self, assets: &[Asset]) -> Result<()> {
        let mut assets = assets.iter();
        assets.try_for_each(|(name, bytes)| self.write(name, bytes))
    }
}

/// Renders the pages in parallel and writes them, with their cards, in the order of
/// `routes`. Each page is dropped once it is written.
fn write_pages(
    site: &Site<'_>,
    routes: &[Route],
    card_cache: &Path,
    out: &OutputFolder,
    mut write_file: impl FnMut(File) -> Result<()>,
) -> Result<()> {
    let make_renderer = || {
        let mut painter = Painter::new(card_cache);
        move |route: &Route| {
            let rendered = site.render_route(route);
            let card = rendered.card.map(|(path, card)| (path, painter.png(&card)));
            (rendered.files, card)
        }
    };
    parallel_map_ordered(routes, make_renderer, |(files, card)| {
        files.into_iter().try_for_each(&mut write_file)?;
        if let Some((path, png)) = card {
            let png = png.with_context(|| format!("caching cards in {}", card_cache.display()))?;
            out.write(&path, &png)?;
        }
        Ok(())
    })
}

/// Replaces the placeholders by the name of the release, then writes the service
/// worker and its script.
fn finish_release(
    release: ReleaseBuilder,
    site: &Site<'_>,
    assets: &[Asset],
    out: &OutputFolder,
) -> Result<()> {
    let release = release.finish();
    for (path, offset) in &release.placeholders {
        let path = out.0.join(path);
        overwrite_at(&path, *offset, &release.name)
            .with_context(|| format!("writing {}", path.display()))?;
    }
    let read_page = |path: &str| fs::read(out.0.join(path)).ok();
    out.write_assets(&release.files(site, assets, read_page))
}

/// Overwrites part of a file, from the byte at `offset`.
fn overwrite_at(file: &Path, offset: usize, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(file)?;
    file.seek(SeekFrom::Start(offset as u64))?;
    file.write_all(text.as_bytes())
}

/// Writes a copy of the dispute `id` as a single file.
///
/// Reads the settings of [`generate_site`] except `SAYS_WHO_CARDS`, because there
/// are no cards. `SAYS_WHO_OUT` is the file to write.
///
/// # Errors
///
/// As for [`generate_site`]; also if there is no such dispute.
pub fn generate_single_file(id: &str) -> Result<()> {
    let (bundle, out) = (setting("SAYS_WHO_SHELL")?, setting("SAYS_WHO_OUT")?);
    let base: Base = setting("SAYS_WHO_BASE")?.parse()?;
    let origin = env::var("SAYS_WHO_ORIGIN").ok();

    let (mut library, _) = read_library()?;
    library.disputes.retain(|dispute| dispute.id.as_str() == id);
    if library.disputes.is_empty() {
        return Err(anyhow!("there is no dispute `{id}`"));
    }
    let bundle = Path::new(&bundle);
    let site = Site {
        template: &read_template(bundle, &base, None)?,
        library: &std::sync::Arc::new(library),
        base: &base,
        origin: origin.as_deref(),
    };
    let copy = single_file::single_file(&site, bundle)?;
    fs::write(&out, copy).with_context(|| format!("writing {out}"))
}

/// Writes the dispute `id` of the folder `SAYS_WHO_DATA` to `out` as Markdown.
///
/// # Errors
///
/// Fails if the data is invalid or there is no such dispute.
pub fn print_markdown(id: &str, out: &mut impl Write) -> Result<()> {
    let (library, _) = read_library()?;
    let dispute = library
        .disputes
        .iter()
        .find(|dispute| dispute.id.as_str() == id);
    let dispute = dispute.with_context(|| format!("there is no dispute `{id}`"))?;
    out.write_all(markdown(&library.site, dispute).as_bytes())?;
    Ok(())
}

/// The page template. `renamed` is the old and the new name of an asset, to be
/// replaced in it.
fn read_template(
    bundle: &Path,
    base: &Base,
    renamed: Option<(String, String)>,
) -> Result<Template> {
    let path = bundle.join(TEMPLATE);
    let html = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let html = match renamed {
        Some((from, to)) => html.replace(&from, &to),
        None => html,
    };
    Ok(Template::new(&html, base)?)
}

/// The library, and the files that it was read from.
fn read_library() -> Result<(Library, Vec<Dispute>)> {
    let folder = PathBuf::from(setting("SAYS_WHO_DATA")?);
    let files = says_who_files::read_folder(&folder).map_err(|report| anyhow!("{report}"))?;
    let read = read::library_and_disputes(&folder.display().to_string(), &files);
    read.map_err(|report| anyhow!("{report}"))
}

fn setting(name: &str) -> Result<String> {
    env::var(name)
        .with_context(|| format!("{name} is not set: this program is run by `cargo xtask build`"))
}

/// The assets that Trunk built: all files of the bundle but the template. Trunk
/// makes no folders; those in the bundle are input for this program.
fn bundle_assets(bundle: &Path) -> Result<Vec<Asset>> {
    let mut assets = Vec::new();
    for entry in fs::read_dir(bundle).with_context(|| format!("reading {}", bundle.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name != TEMPLATE && entry.file_type()?.is_file() {
            let path = entry.path();
            let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            assets.push((name, bytes));
        }
    }
    // `read_dir` returns the entries in no defined order.
    assets.sort();
    Ok(assets)
}
