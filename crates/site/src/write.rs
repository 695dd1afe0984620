//! The site on disk.

use std::fs::OpenOptions;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow};
use says_who_cards::Painter;
use says_who_model::Library;
use says_who_model::read::{self, InputFile};

use super::in_order::in_order;
use super::offline::{self, Keeping};
use super::script::without_comments;
use super::{
    File, Site, Template, identity, markdown, prerender, published, single_file, webmanifest,
};
use says_who_routes::{Base, Route};
use says_who_view::share::FITS;

/// The frame, in the folder that Trunk wrote.
const FRAME: &str = "index.html";

/// What fits frames to their text, for the pages that show them.
const EMBED: &str = include_str!("../../../web/embed.js");

/// Writes a whole site: what Trunk made, every page.
///
/// Reads its settings from the environment: `SAYS_WHO_SHELL`, the folder that
/// Trunk wrote; `SAYS_WHO_DATA`, the folder with the disputes; `SAYS_WHO_OUT`,
/// the folder to write; `SAYS_WHO_BASE`, the path under which the site will
/// stand; `SAYS_WHO_CARDS`, the folder in which painted cards are kept; and
/// `SAYS_WHO_ORIGIN`, the scheme and host of the site, where known. Where
/// `SAYS_WHO_OFFLINE` is `off`, readers' devices keep no copy of the site.
///
/// # Errors
///
/// Where a setting is missing, the data has a problem, the frame lacks a place,
/// or a file can't be written.
pub fn write() -> Result<()> {
    let folder = |name: &str| setting(name).map(PathBuf::from);
    let (shell, out) = (folder("SAYS_WHO_SHELL")?, folder("SAYS_WHO_OUT")?);
    let base: Base = setting("SAYS_WHO_BASE")?.parse()?;
    let origin = env::var("SAYS_WHO_ORIGIN").ok();

    let (library, inputs) = library()?;
    let mut shared = shared(&shell)?;
    let renamed = identity::add_accent(&library.site, &mut shared);
    shared.extend(identity::logo(&library.site));
    let template = template(&shell, &base, renamed)?;
    let library = std::sync::Arc::new(library);
    let site = Site {
        library: &library,
        template: &template,
        base: &base,
        origin: origin.as_deref(),
    };

    let put = |path: &str, bytes: &[u8]| -> Result<()> {
        let path = out.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))
    };
    let put_all = |files: &[(String, Vec<u8>)]| -> Result<()> {
        let mut files = files.iter();
        files.try_for_each(|(name, bytes)| put(name, bytes))
    };
    fs::create_dir_all(&out).with_context(|| format!("making {}", out.display()))?;
    put_all(&shared)?;
    put_all(&webmanifest::files(&site))?;
    put(FITS, without_comments(EMBED).as_bytes())?;

    let is_off = env::var("SAYS_WHO_OFFLINE").is_ok_and(|setting| setting == "off");
    let mut keeping = (!is_off)
        .then(|| Keeping::begin(&site, &shell, &shared))
        .transpose()?;
    let mut put_file = |file: File| {
        let file = match &mut keeping {
            Some(keeping) => keeping.take(file),
            None => file,
        };
        put(&file.path, file.text.as_bytes())
    };
    let mut routes = prerender::routes(&library);
    if is_off {
        routes.retain(|route| *route != Route::Unkept);
    }
    let machines = site.for_machines(&routes);
    let store = folder("SAYS_WHO_CARDS")?;
    // Each page is written when it and those before it are made, and forgotten.
    let worker = || {
        let mut painter = Painter::new(&store);
        let site = &site;
        move |route: &Route| {
            let drawn = site.drawn(route);
            let card = drawn.card.map(|(path, card)| (path, painter.png(&card)));
            (drawn.files, card)
        }
    };
    in_order(&routes, worker, |(files, card)| {
        files.into_iter().try_for_each(&mut put_file)?;
        if let Some((path, png)) = card {
            let png = png.with_context(|| format!("keeping cards in {}", store.display()))?;
            put(&path, &png)?;
        }
        Ok::<(), anyhow::Error>(())
    })?;
    machines.into_iter().try_for_each(&mut put_file)?;
    for file in published::files(&site, &inputs)? {
        put(&file.path, file.text.as_bytes())?;
    }
    match keeping {
        None => put_all(&[offline::off(&base)]),
        Some(keeping) => {
            let release = keeping.release();
            for (path, at) in &release.gaps {
                let path = out.join(path);
                fill(&path, *at, &release.name)
                    .with_context(|| format!("writing {}", path.display()))?;
            }
            put_all(&release.files(&site, &shared, |page| fs::read(out.join(page)).ok()))
        }
    }
}

