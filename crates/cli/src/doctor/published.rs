//! Examines a published site: whether its host serves it as it was built.

use says_who_view::dom::attribute;

use super::Finding;
use super::answer::{Answer, Host};
use crate::build_manifest::{self, BuildManifest, Entry};
use crate::site_address::SiteAddress;

/// The longest time that a page may be kept, in seconds, so that a correction reaches
/// readers the same hour.
const MAX_AGE: u64 = 3600;

/// An address that no site has.
const UNKNOWN: &str = "says-who-doctor-asks-for-an-unknown-address/";

/// What the answer to an unknown address has in it if it is the site's own.
const NOT_FOUND_ROUTE: &str = "404.html";

/// Everything that is not as it should be. If the start page is not what it should be,
/// only that: the rest would follow from it.
pub(super) fn examine(address: &SiteAddress) -> Vec<Finding> {
    let host = Host::new(address);
    let start = match start_page(&host, address) {
        Ok(start) => start,
        Err(finding) => return vec![finding],
    };
    let mut findings = Vec::new();
    findings.extend(origin(&start, address));
    findings.extend(caching(&start));
    findings.extend(policy(&start));
    match manifest(&host) {
        Ok(manifest) => {
            findings.extend(start_page_as_built(&start, &manifest));
            findings.extend(files(&host, &manifest));
            findings.extend(folders(&host, &manifest));
            findings.extend(compression(&host, &manifest));
        }
        Err(finding) => findings.push(finding),
    }
    findings.extend(unknown_addresses(&host));
    findings
}

/// The start page, if it is one of ours that was built for this address.
fn start_page(host: &Host<'_>, address: &SiteAddress) -> Result<Answer, Finding> {
    let start = host.get("").map_err(|why| {
        Finding::problem(
            format!("{address} does not answer: {why}"),
            "look whether the address is right, and whether the host is up",
        )
    })?;
    if start.is_redirect() {
        let to = start.header("location");
        return Err(Finding::problem(
            format!("{address} leads to {to}"),
            "examine that address; if it is the site's, build the site with it",
        ));
    }
    if start.status != 200 {
        return Err(Finding::problem(
            format!("{address} is answered with the status {}", start.status),
            "look whether the site was uploaded, and whether the path is right",
        ));
    }
    let path = address.public_url.to_string();
    match start.attribute(attribute::BASE) {
        None => Err(Finding::problem(
            format!("what stands at {address} is no page of `says-who`"),
            "look whether the address is right, and whether the host shows a page of its own",
        )),
        Some(base) if base != path => Err(Finding::problem(
            format!(
                "the site was built for the path {base} and stands at {path}: no link on it leads to a page"
            ),
            format!("build it with `--address {address}`"),
        )),
        Some(_) => Ok(start),
    }
}

/// Whether the pages name the host that they are on.
fn origin(start: &Answer, address: &SiteAddress) -> Option<Finding> {
    let remedy = format!("build it with `--address {address}`");
    match start.attribute(attribute::ORIGIN) {
        None => Some(Finding::note(
            "the site was built without its address: citation files and feeds have no links, and messengers show no preview cards",
            remedy,
        )),
        Some(named) if named != address.origin.to_string() => Some(Finding::problem(
            format!(
                "the pages say that they are at {named}: citations, feeds and preview cards lead there"
            ),
            remedy,
        )),
        Some(_) => None,
    }
}

/// Whether a correction reaches readers soon.
fn caching(start: &Answer) -> Option<Finding> {
    let control = start.header("cache-control").to_ascii_lowercase();
    let seconds = control
        .split(',')
        .find_map(|part| part.trim().strip_prefix("max-age=")?.parse::<u64>().ok());
    let is_kept = control.contains("immutable") || seconds.is_some_and(|age| age > MAX_AGE);
    is_kept.then(|| {
        Finding::problem(
            format!("pages are kept by browsers for long (`cache-control: {control}`): a correction does not reach readers"),
            "let the host send pages with `cache-control: max-age=600`",
        )
    })
}

/// Whether a policy of the host lets the app run.
fn policy(start: &Answer) -> Option<Finding> {
    let policy = start.header("content-security-policy");
    let limits_scripts = ["script-src", "default-src"]
        .iter()
        .any(|name| policy.contains(name));
    (limits_scripts && !policy.contains("'wasm-unsafe-eval'")).then(|| {
        Finding::problem(
            "the host sends a content security policy that stops the app",
            "take the header `content-security-policy` away, since every page has its own policy, or add `'wasm-unsafe-eval'` to its `script-src`",
        )
    })
}

/// What the build says of its files.
fn manifest(host: &Host<'_>) -> Result<BuildManifest, Finding> {
    let name = build_manifest::NAME;
    let remedy = "upload all of the folder that `says-who build` writes";
    let answer = host
        .get(name)
        .map_err(|why| Finding::problem(format!("`{name}` can't be downloaded: {why}"), remedy))?;
    if answer.status != 200 {
        return Err(Finding::problem(
            format!(
                "`{name}` is answered with the status {}: the next build can't keep what open pages need",
                answer.status
            ),
            remedy,
        ));
    }
    BuildManifest::parse(&answer.body).map_err(|why| {
        Finding::problem(
            format!("`{name}` is not what a build writes: {why}"),
            remedy,
        )
    })
}

/// Whether the start page is the one of the build.
fn start_page_as_built(start: &Answer, manifest: &BuildManifest) -> Option<Finding> {
    let entry = manifest.file("index.html")?;
    (!is_as_built(start, entry)).then(|| {
        Finding::problem(
            "the start page is not the one of this build",
            "look whether an upload ended half-way, whether a cache of the host still has an older page, and whether the host changes pages (minifies them, adds a script)",
        )
    })
}

