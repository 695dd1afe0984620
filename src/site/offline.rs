//! The site on its readers' devices: the worker that keeps what they visited,
//! and the script by which pages ask for it. What both do stands in `worker.js`
//! and `offline.js`; here they learn which release this is.

use sha2::{Digest, Sha256};

use super::Site;
use super::digest::{digits, integrity};
use super::escape::escape;
use super::prerender::{File, file_of, is_of_app};
use crate::citations::json_text;
use crate::pages::Page;
use crate::routes::{Base, Route};

/// The worker's address below the base path. It stays, so that a newer release's
/// worker takes the place of an older one's.
const WORKER: &str = "worker.js";

const KEEPS: &str = include_str!("../../worker.js");
const FREES: &str = include_str!("../../worker-off.js");
const PAGE: &str = include_str!("../../offline.js");

/// A name below the base path, and what is there.
pub(super) type Named = (String, Vec<u8>);

/// Has the site kept on its readers' devices: puts the script into `pages`, and
/// gives the files that this takes. `shared` is what every page loads.
pub(super) fn on(site: &Site<'_>, shared: &[Named], pages: &mut [File]) -> Vec<Named> {
    let script = without_comments(PAGE).into_bytes();
    let name = format!("offline-{}.js", digits(&script));
    let release = release(shared, pages);
    let tag = tag(site, &name, &script, &release);
    for page in pages.iter_mut().filter(|page| is_of_app(page)) {
        page.text = page.text.replacen("</head>", &format!("{tag}</head>"), 1);
    }
    let script = (name, script);
    let files = shared.iter().chain([&script]);
    let files = files.map(|(name, bytes)| listed(name, bytes));
    let listed_pages = |routes: &[Route]| -> Vec<String> {
        let of = |route: &Route| {
            let path = file_of(route);
            let page = pages.iter().find(|page| page.path == path);
            page.map(|page| listed(&route.to_string(), page.text.as_bytes()))
        };
        routes.iter().filter_map(of).collect()
    };
    let featured = site.library.disputes.first();
    let featured = featured.map(|dispute| Route::Dispute(dispute.id.clone()));
    let first: Vec<Route> = [Route::Home].into_iter().chain(featured).collect();
    let told = format!(
        r#"{{"base":{},"release":"{release}","files":[{}],"pages":[{}],"unkept":{}}}"#,
        json_text(site.base.as_str()),
        files.collect::<Vec<_>>().join(","),
        listed_pages(&first).join(","),
        listed_pages(&[Route::Unkept]).concat(),
    );
    let worker = worker(&told, KEEPS);
    vec![script, worker]
}

/// Has no copy of the site kept from now on: pages have no script, and readers
/// who have a copy get a worker that deletes it.
pub(super) fn off(base: &Base, pages: &mut Vec<File>) -> Named {
    // Nobody would come to it.
    let unkept = Route::Unkept.to_string();
    pages.retain(|page| page.path != unkept);
    worker(
        &format!(r#"{{"base":{}}}"#, json_text(base.as_str())),
        FREES,
    )
}

fn worker(told: &str, program: &str) -> Named {
    let program = without_comments(program);
    let text = format!("const site = {told};\n{program}");
    (WORKER.to_owned(), text.into_bytes())
}

/// The release: a digest of all that a reader is sent. Cards are in it by the
/// digests of theirs that pages name.
fn release(shared: &[Named], pages: &[File]) -> String {
    let mut digest = Sha256::new();
    let pages = pages
        .iter()
        .map(|page| (page.path.as_str(), page.text.as_bytes()));
    let programs = [KEEPS, PAGE].map(|program| ("", program.as_bytes()));
    let shared = shared
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    for (name, bytes) in shared.chain(pages).chain(programs) {
        // Lengths keep two files apart from one that holds both.
        for part in [name.as_bytes(), bytes] {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
    }
    let digest = digest.finalize();
    let bytes = digest.iter().take(8);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

/// The tag by which a page asks for the script, with all that the script needs
/// to know.
fn tag(site: &Site<'_>, name: &str, script: &[u8], release: &str) -> String {
    let words = Page::at(site.library, &Route::Home).words();
    let base = site.base.as_str();
    let told = [
        ("src", format!("{base}{name}")),
        ("integrity", integrity(script)),
        ("data-worker", format!("{base}{WORKER}")),
        ("data-release", release.to_owned()),
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

/// A program of ours, in which comments have lines of their own and no text
/// goes over lines, without comments and indentation.
fn without_comments(program: &str) -> String {
    let lines = program.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}
