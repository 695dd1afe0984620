//! The service worker: the site without a connection, and across releases.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use says_who_bundle::{MANIFEST, integrity};
use says_who_tests::{
    Browser, Engine, Failure, Script, Server, files, in_every_engine, lacks, says_who, site,
};
use serde_json::{Value, json};

const BASE: &str = "/a/b/";
const EXPLAINER: &str = "bridge-repair/";
const ITEM: &str = "bridge-repair/who-pays/";
const OTHER: &str = "bridge-repair/mayor-never-saw-it/";
/// A page whose content is not in the explainer.
const FIGURES: &str = "bridge-repair/figures/";
/// A page that no release has.
const MISSING: &str = "bridge-repair/not-there/";

/// The start of the dispute's summary, which identifies the release.
const FIRST: &str = "The first release.";
const SECOND: &str = "The second release.";

/// Two releases of the small dispute, and a third one with offline support turned
/// off. Each has a bundle of its own: no two bundles share a file name.
struct Releases {
    first: PathBuf,
    second: PathBuf,
    off: PathBuf,
}

fn releases() -> &'static Releases {
    static RELEASES: OnceLock<Releases> = OnceLock::new();
    RELEASES.get_or_init(|| {
        let builds = site("offline");
        Releases {
            first: build_release(&builds.join("first"), "0001", FIRST, true),
            second: build_release(&builds.join("second"), "0002", SECOND, true),
            off: build_release(&builds.join("off"), "0003", SECOND, false),
        }
    })
}