/// Writes over what a file has at a place.
fn fill(file: &Path, at: usize, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(file)?;
    file.seek(SeekFrom::Start(at as u64))?;
    file.write_all(text.as_bytes())
}

/// Writes a copy of the dispute `id` in one file.
///
/// Takes the settings of [`write`], but for the cards, of which there are none;
/// `SAYS_WHO_OUT` is the file.
///
/// # Errors
///
/// As for [`write`], and where there is no such dispute.
pub fn write_single(id: &str) -> Result<()> {
    let (shell, out) = (setting("SAYS_WHO_SHELL")?, setting("SAYS_WHO_OUT")?);
    let base: Base = setting("SAYS_WHO_BASE")?.parse()?;
    let origin = env::var("SAYS_WHO_ORIGIN").ok();

    let (mut library, _) = library()?;
    library.disputes.retain(|dispute| dispute.id.as_str() == id);
    if library.disputes.is_empty() {
        return Err(anyhow!("there is no dispute `{id}`"));
    }
    let shell = Path::new(&shell);
    let site = Site {
        template: &template(shell, &base, None)?,
        library: &std::sync::Arc::new(library),
        base: &base,
        origin: origin.as_deref(),
    };
    let copy = single_file::single_file(&site, shell)?;
    fs::write(&out, copy).with_context(|| format!("writing {out}"))
}

/// Prints the dispute `id` of the folder `SAYS_WHO_DATA` as Markdown.
///
/// # Errors
///
/// Where the data has a problem, or no such dispute.
pub fn print(id: &str, out: &mut impl Write) -> Result<()> {
    let (library, _) = library()?;
    let dispute = library
        .disputes
        .iter()
        .find(|dispute| dispute.id.as_str() == id);
    let dispute = dispute.with_context(|| format!("there is no dispute `{id}`"))?;
    out.write_all(markdown(&library.site, dispute).as_bytes())?;
    Ok(())
}

/// The frame of the pages, in which a file is `renamed` from one name to another.
fn template(shell: &Path, base: &Base, renamed: Option<(String, String)>) -> Result<Template> {
    let frame = shell.join(FRAME);
    let html =
        fs::read_to_string(&frame).with_context(|| format!("reading {}", frame.display()))?;
    let html = match renamed {
        Some((from, to)) => html.replace(&from, &to),
        None => html,
    };
    Ok(Template::new(&html, base)?)
}

/// The library, and the files that it was read from.
fn library() -> Result<(Library, Vec<InputFile>)> {
    let folder = PathBuf::from(setting("SAYS_WHO_DATA")?);
    let files = says_who_files::read_folder(&folder).map_err(|report| anyhow!("{report}"))?;
    let library = read::library(&folder.display().to_string(), &files);
    Ok((library.map_err(|report| anyhow!("{report}"))?, files))
}

fn setting(name: &str) -> Result<String> {
    env::var(name)
        .with_context(|| format!("{name} is not set: this program is run by `cargo xtask build`"))
}

/// What Trunk made, which is files without folders, but for the frame. What lies
/// in a folder is for this program.
fn shared(shell: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(shell).with_context(|| format!("reading {}", shell.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name != FRAME && entry.file_type()?.is_file() {
            let path = entry.path();
            let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            files.push((name, bytes));
        }
    }
    // The order in which a folder gives its files may be any.
    files.sort();
    Ok(files)
}
