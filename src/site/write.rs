//! The pages on disk.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use says_who_cards::Painter;

use super::{Site, Template};
use crate::embedded;
use crate::routes::Base;

/// Writes every page into the folder that Trunk is filling.
///
/// Reads `TRUNK_STAGING_DIR` and `TRUNK_PUBLIC_URL`, which Trunk sets for its
/// hooks, `SAYS_WHO_CARDS`, the folder in which painted cards are kept, and
/// `SAYS_WHO_ORIGIN`, the scheme and host of the site, where known.
///
/// # Errors
///
/// Where it is not run by Trunk, the frame lacks a place, or a file can't be written.
pub async fn write() -> Result<()> {
    let setting = |name: &str| {
        env::var(name).with_context(|| {
            format!("{name} is not set: this program is run by Trunk, through `cargo xtask build`")
        })
    };
    let folder = setting("TRUNK_STAGING_DIR")?;
    let base: Base = setting("TRUNK_PUBLIC_URL")?.parse()?;
    let origin = env::var("SAYS_WHO_ORIGIN").ok();

    let folder = Path::new(&folder);
    let frame = folder.join("index.html");
    let html =
        fs::read_to_string(&frame).with_context(|| format!("reading {}", frame.display()))?;
    let template = Template::new(&html)?;
    let library = embedded::library();
    let site = Site {
        library: &library,
        template: &template,
        base: &base,
        origin: origin.as_deref(),
    };
    let put = |path: &str, bytes: &[u8]| -> Result<()> {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))
    };
    for file in site.files().await {
        put(&file.path, file.text.as_bytes())?;
    }
    let store = PathBuf::from(setting("SAYS_WHO_CARDS")?);
    let mut painter = Painter::new(&store);
    for (path, card) in site.cards() {
        let png = painter
            .png(&card)
            .with_context(|| format!("keeping cards in {}", store.display()))?;
        put(&path, &png)?;
    }
    Ok(())
}
