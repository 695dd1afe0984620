//! The site on its readers' devices: the worker that keeps what they visited,
//! and the script by which pages ask for it. What both do stands in `worker.js`
//! and `offline.js`; here they learn which release this is.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::Site;
use super::digest::{digits, integrity};
use super::escape::escape;
use super::prerender::{File, file_of, is_of_app};
use super::script::without_comments;
use says_who_routes::{Base, Route};
use says_who_view::citations::json_text;
use says_who_view::pages::Page;

/// The worker's address below the base path. It stays, so that a newer release's
/// worker takes the place of an older one's.
const WORKER: &str = "worker.js";

const KEEPS: &str = include_str!("../../../web/worker.js");
const FREES: &str = include_str!("../../../web/worker-off.js");
const PAGE: &str = include_str!("../../../web/offline.js");

/// The folder of the shell with these programs made small, where they were
/// (`xtask/src/minify.rs`).
const SHORT: &str = "short";

/// A name below the base path, and what is there.
pub(super) type Named = (String, Vec<u8>);

/// The site as its readers' devices keep it, while its files are made.
///
/// Each page names the release, which is a digest of all that a reader is sent;
/// cards are in it by the digests of theirs that pages name. So that no page has
/// to wait in memory for the last one, each is written with a gap.
pub(super) struct Keeping {
    script: Named,
    worker: String,
    /// The tag by which a page asks for the script, with the gap in it.
    tag: String,
    digest: Sha256,
    /// The pages with a gap, and where in them it is.
    gaps: Vec<(String, usize)>,
}

/// The release of a site that is kept.
pub(super) struct Release {
    script: Named,
    worker: String,
    pub(super) name: String,
    /// The pages with a gap, which the name fills: their paths, and the byte at
    /// which it begins.
    pub(super) gaps: Vec<(String, usize)>,
}

/// What stands in the gap, as long as a release and no part of an address.
const GAP: &str = "{{{{{{{{{{{{{{{{";

impl Keeping {
    /// Begins with `shared`, what every page loads of the `shell`.
    pub(super) fn begin(site: &Site<'_>, shell: &Path, shared: &[Named]) -> Result<Self> {
        let script = short(shell, "offline.js", PAGE)?.into_bytes();
        let name = format!("offline-{}.js", digits(&script));
        let mut digest = Sha256::new();
        for (name, bytes) in shared {
            add(&mut digest, name, bytes);
        }
        Ok(Self {
            tag: tag(site, &name, &script),
            script: (name, script),
            worker: short(shell, WORKER, KEEPS)?,
            digest,
            gaps: Vec::new(),
        })
    }

    /// Takes the next file into the release, and gives it as it is written: a
    /// page asks for the script.
    pub(super) fn take(&mut self, mut file: File) -> File {
        add(&mut self.digest, &file.path, file.text.as_bytes());
        let head = is_of_app(&file).then(|| file.text.find("</head>"));
        let (Some(head), Some(gap)) = (head.flatten(), self.tag.find(GAP)) else {
            return file;
        };
        file.text.insert_str(head, &self.tag);
        self.gaps.push((file.path.clone(), head + gap));
        file
    }

    /// The release, when it has taken every file.
    pub(super) fn release(mut self) -> Release {
        // As they are sent: a tool may make them another way than before.
        for program in [self.worker.as_bytes(), &self.script.1] {
            add(&mut self.digest, "", program);
        }
        let digest = self.digest.finalize();
        let bytes = digest.iter().take(GAP.len() / 2);
        Release {
            script: self.script,
            worker: self.worker,
            name: bytes.map(|byte| format!("{byte:02x}")).collect(),
            gaps: self.gaps,
        }
    }
}

impl Release {
    /// The script and the worker. The worker knows what every page loads, the
    /// pages that it fetches before anybody asks for them, and the one that it
    /// shows in place of what it has not; `page` gives the file of a page, where
    /// there is one, with its gap filled.
    pub(super) fn files(
        self,
        site: &Site<'_>,
        shared: &[Named],
        page: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> [Named; 2] {
        let files = shared.iter().chain([&self.script]);
        let files = files.map(|(name, bytes)| listed(name, bytes));
        let files: Vec<String> = files.collect();
        let listed_page = |route: Route| {
            let bytes = page(&file_of(&route))?;
            Some(listed(&route.to_string(), &bytes))
        };
        let featured = site.library.disputes.first();
        let featured = featured.map(|dispute| Route::Dispute(dispute.id.clone()));
        let first = [Route::Home].into_iter().chain(featured);
        let first: Vec<String> = first.filter_map(listed_page).collect();
        let told = format!(
            r#"{{"base":{},"release":"{}","files":[{}],"pages":[{}],"unkept":{}}}"#,
            json_text(site.base.as_str()),
            self.name,
            files.join(","),
            first.join(","),
            listed_page(Route::Unkept).unwrap_or_default(),
        );
        [self.script, worker(&told, &self.worker)]
    }
}

/// Adds a file to a digest. Lengths keep two files apart from one that holds
/// both.
fn add(digest: &mut Sha256, name: &str, bytes: &[u8]) {
    for part in [name.as_bytes(), bytes] {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
}

/// Has no copy of the site kept from now on: pages have no script, nobody comes
/// to the page that stands for what is not kept, and readers who have a copy get
/// this worker, which deletes it.
pub(super) fn off(base: &Base) -> Named {
    worker(
        &format!(r#"{{"base":{}}}"#, json_text(base.as_str())),
        &without_comments(FREES),
    )
}

fn worker(told: &str, program: &str) -> Named {
    let text = format!("const site = {told};\n{program}");
    (WORKER.to_owned(), text.into_bytes())
}

/// The tag by which a page asks for the script, with all that the script needs
/// to know.
fn tag(site: &Site<'_>, name: &str, script: &[u8]) -> String {
    let words = Page::at(site.library, &Route::Home).words();
    let base = site.base.as_str();
    let told = [
        ("src", format!("{base}{name}")),
        ("integrity", integrity(script)),
        ("data-worker", format!("{base}{WORKER}")),
        ("data-release", GAP.to_owned()),
        ("data-lang", words.language.to_owned()),
        ("data-newer", words.newer.to_owned()),
        ("data-show", words.show_newer.to_owned()),
        ("data-close", words.close.to_owned()),
    ];
    let told = told.map(|(name, value)| format!(r#" {name}="{}""#, escape(&value)));
    format!(r#"<script type="module"{}></script>"#, told.concat())
}

/// A file in the worker's list.
fn listed(path: &str, bytes: &[u8]) -> String {
    format!("[{},\"{}\"]", json_text(path), integrity(bytes))
}

/// A program of ours as it is sent: made small if the shell's are, as what is
/// published is.
fn short(shell: &Path, name: &str, program: &str) -> Result<String> {
    let folder = shell.join(SHORT);
    if !folder.is_dir() {
        return Ok(without_comments(program));
    }
    let path = folder.join(name);
    fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}
