//! A benchmark case: the page of a dispute with the app, and variants of it without.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use says_who_model::Point;

use crate::plain_html;
use crate::programs::{self, Programs};

/// The base path of every site.
pub(crate) const BASE: &str = "/bench/";

/// The search word for generated disputes; it is in some of their points.
const GENERATED_WORD: &str = "lanterns";

/// The search word for the flagship dispute.
const FLAGSHIP_WORD: &str = "georgia";

/// The name of the flagship dispute in records.
pub(crate) const FLAGSHIP: &str = "flagship";

const PEER: &str = include_str!("peer.js");

/// The size of a generated dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) points: usize,
    /// Statements on each point.
    pub(crate) statements: usize,
}

impl Size {
    /// The usual size: `points` points with four statements each.
    pub(crate) const fn with_points(points: usize) -> Self {
        Self {
            points,
            statements: 4,
        }
    }
}

impl FromStr for Size {
    type Err = String;

    /// Parses points, or points and the statements on each: `1000`, `1000x10`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (points, statements) = text.split_once('x').unwrap_or((text, "4"));
        match (points.parse(), statements.parse()) {
            (Ok(points @ 8..), Ok(statements @ 2..)) => Ok(Self { points, statements }),
            _ => Err(format!(
                "`{text}` is no size: give a number of points from 8 up, or one and the number of statements on each, like 1000x10"
            )),
        }
    }
}

/// A variant of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// The page with the app, as published.
    App,
    /// The page without scripts.
    Floor,
    /// The floor without `content-visibility`, so that everything is laid out.
    /// It exists only if the styles use that property; otherwise it is the floor.
    Plain,
    /// The plain page with a small hand-written script.
    Peer,
}

impl Variant {
    pub(crate) const ALL: [Self; 4] = [Self::App, Self::Floor, Self::Plain, Self::Peer];

    /// The name in records.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Floor => "floor",
            Self::Plain => "plain",
            Self::Peer => "peer",
        }
    }

    /// Whether the page has a script, which sets `data-app` when it is ready.
    pub(crate) fn has_script(self) -> bool {
        matches!(self, Self::App | Self::Peer)
    }
}

/// A dispute and its built sites.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) data: PathBuf,
    /// The ids of the dispute and of its first point.
    pub(crate) dispute: String,
    pub(crate) first: String,
    pub(crate) points: usize,
    pub(crate) statements: usize,
    /// A search word that is in the questions of some points, but not all.
    pub(crate) word: &'static str,
    /// The folder of each variant that exists.
    pub(crate) sites: Vec<(Variant, PathBuf)>,
}

impl Case {
    /// A case with a generated dispute.
    pub(crate) fn sized(programs: &Programs, size: Size) -> Result<Self> {
        let Size { points, statements } = size;
        let name = match statements {
            4 => format!("{points} points"),
            _ => format!("{points} points of {statements}"),
        };
        let data = programs.generate(points, statements)?;
        Self::from_data(name, data, GENERATED_WORD)
    }

    /// A case with the first published dispute.
    pub(crate) fn flagship(programs: &Programs) -> Result<Self> {
        Self::from_data(FLAGSHIP.to_owned(), programs.data.clone(), FLAGSHIP_WORD)
    }

    fn from_data(name: String, data: PathBuf, word: &'static str) -> Result<Self> {
        let library =
            says_who_files::library(&data).map_err(|report| anyhow::anyhow!("{report}"))?;
        let dispute = library.disputes.first().context("there is no dispute")?;
        let first = dispute.points.first().context("there is no point")?;
        Ok(Self {
            name,
            dispute: dispute.id.to_string(),
            first: first.id.to_string(),
            points: dispute.all_points().count(),
            statements: dispute.all_points().flat_map(Point::statements).count(),
            data,
            word,
            sites: Vec::new(),
        })
    }

    /// The page's path, below the base.
    pub(crate) fn page(&self) -> String {
        format!("{}/", self.dispute)
    }

