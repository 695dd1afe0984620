//! The site on disk.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow};
use says_who_cards::Painter;
use says_who_model::Library;

use super::{DataFile, Site, Template, markdown, single_file};
use crate::routes::Base;

/// The frame, in the folder that Trunk wrote.
const FRAME: &str = "index.html";

/// Writes a whole site: what Trunk made, the data, every page.
///
/// Reads its settings from the environment: `SAYS_WHO_SHELL`, the folder that
/// Trunk wrote; `SAYS_WHO_DATA`, the folder with the disputes; `SAYS_WHO_OUT`,
/// the folder to write; `SAYS_WHO_BASE`, the path under which the site will
/// stand; `SAYS_WHO_CARDS`, the folder in which painted cards are kept; and
/// `SAYS_WHO_ORIGIN`, the scheme and host of the site, where known.
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

    let library = library()?;
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
    copy_shell(&shell, &out)?;
    put(&data.name, &data.bytes)?;
    for file in site.files().await {
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

    let mut library = library()?;
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
    let library = library()?;
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

fn library() -> Result<Library> {
    let folder = PathBuf::from(setting("SAYS_WHO_DATA")?);
    says_who_files::library(&folder).map_err(|report| anyhow!("{report}"))
}

fn setting(name: &str) -> Result<String> {
    env::var(name)
        .with_context(|| format!("{name} is not set: this program is run by `cargo xtask build`"))
}

/// Copies what Trunk made, which is files without folders, but for the frame.
fn copy_shell(shell: &Path, out: &Path) -> Result<()> {
    for entry in fs::read_dir(shell).with_context(|| format!("reading {}", shell.display()))? {
        let entry = entry?;
        if entry.file_name() != FRAME {
            let path = entry.path();
            fs::copy(&path, out.join(entry.file_name()))
                .with_context(|| format!("copying {}", path.display()))?;
        }
    }
    Ok(())
}
