//! The site on disk.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow};
use says_who_cards::Painter;

use super::{DataFile, Site, Template};
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
    let setting = |name: &str| {
        env::var(name).with_context(|| {
            format!("{name} is not set: this program is run by `cargo xtask build`")
        })
    };
    let folder = |name: &str| setting(name).map(PathBuf::from);
    let (shell, out) = (folder("SAYS_WHO_SHELL")?, folder("SAYS_WHO_OUT")?);
    let base: Base = setting("SAYS_WHO_BASE")?.parse()?;
    let origin = env::var("SAYS_WHO_ORIGIN").ok();

    let library =
        says_who_files::library(&folder("SAYS_WHO_DATA")?).map_err(|report| anyhow!("{report}"))?;
    let frame = shell.join(FRAME);
    let html =
        fs::read_to_string(&frame).with_context(|| format!("reading {}", frame.display()))?;
    let template = Template::new(&html, &base)?;
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