fn is_as_built(answer: &Answer, entry: &Entry) -> bool {
    let found = Entry::from_bytes(entry.path.clone(), &answer.body);
    (found.size, &found.sha256) == (entry.size, &entry.sha256)
}

/// Whether the files of the app, and those that pages still open need, are there.
fn files(host: &Host<'_>, manifest: &BuildManifest) -> Vec<Finding> {
    let own = manifest.hashed_files().map(|entry| (entry, true));
    let kept = manifest.kept().iter().map(|entry| (entry, false));
    own.chain(kept)
        .flat_map(|(entry, is_own)| file(host, entry, is_own))
        .collect()
}

fn file(host: &Host<'_>, entry: &Entry, is_own: bool) -> Vec<Finding> {
    let path = &entry.path;
    let consequence = if is_own {
        "pages can't load it"
    } else {
        "pages of the release before, which are still open, can't load it"
    };
    let upload = "upload all of the folder that `says-who build` writes";
    let answer = match host.get(path) {
        Ok(answer) if answer.status == 200 => answer,
        Ok(answer) => {
            let status = answer.status;
            let what = format!("`{path}` is answered with the status {status}: {consequence}");
            return vec![Finding::problem(what, upload)];
        }
        Err(why) => {
            let what = format!("`{path}` can't be downloaded: {why}");
            return vec![Finding::problem(what, upload)];
        }
    };
    let mut findings = Vec::new();
    if !is_as_built(&answer, entry) {
        findings.push(Finding::problem(
            format!("`{path}` is not what the build wrote: {consequence}"),
            "look whether the host changes files (minifies or optimises them), and upload it again",
        ));
    }
    let kind = answer.media_type();
    if let Some(wanted) = wanted_types(path).filter(|wanted| !wanted.contains(&kind.as_str())) {
        let told = if kind.is_empty() { "no type" } else { &kind };
        let what = format!("`{path}` is sent as {told}");
        let remedy = format!("let the host send it as {}", wanted[0]);
        // Browsers run the app all the same, but compile it only once all of it is there.
        findings.push(if path.ends_with(".wasm") {
            Finding::note(format!("{what}: the app starts later"), remedy)
        } else {
            Finding::problem(format!("{what}: browsers refuse it"), remedy)
        });
    }
    findings
}

/// The media types that a browser takes for a file; `None` if it takes any.
fn wanted_types(path: &str) -> Option<&'static [&'static str]> {
    match path.rsplit_once('.')?.1 {
        "css" => Some(&["text/css"]),
        "js" => Some(&["text/javascript", "application/javascript"]),
        "wasm" => Some(&["application/wasm"]),
        "svg" => Some(&["image/svg+xml"]),
        _ => None,
    }
}

/// Whether the address of a folder is answered with its page, also without the slash at
/// its end.
fn folders(host: &Host<'_>, manifest: &BuildManifest) -> Vec<Finding> {
    let mut pages = manifest.files().iter().map(|entry| &entry.path);
    let Some(folder) = pages.find_map(|path| path.strip_suffix("/index.html")) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    if !host
        .get(&format!("{folder}/"))
        .is_ok_and(|page| page.status == 200)
    {
        findings.push(Finding::problem(
            format!("`{folder}/` is not answered with the page in this folder"),
            "let the host answer the address of a folder with its `index.html`",
        ));
    }
    let leads_on = |answer: &Answer| {
        let to = answer.header("location");
        answer.is_redirect() && to.ends_with(&format!("{folder}/"))
    };
    if !host.get(folder).is_ok_and(|answer| leads_on(&answer)) {
        findings.push(Finding::problem(
            format!("`{folder}` does not lead to `{folder}/`: links without the slash at their end don't arrive"),
            "let the host redirect the address of a folder to the same with a slash",
        ));
    }
    findings
}

/// Whether text and the app are compressed.
fn compression(host: &Host<'_>, manifest: &BuildManifest) -> Option<Finding> {
    let mut files = manifest.hashed_files().map(|entry| entry.path.as_str());
    let wasm = files.find(|path| path.ends_with(".wasm"));
    let plain = |path: &&str| {
        let answer = host.get_compressed(path);
        answer.is_ok_and(|answer| answer.header("content-encoding").is_empty())
    };
    let plain: Vec<&str> = [Some(""), wasm]
        .into_iter()
        .flatten()
        .filter(plain)
        .collect();
    let what = match plain.as_slice() {
        [] => return None,
        [""] => "pages are",
        [_] => "the app is",
        _ => "pages and the app are",
    };
    Some(Finding::note(
        format!("{what} sent without compression, more than twice as large"),
        "let the host compress `text/html` and `application/wasm` with gzip",
    ))
}

/// Whether an unknown address is answered with the site's own page, and as unknown.
fn unknown_addresses(host: &Host<'_>) -> Option<Finding> {
    let answer = host.get(UNKNOWN).ok()?;
    if answer.status == 200 {
        return Some(Finding::problem(
            "an unknown address is answered with the status 200: search engines take in pages that don't exist",
            "let the host answer unknown addresses with `404.html` and the status 404",
        ));
    }
    let route = answer.attribute(attribute::ROUTE);
    (route.as_deref() != Some(NOT_FOUND_ROUTE)).then(|| {
        Finding::problem(
            "an unknown address is answered with a page that is not the site's: older names of pages lead nowhere",
            "let the host answer unknown addresses with `404.html`",
        )
    })
}