/// Builds a release below `folder`, with `words` in the summary, and `digits` in the
/// names of the bundle's files.
fn build_release(folder: &Path, digits: &str, words: &str, offline: bool) -> PathBuf {
    let (data, bundle, out) = (
        folder.join("data"),
        folder.join("bundle"),
        folder.join("site"),
    );
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    for file in files(&fixture) {
        let to = data.join(file.strip_prefix(&fixture).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        // Registered anew, so that the edit needs no revision.
        if !file.ends_with("register.toml") {
            fs::copy(&file, &to).unwrap();
        }
    }
    let dispute = data.join("bridge-repair/dispute.toml");
    let text = fs::read_to_string(&dispute).unwrap();
    let edited = text.replacen(
        "summary = [\n  \"",
        &format!("summary = [\n  \"{words} "),
        1,
    );
    assert_ne!(edited, text);
    fs::write(dispute, edited).unwrap();
    write_bundle(&bundle, digits);

    let run = |command: &mut Command| {
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
    };
    run(says_who(&["register"]).arg(&data));
    run(
        says_who(&["build", "--quiet", "--public-url", BASE, "--data"])
            .arg(&data)
            .arg("--bundle")
            .arg(&bundle)
            .arg("--out")
            .arg(&out)
            .args((!offline).then_some("--no-offline")),
    );
    out
}

/// Writes a bundle like the tested one, with `digits` in the names of its files and in
/// its style sheet.
fn write_bundle(folder: &Path, digits: &str) {
    let tested = std::env::var_os("SAYS_WHO_TEST_BUNDLE").expect("run `cargo xtask test`");
    let tested = Path::new(&tested);
    fs::create_dir_all(folder).unwrap();
    let manifest = fs::read_to_string(tested.join(MANIFEST)).unwrap();
    let mut manifest: Value = serde_json::from_str(&manifest).unwrap();
    for asset in manifest.as_object_mut().unwrap().values_mut() {
        let name = asset["name"].as_str().unwrap().to_owned();
        let mut contents = fs::read(tested.join(&name)).unwrap();
        if name.ends_with(".css") {
            contents.extend(format!("/*{digits}*/").bytes());
            asset["integrity"] = json!(integrity(&contents));
        }
        let other = match name.split_once('-') {
            Some((start, rest)) if rest.len() > 16 => {
                format!("{start}-{digits}{}", &rest[digits.len()..])
            }
            _ => name,
        };
        fs::write(folder.join(&other), contents).unwrap();
        asset["name"] = json!(other);
    }
    fs::write(folder.join(MANIFEST), manifest.to_string()).unwrap();
}

/// The name of a release, read from one of its pages.
fn release_name(release: &Path) -> String {
    let page = fs::read_to_string(release.join("index.html")).unwrap();
    let rest = page.split_once(r#" data-release=""#).unwrap().1;
    rest.split('"').next().unwrap().to_owned()
}

/// The file name of a release's style sheet.
fn style_sheet(release: &Path) -> String {
    let names = files(release);
    let mut names = names
        .iter()
        .map(|file| file.file_name().unwrap().to_str().unwrap());
    names
        .find(|name| name.ends_with(".css"))
        .unwrap()
        .to_owned()
}

async fn open(engine: Engine, server: &Server) -> Browser {
    Browser::open_address(engine, server.address(), Script::On).await
}

/// Whether the browser supports service workers. If not, reports that, and checks
/// that a page works without them.
async fn supports_service_workers(browser: &Browser) -> bool {
    browser.goto_hydrated(EXPLAINER).await;
    let has = browser.eval("return 'serviceWorker' in navigator").await == json!(true);
    if !has {
        lacks(browser.engine, "service workers: pages need a connection");
        browser.goto_hydrated(ITEM).await;
    }
    has
}

/// Evaluates the body of an async function.
async fn eval_async(browser: &Browser, body: &str) -> Value {
    let script = format!(
        "const done = arguments[0]; (async () => {{ {body} }})().then(done, (error) => done(String(error)));"
    );
    browser
        .client
        .execute_async(&script, Vec::new())
        .await
        .unwrap()
}

/// Waits until the body of an async function returns `true`.
async fn wait_async(browser: &Browser, body: &str) {
    browser.eval("delete window.awaited").await;
    let script = format!(
        "(async () => {{ {body} }})().then((value) => {{ window.awaited = value; }}); return window.awaited === true;"
    );
    browser.wait(&script).await;
}

/// Waits until the release is cached and a service worker controls this page.
async fn wait_until_cached(browser: &Browser, release: &Path) {
    let id = release_name(release);
    wait_async(
        browser,
        &format!(
            "if (!navigator.serviceWorker.controller) return false;
             const name = 'says-who {BASE} {id}';
             return (await caches.match(location.origin + '{BASE}offline.html', {{ cacheName: name }})) !== undefined;"
        ),
    )
    .await;
}

/// Waits until a page is in a cache.
async fn wait_until_page_cached(browser: &Browser, path: &str) {
    let address = format!("{}{path}", browser.address);
    wait_async(
        browser,
        &format!("return (await caches.match('{address}')) !== undefined;"),
    )
    .await;
}

/// Waits until the page has its app, its styles, and `words` in its text.
async fn wait_until_complete(browser: &Browser, words: &str) {
    let is_complete = format!(
        "return document.querySelector('#app').dataset.app === 'ready'
           && getComputedStyle(document.querySelector('.masthead__line')).display === 'flex'
           && document.querySelector('main').innerText.includes('{words}')"
    );
    browser.wait(&is_complete).await;
}

/// The names of the site's caches.
async fn cache_names(browser: &Browser) -> Vec<String> {
    let names = eval_async(browser, "return caches.keys()").await;
    let names = names.as_array().unwrap().iter();
    names
        .map(|name| name.as_str().unwrap().to_owned())
        .filter(|name| name.starts_with("says-who "))
        .collect()
}

/// Waits until this release has the only cache.
async fn wait_until_only_cache(browser: &Browser, release: &Path) {
    let name = format!("says-who {BASE} {}", release_name(release));
    wait_async(
        browser,
        &format!("return JSON.stringify(await caches.keys()) === JSON.stringify(['{name}']);"),
    )
    .await;
}

/// Makes the page check for a newer release, as when a reader returns to its tab.
async fn check_for_updates(browser: &Browser) {
    browser
        .eval("document.dispatchEvent(new Event('visibilitychange'))")
        .await;
}

/// Makes the browser check for a newer release, even if the page is not visible.
async fn update_worker(browser: &Browser) {
    browser
        .eval("navigator.serviceWorker.getRegistration().then((one) => one.update())")
        .await;
}

/// Reloads the page as a reader does. The driver's own reload may bypass the service
/// worker.
async fn reload(browser: &Browser) {
    browser
        .eval("window.before = true; location.reload()")
        .await;
    browser
        .wait("return window.before === undefined && document.querySelector('#app')?.dataset.app === 'ready'")
        .await;
}

/// Waits for the offer of a newer release.
async fn wait_for_update_offer(browser: &Browser) {
    browser
        .wait("return document.querySelector('.newer button') !== null")
        .await;
    let words = browser.text(".newer").await;
    assert!(
        words.contains("A newer version of this site is ready."),
        "{words}"
    );
}

/// Opens the first release and visits the explainer and an item's page, until both
/// are cached. `None` if the engine has no service workers.
async fn open_visited(engine: Engine) -> Option<(Server, Browser)> {
    let server = Server::start(&releases().first, BASE);
    let browser = open(engine, &server).await;
    if !supports_service_workers(&browser).await {
        return None;
    }
    wait_until_cached(&browser, &releases().first).await;
    browser.goto_hydrated(ITEM).await;
    wait_until_page_cached(&browser, ITEM).await;
    Some((server, browser))
}

async fn a_visited_explainer_opens_offline(engine: Engine) {
    let Some((mut server, browser)) = open_visited(engine).await else {
        return;
    };

    server.stop();
    for (path, words) in [
        (EXPLAINER, FIRST),
        ("", "Did the county tell"),
        (ITEM, "Who pays"),
    ] {
        browser.goto_hydrated(path).await;
        wait_until_complete(&browser, words).await;
    }
    reload(&browser).await;
    wait_until_complete(&browser, "Who pays").await;
    assert_eq!(
        browser
            .eval("return history.length > 0 && location.pathname")
            .await,
        json!(format!("{BASE}{ITEM}"))
    );

    // This page was not visited, but its item is in the explainer, which is cached.
    browser.goto_hydrated(OTHER).await;
    wait_until_complete(&browser, "We never saw it").await;
    let id = OTHER.trim_end_matches('/').rsplit('/').next().unwrap();
    assert_eq!(
        browser
            .eval("return location.pathname + location.hash")
            .await,
        json!(format!("{BASE}{EXPLAINER}#{id}"))
    );
    // The browser itself reports that this page failed to load.
    let mut messages = browser.console().await;
    messages.retain(|line| !line.contains(OTHER));
    assert_eq!(messages, Vec::<String>::new());
}

/// A script that returns the paths of the cached pages that the offline page lists.
const LISTED_PATHS: &str =
    "return [...document.querySelectorAll('[data-cached] a')].map((link) => link.pathname)";

async fn the_offline_page_lists_the_cached_pages(engine: Engine) {
    let Some((mut server, browser)) = open_visited(engine).await else {
        return;
    };
    // A page that is opened without a page load is cached too.
    browser.click(".neighbours__previous a").await;
    let shown = "bridge-repair/notice-given/";
    wait_until_page_cached(&browser, shown).await;

    server.stop();
    browser.goto_hydrated(FIGURES).await;
    wait_until_complete(&browser, "Not available offline").await;
    assert_eq!(
        browser
            .eval("return getComputedStyle(document.querySelector('main')).visibility")
            .await,
        json!("visible")
    );
    // Only the cached pages are listed, all of them, by title.
    let listed = browser.eval(LISTED_PATHS).await;
    let all = ["", EXPLAINER, shown, ITEM].map(|path| format!("{BASE}{path}"));
    assert_eq!(listed, json!(all));
    let page = browser.text("main").await;
    for words in [
        "These pages are available offline",
        "The Bridge Papers",
        "Did the county tell the town that the bridge would close?",
        "Was notice given before the closure?",
        "Who pays for the detour?",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("No pages are saved"), "{page}");
    // Each link works.
    for path in &all {
        browser.goto_hydrated(FIGURES).await;
        browser
            .eval(&format!(
                "document.querySelector('[data-cached] a[href=\"{path}\"]').click()"
            ))
            .await;
        browser
            .wait(&format!(
                "return location.pathname === '{path}' && document.querySelector('.site').dataset.page !== 'offline'"
            ))
            .await;
    }
    // An item that was not visited opens in the explainer. A missing page is named.
    browser.goto_hydrated("bridge-repair/later-notice/").await;
    browser
        .wait(&format!(
            "return location.pathname === '{BASE}{EXPLAINER}' && location.hash === '#later-notice' && document.activeElement.id === 'later-notice'"
        ))
        .await;
    browser.goto_hydrated(MISSING).await;
    wait_until_complete(&browser, "There is no “not-there”").await;
    // With a connection, the offline page lists the same pages.
    server.restart();
    browser.goto_hydrated("offline.html").await;
    assert_eq!(browser.eval(LISTED_PATHS).await, json!(all));
}

async fn the_offline_page_says_if_nothing_is_cached(engine: Engine) {
    let server = Server::start(&releases().first, BASE);
    let browser = open(engine, &server).await;
    // Open it before anything is cached.
    browser.goto_hydrated("offline.html").await;
    let page = browser.text("main").await;
    assert!(
        page.contains("No pages are saved on this device") && !page.contains("These pages"),
        "{page}"
    );
}

async fn page_urls_are_normalized_online_and_offline(engine: Engine) {
    let Some((mut server, browser)) = open_visited(engine).await else {
        return;
    };
    // The service worker responds like the server.
    for is_offline in [false, true] {
        if is_offline {
            server.stop();
        }
        for path in [EXPLAINER, ITEM] {
            let bare = path.trim_end_matches('/');
            for (asked, query) in [
                (format!("{bare}?x=1"), "?x=1"),
                (format!("{path}index.html?x=1"), "?x=1"),
                (bare.to_owned(), ""),
            ] {
                browser.goto_hydrated(&asked).await;
                let here = browser
                    .eval("return location.pathname + location.search")
                    .await;
                assert_eq!(here, json!(format!("{BASE}{path}{query}")), "{asked}");
            }
        }
    }
}

async fn a_newer_release_is_offered_and_not_forced(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, first).await;
    browser.goto_hydrated(ITEM).await;
    wait_until_page_cached(&browser, ITEM).await;
    browser.goto_hydrated(EXPLAINER).await;
    wait_until_complete(&browser, FIRST).await;
    browser.eval("window.stayed = true").await;

    server.site.set_folder(second);
    check_for_updates(&browser).await;
    wait_for_update_offer(&browser).await;
    assert_eq!(cache_names(&browser).await.len(), 2);
    let waits = "return (await navigator.serviceWorker.getRegistration()).waiting !== null;";
    assert_eq!(eval_async(&browser, waits).await, json!(true));
    // The page still gets its own release's files, which by now only the cache has.
    let sheet = style_sheet(first);
    assert!(!second.join(&sheet).exists());
    let status = format!("return (await fetch('{BASE}{sheet}', {{ cache: 'reload' }})).status;");
    assert_eq!(eval_async(&browser, &status).await, json!(200));
    browser.click(".sourcing__summary").await;
    wait_until_complete(&browser, FIRST).await;
    assert_eq!(browser.eval("return window.stayed").await, json!(true));

    browser.click(".newer button").await;
    browser.wait("return window.stayed === undefined").await;
    wait_until_complete(&browser, SECOND).await;
    browser.eval("window.stayed = true").await;
    wait_until_only_cache(&browser, second).await;
    // The new release caches the visited pages again.
    wait_until_page_cached(&browser, ITEM).await;
    let is_newest = "return document.querySelector('.newer') === null && window.stayed";
    assert_eq!(browser.eval(is_newest).await, json!(true));
}

/// The page behind a link and the app that runs on it are from the same release,
/// whichever that is.
async fn a_link_never_mixes_two_releases(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    browser.goto_hydrated(EXPLAINER).await;
    server.site.set_folder(second);
    browser.click(".point__question a").await;
    browser
        .wait("return document.querySelector('.item') !== null && document.querySelector('#app').dataset.app === 'ready'")
        .await;
    wait_until_complete(&browser, "Was notice given").await;
    // The app that runs is the one that the page names.
    let runs_its_own_app = "const { content } = document.querySelector('meta[name=app-js]');
        return performance.getEntriesByType('resource').some(({ name }) => name.endsWith(content))";
    browser.wait(runs_its_own_app).await;
    let shown = browser
        .eval("return document.querySelector('script[data-release]').dataset.release")
        .await;
    let known = [first, second].map(|release| json!(release_name(release)));
    assert!(known.contains(&shown), "{shown}");
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn an_update_in_one_window_does_not_reload_another(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, first).await;
    browser.eval("window.stayed = true").await;
    let reading = browser.client.window().await.unwrap();
    let other = browser.client.new_window(true).await.unwrap();
    browser.client.switch_to_window(other.handle).await.unwrap();
    browser.goto_hydrated(EXPLAINER).await;
    server.site.set_folder(second);
    update_worker(&browser).await;
    wait_for_update_offer(&browser).await;
    browser.click(".newer button").await;
    wait_until_complete(&browser, SECOND).await;
    // This keeps the first release's cache, because one of its pages is open.
    let sweep = "navigator.serviceWorker.controller.postMessage('sweep')";
    browser.eval(sweep).await;

    browser.client.switch_to_window(reading).await.unwrap();
    wait_for_update_offer(&browser).await;
    wait_until_complete(&browser, FIRST).await;
    assert_eq!(browser.eval("return window.stayed").await, json!(true));
    let status = format!(
        "return (await fetch('{BASE}{}', {{ cache: 'reload' }})).status;",
        style_sheet(first)
    );
    assert_eq!(eval_async(&browser, &status).await, json!(200));
    assert_eq!(cache_names(&browser).await.len(), 2);

    browser.click(".newer button").await;
    wait_until_complete(&browser, SECOND).await;
    wait_until_only_cache(&browser, second).await;
}

async fn an_older_worker_gives_way_to_a_page_of_a_newer_release(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let mut server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, first).await;

    // Open a cached page offline. Then deploy the next release, which has none of the
    // page's files.
    server.stop();
    browser.goto_hydrated(EXPLAINER).await;
    wait_until_complete(&browser, FIRST).await;
    server.site.set_folder(second);
    server.restart();
    check_for_updates(&browser).await;
    wait_for_update_offer(&browser).await;
    wait_until_complete(&browser, FIRST).await;

    // Under the older worker, open a page of the next release from the network. The
    // page is already from the release that would be offered, so its worker takes
    // over without a reload.
    browser.goto_hydrated(OTHER).await;
    wait_until_complete(&browser, "We never saw it").await;
    browser.eval("window.stayed = true").await;
    wait_until_only_cache(&browser, second).await;
    let is_newest = "return document.querySelector('.newer') === null && window.stayed";
    assert_eq!(browser.eval(is_newest).await, json!(true));
    wait_until_page_cached(&browser, OTHER).await;
    // Offline, the next release opens.
    server.stop();
    browser.goto_hydrated(EXPLAINER).await;
    wait_until_complete(&browser, SECOND).await;
}