    /// Builds the site into `folder`, and the other variants beside it.
    pub(crate) fn build(&mut self, programs: &Programs, folder: &Path) -> Result<()> {
        let site = |variant: Variant| folder.join(variant.name());
        let app = site(Variant::App);
        if app.exists() {
            fs::remove_dir_all(&app)?;
        }
        programs::run(&mut programs.build_site(&self.data, &app))?;
        self.sites = write_variants(&app, &self.page(), &site)?;
        self.sites.insert(0, (Variant::App, app));
        for (_, site) in &self.sites {
            compress_files(site, &site.join(self.page()).join("index.html"))?;
        }
        Ok(())
    }
}

/// Writes the floor, the plain page if it differs, and the peer.
fn write_variants(
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
    let with =
        |more: &str| plain_html::append_to_head(&floor, more).context("the page has no head");
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

/// Writes a .gz file beside each file that GitHub Pages compresses; for HTML, only
/// beside the page that is loaded.
fn compress_files(folder: &Path, page: &Path) -> Result<()> {
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Size, Variant, compress_files, write_variants};
    use crate::plain_html::has_script;

    #[test]
    fn the_variants_are_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let site = |variant: Variant| folder.path().join(variant.name());
        let read = |variant: Variant, file: &str| fs::read_to_string(site(variant).join(file));
        let app = site(Variant::App);
        fs::create_dir_all(app.join("d")).expect("a folder");
        fs::write(
            app.join("d/index.html"),
            r#"<html><head><link rel="stylesheet" href="/bench/a.css" integrity="x"><script src="/bench/boot.js"></script></head><body><p>1</p></body></html>"#,
        )
        .expect("a file");
        fs::write(app.join("boot.js"), "1").expect("a file");
        fs::write(app.join("icon.svg"), "<svg/>").expect("a file");

        for css in ["p{color:red}", "p{content-visibility:auto}"] {
            fs::write(app.join("a.css"), css).expect("a file");
            let made = write_variants(&app, "d/", &site).expect("the others");
            let made: Vec<Variant> = made.into_iter().map(|(variant, _)| variant).collect();
            let laid_out = css.replace("auto", "visible");
            if css == laid_out {
                assert_eq!(made, [Variant::Floor, Variant::Peer]);
            } else {
                assert_eq!(made, [Variant::Floor, Variant::Plain, Variant::Peer]);
            }
            for variant in made {
                let page = read(variant, "d/index.html").expect("a page");
                assert!(page.contains("<p>1</p>"), "{page}");
                assert_eq!(has_script(&page), variant == Variant::Peer, "{page}");
                assert_eq!(page.contains("peer.js"), variant == Variant::Peer, "{page}");
                assert_eq!(
                    page.contains("integrity"),
                    variant == Variant::Floor,
                    "{page}"
                );
                let expected = if variant == Variant::Floor {
                    css
                } else {
                    &laid_out
                };
                assert_eq!(read(variant, "a.css").expect("styles"), expected);
                assert!(read(variant, "boot.js").is_err());
            }
        }
        fs::write(app.join("d/index.html"), "<html><head></head></html>").expect("a file");
        assert!(write_variants(&app, "d/", &site).is_err());
    }

    #[test]
    fn files_that_pages_compresses_are_compressed() {
        let folder = tempfile::tempdir().expect("a folder");
        let site = folder.path();
        fs::create_dir_all(site.join("d/e")).expect("a folder");
        for file in ["a.wasm", "a.css", "a.bin", "d/index.html", "d/e/index.html"] {
            fs::write(site.join(file), "x".repeat(1000)).expect("a file");
        }
        compress_files(site, &site.join("d/").join("index.html")).expect("packed");
        for (file, is_compressed) in [
            ("a.wasm.gz", true),
            ("a.css.gz", true),
            ("a.bin.gz", false),
            ("d/index.html.gz", true),
            ("d/e/index.html.gz", false),
        ] {
            let size = fs::metadata(site.join(file)).map(|file| file.len());
            assert_eq!(size.is_ok_and(|size| size < 100), is_compressed, "{file}");
        }
    }

    #[test]
    fn sizes_are_read() {
        let size = |points, statements| Ok(Size { points, statements });
        assert_eq!("100".parse(), size(100, 4));
        assert_eq!("1000x10".parse(), size(1000, 10));
        for wrong in ["", "7", "100x1", "x", "100x", "many"] {
            assert!(wrong.parse::<Size>().is_err(), "{wrong}");
        }
    }
}
