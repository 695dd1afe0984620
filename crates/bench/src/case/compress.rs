//! Compresses files in advance, as GitHub Pages compresses them.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Writes a .gz file beside each file that GitHub Pages compresses; for HTML, only
/// beside the page that is loaded.
pub(super) fn compress_files(folder: &Path, page: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let kind = path
            .extension()
            .and_then(|kind| kind.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            compress_files(&path, page)?;
        } else if path == page || matches!(kind, "css" | "js" | "svg" | "wasm") {
            let mut compressed = path.clone().into_os_string();
            compressed.push(".gz");
            fs::write(compressed, gzip(&fs::read(&path)?)?)?;
        }
    }
    Ok(())
}

/// Compresses bytes with gzip at level 9.
fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    gzip.finish()
}