async fn an_incomplete_release_is_not_installed(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let mut server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, first).await;
    let incomplete = tempfile::tempdir().unwrap();
    for file in files(second) {
        let to = incomplete.path().join(file.strip_prefix(second).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        if !file.ends_with(style_sheet(second)) {
            fs::copy(&file, to).unwrap();
        }
    }
    server.site.set_folder(incomplete.path());
    let final_state = "
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update();
        const coming = registration.installing;
        if (!coming) return 'none';
        return new Promise((ended) => {
            coming.addEventListener('statechange', () => ended(coming.state));
        });";
    assert_eq!(eval_async(&browser, final_state).await, json!("redundant"));
    wait_until_only_cache(&browser, first).await;
    server.stop();
    browser.goto_hydrated(EXPLAINER).await;
    wait_until_complete(&browser, FIRST).await;
}

/// The responses that should not be cached: their URLs, and their status, type and
/// redirected flag (`good` if only the URL is wrong).
async fn bad_cache_entries(browser: &Browser) -> BTreeMap<String, Value> {
    let all = eval_async(
        browser,
        "const all = {};
         for (const name of await caches.keys()) {
             const cache = await caches.open(name);
             for (const request of await cache.keys()) {
                 const { status, type, redirected } = await cache.match(request);
                 all[request.url] = status === 200 && type === 'basic' && !redirected
                     && request.url.startsWith(location.origin) ? 'good' : [status, type, redirected];
             }
         }
         return all;",
    )
    .await;
    let all = all.as_object().unwrap();
    assert!(all.len() > 8, "{all:?}");
    let bad = all.iter().filter(|(path, how)| {
        **how != json!("good") || path.contains("not-there") || path.contains("later-notice")
    });
    bad.map(|(path, how)| (path.clone(), how.clone())).collect()
}

