//! The entry points of the generator: from checked data and the app bundle to the
//! files of a site.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use says_who_bundle::{Asset, Bundle};
use says_who_cards::Painter;
use says_who_model::Library;
use says_who_model::format::Dispute;
use says_who_model::read::{self, InputFile, Report, SiteData, Versions};

use super::card::{CardWarnings, file_to_blame};
use super::parallel_map::parallel_map_ordered;
use super::{File, Site, branding, exports, offline, prerender, single_file, webmanifest};
use says_who_routes::{Base, Route};
use says_who_view::embed_code::EMBED_SCRIPT;

/// The checked data of a site.
#[derive(Clone, Debug)]
pub struct Input {
    /// The disputes.
    pub library: Arc<Library>,
    /// The current and the registered versions.
    pub versions: Versions,
    /// The disputes as the data files have them, in the same order.
    tables: Vec<Dispute>,
    /// The data files.
    files: Vec<InputFile>,
}

impl Input {
    /// Reads the data in `folder`.
    ///
    /// # Errors
    ///
    /// All problems of the data.
    pub fn read(folder: &Path) -> Result<Self, Report> {
        let files = says_who_files::read_folder(folder)?;
        let data = read::site_data(&folder.display().to_string(), &files)?;
        Ok(Self::new(data, files))
    }

    /// Reads the data in `folder` and checks that it may be published. `examples` are
    /// the template files for a new dispute.
    ///
    /// # Errors
    ///
    /// All problems of the data; if there are none, what has to be done before it may
    /// be published.
    pub fn read_publishable(folder: &Path, examples: &[InputFile]) -> Result<Self, Report> {
        let files = says_who_files::read_folder(folder)?;
        let data = read::publishable(&folder.display().to_string(), &files, examples)?;
        Ok(Self::new(data, files))
    }

    fn new(data: SiteData, files: Vec<InputFile>) -> Self {
        Self {
            library: Arc::new(data.library),
            versions: data.versions,
            tables: data.disputes,
            files,
        }
    }
}

/// How a site is generated.
#[derive(Clone, Debug)]
pub struct Options {
    /// The app.
    pub bundle: Bundle,
    /// The base path of the site.
    pub base: Base,
    /// The scheme and host of the site, if known.
    pub origin: Option<String>,
    /// Whether a service worker keeps visited pages on readers' devices.
    pub offline: bool,
    /// The folder that caches painted cards.
    pub card_cache: PathBuf,
}

/// Writes a whole site into the folder `out`: the assets and every page. After each
/// page, `progress` gets the number of pages written and of all pages. Returns the
/// warnings about preview cards.
///
/// # Errors
///
/// A file can't be written.
pub fn generate_site(
    input: &Input,
    options: &Options,
    out: &Path,
    progress: impl Fn(usize, usize),
) -> Result<CardWarnings> {
    let mut bundle = options.bundle.clone();
    branding::add_accent(&input.library.site, &mut bundle)?;
    let origin = options.origin.as_deref();
    let release = match options.offline {
        true => Some(offline::release_name(
            &bundle,
            &input.files,
            &options.base,
            origin,
        )?),
        false => None,
    };
    let site = Site {
        release: release.as_deref(),
        ..Site::new(&input.library, &bundle, &options.base, origin)?
    };
    let out = OutputFolder(out.to_owned());
    fs::create_dir_all(&out.0).with_context(|| format!("creating {}", out.0.display()))?;
    write_assets(&site, &out)?;

    let mut routes = prerender::routes(&input.library);
    if release.is_none() {
        routes.retain(|route| *route != Route::NotOffline);
    }
    let warnings = write_pages(&site, &routes, &options.card_cache, &out, progress)?;
    out.write_files(site.site_wide_files(&routes))?;
    out.write_files(exports::files(&site, input.tables.clone())?)?;
    let worker = match &release {
        None => offline::unregistering_worker(&site)?,
        Some(release) => {
            let read_page = |path: &str| fs::read(out.0.join(path)).ok();
            offline::worker(&site, release, read_page)?
        }
    };
    out.write_files([worker])?;
    Ok(warnings)
}

/// A copy of the dispute `id` as a single HTML file.
///
/// # Errors
///
/// There is no such dispute, or the origin is not one.
pub fn generate_single_file(input: &Input, options: &Options, id: &str) -> Result<String> {
    let mut library = (*input.library).clone();
    library.disputes.retain(|dispute| dispute.id.as_str() == id);
    let library = Arc::new(library);
    let mut bundle = options.bundle.clone();
    branding::add_accent(&library.site, &mut bundle)?;
    let origin = options.origin.as_deref();
    single_file::single_file(&Site::new(&library, &bundle, &options.base, origin)?)
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

    fn write_files(&self, files: impl IntoIterator<Item = File>) -> Result<()> {
        let mut files = files.into_iter();
        files.try_for_each(|file| self.write(&file.path, file.text.as_bytes()))
    }
}

/// Writes the files that the pages load, and those that other sites and systems load.
fn write_assets(site: &Site<'_>, out: &OutputFolder) -> Result<()> {
    let bundle = site.bundle;
    let write = |asset: &Asset| out.write(&asset.name, bundle.contents(asset)?);
    bundle
        .manifest
        .page_assets()
        .into_iter()
        .try_for_each(write)?;
    if site.release.is_some() {
        write(&bundle.manifest.offline)?;
    }
    out.write(EMBED_SCRIPT, bundle.contents(&bundle.manifest.embed)?)?;
    if let Some(logo) = &site.library.site.logo {
        out.write(&logo.file_name(), logo.bytes())?;
    }
    let mut files = webmanifest::files(site).into_iter();
    files.try_for_each(|(name, bytes)| out.write(&name, &bytes))
}

/// Renders the pages in parallel and writes them, with their cards, in the order of
/// `routes`. Each page is dropped once it is written.
fn write_pages(
    site: &Site<'_>,
    routes: &[Route],
    card_cache: &Path,
    out: &OutputFolder,
    progress: impl Fn(usize, usize),
) -> Result<CardWarnings> {
    let make_renderer = || {
        let mut painter = Painter::new(card_cache);
        move |route: &Route| {
            let rendered = site.render_route(route);
            let card = rendered.card.map(|wanted| {
                let drawn = painter.drawable(wanted.card, &wanted.fallback);
                let file = file_to_blame(wanted.file, &wanted.fallback, &drawn.card);
                let warning = (wanted.dispute, file, drawn.missing);
                (wanted.path, painter.png(&drawn.card), warning)
            });
            (rendered.files, card)
        }
    };
    let mut written = 0;
    let mut warnings = CardWarnings::default();
    parallel_map_ordered(routes, make_renderer, |(files, card)| {
        out.write_files(files)?;
        if let Some((path, png, (dispute, file, missing))) = card {
            let png = png.with_context(|| format!("caching cards in {}", card_cache.display()))?;
            out.write(&path, &png)?;
            // A page of the whole site has the card of the first dispute.
            if let Some(dispute) = dispute.filter(|_| !missing.is_empty()) {
                warnings.add(dispute, file, missing);
            }
        }
        written += 1;
        progress(written, routes.len());
        Ok::<(), anyhow::Error>(())
    })?;
    Ok(warnings)
}
