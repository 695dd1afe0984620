//! The site on disk.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow};
use says_who_cards::Painter;
use says_who_model::Library;
use says_who_model::read::{self, InputFile};

use super::{DataFile, Site, Template, markdown, offline, published, single_file, webmanifest};
use crate::routes::Base;

/// The frame, in the folder that Trunk wrote.
const FRAME: &str = "index.html";

/// Writes a whole site: what Trunk made, the data, every page.
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
pub async fn write() -> Result<()> {
    let folder = |name: &str| setting(name).map(PathBuf::from);
    let (shell, out) = (folder("SAYS_WHO_SHELL")?, folder("SAYS_WHO_OUT")?);
    let base: Base = setting("SAYS_WHO_BASE")?.parse()?;
    let origin = env::var("SAYS_WHO_ORIGIN").ok();

    let (library, inputs) = library()?;
    let template = template(&shell, &base)?;
    let data = DataFile::of(&library)?;
    let library = std::sync::Arc::new(library);
    let site = Site {
        library: &library,
        template: &template,
        data: &data,
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
    fs::create_dir_all(&out).with_context(|| format!("making {}", out.display()))?;
    let mut shared = shared(&shell)?;
    shared.push((data.name.clone(), data.bytes.clone()));
    let mut files = site.files().await;
    let mut more = webmanifest::add(&site, &mut files);
    if env::var("SAYS_WHO_OFFLINE").is_ok_and(|setting| setting == "off") {
        more.push(offline::off(&base, &mut files));
    } else {
        more.extend(offline::on(&site, &shared, &mut files));
    }
    for (name, bytes) in shared.iter().chain(&more) {
        put(name, bytes)?;
    }
    files.extend(published::files(&site, &inputs)?);
    for file in files {
        put(&file.path, file.text.as_bytes())?;
    }
    let store = folder("SAYS_WHO_CARDS")?;
    let mut painter = Painter::new(&store);
    for (path, card) in site.cards() {
        let png = painter
            .png(&card)
            .with_context(|| format!("keeping cards in {}", store.display()))?;
        put(&path, &png)?;
    }
    Ok(())
}

/// Writes a copy of the dispute `id` in one file.
///
/// Takes the settings of [`write`], but for the cards, of which there are none;
/// `SAYS_WHO_OUT` is the file.
///
/// # Errors
///
/// As for [`write`], and where there is no such dispute.
pub async fn write_single(id: &str) -> Result<()> {
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
        template: &template(shell, &base)?,
        data: &DataFile::of(&library)?,
        library: &std::sync::Arc::new(library),
        base: &base,
        origin: origin.as_deref(),
    };
    let copy = single_file::single_file(&site, shell).await?;
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
    out.write_all(markdown(dispute).as_bytes())?;
    Ok(())
}

/// The frame of the pages.
fn template(shell: &Path, base: &Base) -> Result<Template> {
    let frame = shell.join(FRAME);
    let html =
        fs::read_to_string(&frame).with_context(|| format!("reading {}", frame.display()))?;
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

/// What Trunk made, which is files without folders, but for the frame.
fn shared(shell: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(shell).with_context(|| format!("reading {}", shell.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name != FRAME {
            let path = entry.path();
            let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            files.push((name, bytes));
        }
    }
    // The order in which a folder gives its files may be any.
    files.sort();
    Ok(files)
}