async fn error_responses_are_never_cached(engine: Engine) {
    let mut server = Server::start(&releases().first, BASE);
    let browser = open(engine, &server).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, &releases().first).await;
    // Request a missing page, a redirect, and a file that is not a page.
    browser.goto_hydrated(MISSING).await;
    wait_until_complete(&browser, "There is no “not-there”").await;
    browser.goto_hydrated("bridge-repair/who-pays").await;
    browser.goto("bridge-repair/cite.txt").await;
    browser.goto_hydrated(ITEM).await;
    wait_until_page_cached(&browser, ITEM).await;

    server.fail(Failure::Error);
    // A cached page comes from the cache; for any other page, the server's error is
    // shown.
    browser.goto_hydrated(ITEM).await;
    wait_until_complete(&browser, "Who pays").await;
    browser.goto("bridge-repair/later-notice/").await;
    assert_eq!(browser.client.title().await.unwrap(), "500");
    server.restart();
    browser.goto_hydrated("").await;
    assert_eq!(bad_cache_entries(&browser).await, BTreeMap::new());
}

async fn a_cached_page_opens_if_the_server_hangs(engine: Engine) {
    let mut server = Server::start(&releases().first, BASE);
    let browser = open(engine, &server).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, &releases().first).await;
    server.fail(Failure::Hang);
    browser.goto_hydrated(EXPLAINER).await;
    wait_until_complete(&browser, FIRST).await;
}

