//! Writes the variants of a page beside the page with the app.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{BASE, Variant};
use crate::plain_html;

const PEER: &str = include_str!("../peer.js");

/// Writes the floor, the plain page if it differs, and the peer.
pub(super) fn write_variants(
    app: &Path,
    page: &str,
    site: &impl Fn(Variant) -> PathBuf,
) -> Result<Vec<(Variant, PathBuf)>> {
    let html = fs::read_to_string(app.join(page).join("index.html"))?;
    let floor = plain_html::without_script(&html);
    ensure!(
        plain_html::has_script(&html) && !plain_html::has_script(&floor),
        "the page without script has some, or the page with it has none"
    );
    // The files at the root that pages without scripts need: styles, the icon.
    let mut files = Vec::new();
    let mut is_laid_out = true;
    for entry in fs::read_dir(app)? {
        let path = entry?.path();
        let kind = path
            .extension()
            .and_then(|kind| kind.to_str())
            .unwrap_or_default();
        if let (Some(name), "css" | "svg") = (path.file_name(), kind) {
            let text = fs::read_to_string(&path)?;
            let all = plain_html::without_content_visibility(&text).filter(|_| kind == "css");
            is_laid_out &= all.is_none();
            files.push((name.to_owned(), text.clone(), all.unwrap_or(text)));
        }
    }
    let script = format!(r#"<script type="module" src="{BASE}peer.js"></script>"#);
    let with = |more: &str| {
        let page = plain_html::append_to_head(&floor, more).context("the page has no head");
        page.map(|page| plain_html::with_everything_laid_out(&page))
    };
    let mut variants = vec![
        (Variant::Floor, floor.clone()),
        (Variant::Peer, with(&script)?),
    ];
    if !is_laid_out {
        variants.insert(1, (Variant::Plain, with("")?));
    }
    let mut written = Vec::new();
    for (variant, html) in variants {
        let folder = site(variant);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(folder.join(page))?;
        fs::write(folder.join(page).join("index.html"), html)?;
        for (name, original, laid_out) in &files {
            let text = if variant == Variant::Floor {
                original
            } else {
                laid_out
            };
            fs::write(folder.join(name), text)?;
        }
        if variant == Variant::Peer {
            fs::write(folder.join("peer.js"), PEER)?;
        }
        written.push((variant, folder));
    }
    Ok(written)
}