async fn turning_offline_support_off_unregisters_the_worker(engine: Engine) {
    let Releases { first, off, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, first).await;
    // Add caches of other sites on the same origin.
    eval_async(
        &browser,
        "for (const name of ['says-who /a/ 0000', 'says-who /a/b/c/ 0000', 'another']) await caches.open(name);",
    )
    .await;
    server.site.set_folder(off);
    browser.goto_hydrated(ITEM).await;
    wait_async(
        &browser,
        "return (await navigator.serviceWorker.getRegistrations()).length === 0;",
    )
    .await;
    let mut left: Vec<Value> = eval_async(&browser, "return caches.keys()")
        .await
        .as_array()
        .unwrap()
        .clone();
    left.sort_by_key(|name| name.to_string());
    assert_eq!(
        json!(left),
        json!(["another", "says-who /a/ 0000", "says-who /a/b/c/ 0000"])
    );
    // No worker is registered again.
    browser.goto_hydrated(EXPLAINER).await;
    reload(&browser).await;
    wait_until_complete(&browser, SECOND).await;
    let registered = eval_async(
        &browser,
        "return (await navigator.serviceWorker.getRegistrations()).length;",
    )
    .await;
    assert_eq!(registered, json!(0));
    assert!(!off.join("offline.html").exists());
}

async fn a_page_in_a_frame_registers_no_worker(engine: Engine) {
    let folder = says_who_tests::copy_site_with("a-b", |_, bytes| Some(bytes));
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put(
        "frame.html",
        &format!("<!DOCTYPE html><title>Frame</title><iframe src='{BASE}{EXPLAINER}'></iframe>"),
    );
    put("another.js", "");
    let browser = Browser::open_folder(engine, folder.path(), BASE, Script::On).await;
    browser.goto("frame.html").await;
    browser
        .wait("const page = document.querySelector('iframe').contentDocument;
            return page?.querySelector('#app')?.dataset.app === 'ready' && page.readyState === 'complete'")
        .await;
    if browser.eval("return 'serviceWorker' in navigator").await == json!(false) {
        return;
    }
    // Pages register the worker in an idle callback, so wait for one in the frame.
    // Browsers process the registrations of a scope one by one. When that of another
    // worker succeeds, a worker of the framed page would be there too.
    let workers = format!(
        "const frame = document.querySelector('iframe').contentWindow;
         const idle = frame.requestIdleCallback ?? frame.setTimeout;
         await new Promise((resolve) => idle.call(frame, resolve));
         const {{ installing, waiting, active }} = await navigator.serviceWorker.register('{BASE}another.js');
         return [installing, waiting, active].filter((one) => one).map((one) => one.scriptURL);"
    );
    let another = format!("{}another.js", browser.address);
    assert_eq!(eval_async(&browser, &workers).await, json!([another]));
}

#[test]
fn every_change_gives_the_release_another_name() {
    let Releases { first, second, .. } = releases();
    let (one, other) = (release_name(first), release_name(second));
    assert_ne!(one, other);
    let worker = fs::read_to_string(first.join("worker.js")).unwrap();
    assert!(worker.contains(&one) && !worker.contains(&other));
    // The same input gives the same bytes. A small change to one text gives another
    // name.
    let builds = site("offline");
    let again = build_release(&builds.join("again"), "0001", FIRST, true);
    let changed = build_release(&builds.join("word"), "0001", "The first release!", true);
    assert_eq!(
        fs::read(again.join("worker.js")).unwrap(),
        worker.as_bytes()
    );
    assert_ne!(release_name(&changed), one);
}

in_every_engine!(
    a_visited_explainer_opens_offline,
    the_offline_page_lists_the_cached_pages,
    the_offline_page_says_if_nothing_is_cached,
    page_urls_are_normalized_online_and_offline,
    a_newer_release_is_offered_and_not_forced,
    a_link_never_mixes_two_releases,
    an_update_in_one_window_does_not_reload_another,
    an_older_worker_gives_way_to_a_page_of_a_newer_release,
    an_incomplete_release_is_not_installed,
    a_cached_page_opens_if_the_server_hangs,
    a_page_in_a_frame_registers_no_worker,
    error_responses_are_never_cached,
    turning_offline_support_off_unregisters_the_worker,
);
