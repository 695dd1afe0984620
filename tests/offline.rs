//! The site without a connection, and across releases.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use says_who_tests::{Bad, Browser, Engine, Script, Server, files, in_every_engine, lacks, site};
use serde_json::{Value, json};

const BASE: &str = "/a/b/";
const WHOLE: &str = "bridge-repair/";
const ITEM: &str = "bridge-repair/who-pays/";
const OTHER: &str = "bridge-repair/mayor-never-saw-it/";
/// An id that is not on the page of the whole dispute.
const APART: &str = "bridge-repair/figures/";
/// An id that no release has.
const NEVER: &str = "bridge-repair/not-there/";

/// The start of the dispute's summary, which identifies the release.
const FIRST: &str = "The first release.";
const SECOND: &str = "The second release.";

/// The same small dispute, released twice, and a third time as a site with its
/// service worker removed. No two releases share a file.
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
            first: release(&builds.join("first"), "0001", FIRST, "on"),
            second: release(&builds.join("second"), "0002", SECOND, "on"),
            off: release(&builds.join("off"), "0003", SECOND, "off"),
        }
    })
}

/// Writes a release below `folder`: its words are in the summary, `digits` in the
/// names of the files that pages share.
fn release(folder: &Path, digits: &str, words: &str, offline: &str) -> PathBuf {
    let setting = |name| PathBuf::from(std::env::var_os(name).expect("run `cargo xtask test`"));
    let (data, shell, out) = (
        folder.join("data"),
        folder.join("shell"),
        folder.join("site"),
    );
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let copy = |from: &Path, to: &Path| {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    };
    for file in files(&fixture) {
        copy(&file, &data.join(file.strip_prefix(&fixture).unwrap()));
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

    // Another digest in each name, and in the frame, the only place that names them.
    let made = setting("SAYS_WHO_SHELL");
    let mut frame = fs::read_to_string(made.join("index.html")).unwrap();
    for file in files(&made) {
        let name = file.file_name().unwrap().to_str().unwrap();
        if let Some((start, rest)) = name.split_once('-') {
            let other = format!("{start}-{digits}{}", &rest[digits.len()..]);
            frame = frame.replace(name, &other);
            copy(&file, &shell.join(&other));
            // The name of the site's own style sheet is derived from its content.
            if other.ends_with(".css") {
                let styles = fs::read_to_string(&file).unwrap();
                fs::write(shell.join(other), format!("{styles}/*{digits}*/")).unwrap();
            }
        }
    }
    fs::write(shell.join("index.html"), frame).unwrap();

    let written = Command::new(setting("SAYS_WHO_WRITER"))
        .env("SAYS_WHO_SHELL", &shell)
        .env("SAYS_WHO_DATA", &data)
        .env("SAYS_WHO_OUT", &out)
        .env("SAYS_WHO_BASE", BASE)
        .env("SAYS_WHO_OFFLINE", offline)
        .env("SAYS_WHO_CARDS", site("offline").join("cards"))
        .status()
        .unwrap();
    assert!(written.success());
    out
}

/// The name of a release, as its pages give it.
fn id(release: &Path) -> String {
    let page = fs::read_to_string(release.join("index.html")).unwrap();
    let rest = page.split_once(r#" data-release=""#).unwrap().1;
    rest.split('"').next().unwrap().to_owned()
}

/// The style sheet of the release, below the base path.
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

/// Whether the browser supports service workers. If not, reports that and checks
/// that a page works without.
async fn has_workers(browser: &Browser) -> bool {
    browser.ready(WHOLE).await;
    let has = browser.eval("return 'serviceWorker' in navigator").await == json!(true);
    if !has {
        lacks(
            browser.engine,
            "service workers: pages are there with a connection only",
        );
        browser.ready(ITEM).await;
    }
    has
}

/// The result of an async function with this body.
async fn value(browser: &Browser, body: &str) -> Value {
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
async fn wait(browser: &Browser, body: &str) {
    browser.eval("delete window.awaited").await;
    let script = format!(
        "(async () => {{ {body} }})().then((value) => {{ window.awaited = value; }}); return window.awaited === true;"
    );
    browser.wait(&script).await;
}

/// Waits until the release is cached and controls this page.
async fn kept(browser: &Browser, release: &Path) {
    let id = id(release);
    wait(
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
async fn page_kept(browser: &Browser, path: &str) {
    let address = format!("{}{path}", browser.address);
    wait(
        browser,
        &format!("return (await caches.match('{address}')) !== undefined;"),
    )
    .await;
}

/// Whether the page is complete: its styles, its app, the words of its release.
async fn is_whole(browser: &Browser, words: &str) {
    let whole = format!(
        "return document.querySelector('#app').dataset.app === 'ready'
           && getComputedStyle(document.querySelector('.masthead__line')).display === 'flex'
           && document.querySelector('main').innerText.includes('{words}')"
    );
    browser.wait(&whole).await;
}

/// The names of the site's caches.
async fn names(browser: &Browser) -> Vec<String> {
    let names = value(browser, "return caches.keys()").await;
    let names = names.as_array().unwrap().iter();
    names
        .map(|name| name.as_str().unwrap().to_owned())
        .filter(|name| name.starts_with("says-who "))
        .collect()
}

/// Waits until only this release is cached.
async fn only(browser: &Browser, release: &Path) {
    let name = format!("says-who {BASE} {}", id(release));
    wait(
        browser,
        &format!("return JSON.stringify(await caches.keys()) === JSON.stringify(['{name}']);"),
    )
    .await;
}

/// Makes the page check for updates, as when the reader returns to it.
async fn look(browser: &Browser) {
    browser
        .eval("document.dispatchEvent(new Event('visibilitychange'))")
        .await;
}

/// Makes the browser check for a newer release, whether the page is visible or not.
async fn update(browser: &Browser) {
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
async fn offered(browser: &Browser) {
    browser
        .wait("return document.querySelector('.newer button') !== null")
        .await;
    let words = browser.text(".newer").await;
    assert!(
        words.contains("A newer version of this site is ready."),
        "{words}"
    );
}

/// A site of which the page of the whole dispute and an item were visited and are
/// cached; `None` if the engine has no cache.
async fn visited(engine: Engine) -> Option<(Server, Browser)> {
    let server = Server::start(&releases().first, BASE);
    let browser = open(engine, &server).await;
    if !has_workers(&browser).await {
        return None;
    }
    kept(&browser, &releases().first).await;
    browser.ready(ITEM).await;
    page_kept(&browser, ITEM).await;
    Some((server, browser))
}

async fn a_visited_explainer_opens_without_a_server(engine: Engine) {
    let Some((mut server, browser)) = visited(engine).await else {
        return;
    };

    server.go_dark();
    for (path, words) in [
        (WHOLE, FIRST),
        ("", "Did the county tell"),
        (ITEM, "Who pays"),
    ] {
        browser.ready(path).await;
        is_whole(&browser, words).await;
    }
    reload(&browser).await;
    is_whole(&browser, "Who pays").await;
    assert_eq!(
        browser
            .eval("return history.length > 0 && location.pathname")
            .await,
        json!(format!("{BASE}{ITEM}"))
    );

    // Never visited, but its content is on the page of the whole dispute, which is
    // cached.
    browser.ready(OTHER).await;
    is_whole(&browser, "We never saw it").await;
    let id = OTHER.trim_end_matches('/').rsplit('/').next().unwrap();
    assert_eq!(
        browser
            .eval("return location.pathname + location.hash")
            .await,
        json!(format!("{BASE}{WHOLE}#{id}"))
    );
    // The browser reports that loading the page failed.
    let mut told = browser.console().await;
    told.retain(|line| !line.contains(OTHER));
    assert_eq!(told, Vec::<String>::new());
}

/// The pages listed on the current page, by their paths.
const LISTED: &str =
    "return [...document.querySelectorAll('[data-kept] a')].map((link) => link.pathname)";

async fn what_is_not_kept_is_said_and_what_is_can_be_had(engine: Engine) {
    let Some((mut server, browser)) = visited(engine).await else {
        return;
    };
    // Pages that were shown without a page load are cached too.
    browser.click(".neighbours__previous a").await;
    let shown = "bridge-repair/notice-given/";
    page_kept(&browser, shown).await;

    server.go_dark();
    browser.ready(APART).await;
    is_whole(&browser, "Not available offline").await;
    assert_eq!(
        browser
            .eval("return getComputedStyle(document.querySelector('main')).visibility")
            .await,
        json!("visible")
    );
    // Every cached page is listed with its title, and no other.
    let listed = browser.eval(LISTED).await;
    let all = ["", WHOLE, shown, ITEM].map(|path| format!("{BASE}{path}"));
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
    // Each one loads.
    for path in &all {
        browser.ready(APART).await;
        browser
            .eval(&format!(
                "document.querySelector('[data-kept] a[href=\"{path}\"]').click()"
            ))
            .await;
        browser
            .wait(&format!(
                "return location.pathname === '{path}' && document.querySelector('.site').dataset.page !== 'unkept'"
            ))
            .await;
    }
    // An item that was not visited is shown in its place on the page of the whole
    // dispute, and missing pages are named.
    browser.ready("bridge-repair/later-notice/").await;
    browser
        .wait(&format!(
            "return location.pathname === '{BASE}{WHOLE}' && location.hash === '#later-notice' && document.activeElement.id === 'later-notice'"
        ))
        .await;
    browser.ready(NEVER).await;
    is_whole(&browser, "There is no “not-there”").await;
    // The page itself says the same, also with a connection.
    server.come_back();
    browser.ready("offline.html").await;
    assert_eq!(browser.eval(LISTED).await, json!(all));
}

async fn where_nothing_is_kept_that_is_said(engine: Engine) {
    let server = Server::start(&releases().first, BASE);
    let browser = open(engine, &server).await;
    // The file, before anything could be cached.
    browser.ready("offline.html").await;
    let page = browser.text("main").await;
    assert!(
        page.contains("No pages are saved on this device") && !page.contains("These pages"),
        "{page}"
    );
}

async fn a_page_without_its_last_slash_is_led_on(engine: Engine) {
    let Some((mut server, browser)) = visited(engine).await else {
        return;
    };
    // The service worker answers like the server.
    for dark in [false, true] {
        if dark {
            server.go_dark();
        }
        for path in [WHOLE, ITEM] {
            let bare = path.trim_end_matches('/');
            for (asked, query) in [
                (format!("{bare}?x=1"), "?x=1"),
                (format!("{path}index.html?x=1"), "?x=1"),
                (bare.to_owned(), ""),
            ] {
                browser.ready(&asked).await;
                let here = browser
                    .eval("return location.pathname + location.search")
                    .await;
                assert_eq!(here, json!(format!("{BASE}{path}{query}")), "{asked}");
            }
        }
    }
}

async fn a_newer_version_is_offered_and_nothing_is_forced(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    if !has_workers(&browser).await {
        return;
    }
    kept(&browser, first).await;
    browser.ready(ITEM).await;
    page_kept(&browser, ITEM).await;
    browser.ready(WHOLE).await;
    is_whole(&browser, FIRST).await;
    browser.eval("window.stayed = true").await;

    server.site.set_folder(second);
    look(&browser).await;
    offered(&browser).await;
    assert_eq!(names(&browser).await.len(), 2);
    let waits = "return (await navigator.serviceWorker.getRegistration()).waiting !== null;";
    assert_eq!(value(&browser, waits).await, json!(true));
    // The page continues with its own files, which by now are only in the cache.
    let sheet = style_sheet(first);
    assert!(!second.join(&sheet).exists());
    let status = format!("return (await fetch('{BASE}{sheet}', {{ cache: 'reload' }})).status;");
    assert_eq!(value(&browser, &status).await, json!(200));
    browser.click(".sourcing__summary").await;
    is_whole(&browser, FIRST).await;
    assert_eq!(browser.eval("return window.stayed").await, json!(true));

    browser.click(".newer button").await;
    browser.wait("return window.stayed === undefined").await;
    is_whole(&browser, SECOND).await;
    browser.eval("window.stayed = true").await;
    only(&browser, second).await;
    // Previously visited pages are cached for this release too.
    page_kept(&browser, ITEM).await;
    let newest = "return document.querySelector('.newer') === null && window.stayed";
    assert_eq!(browser.eval(newest).await, json!(true));
}

/// Following a link always gives a consistent page, whichever release it belongs to.
async fn a_link_never_mixes_two_releases(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    browser.ready(WHOLE).await;
    server.site.set_folder(second);
    browser.click(".point__question a").await;
    browser
        .wait("return document.querySelector('.item') !== null && document.querySelector('#app').dataset.app === 'ready'")
        .await;
    is_whole(&browser, "Was notice given").await;
    // The running program is the one that the page names.
    let runs = "const { content } = document.querySelector('meta[name=app-js]');
        return performance.getEntriesByType('resource').some(({ name }) => name.endsWith(content))";
    browser.wait(runs).await;
    let shown = browser
        .eval("return document.querySelector('script[data-release]').dataset.release")
        .await;
    let known = [first, second].map(|release| json!(id(release)));
    assert!(known.contains(&shown), "{shown}");
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn another_window_is_left_alone(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    if !has_workers(&browser).await {
        return;
    }
    kept(&browser, first).await;
    browser.eval("window.stayed = true").await;
    let reading = browser.client.window().await.unwrap();
    let other = browser.client.new_window(true).await.unwrap();
    browser.client.switch_to_window(other.handle).await.unwrap();
    browser.ready(WHOLE).await;
    server.site.set_folder(second);
    update(&browser).await;
    offered(&browser).await;
    browser.click(".newer button").await;
    is_whole(&browser, SECOND).await;
    // Not deleted, because a page of the first release is open.
    let swept = "navigator.serviceWorker.controller.postMessage('sweep')";
    browser.eval(swept).await;

    browser.client.switch_to_window(reading).await.unwrap();
    offered(&browser).await;
    is_whole(&browser, FIRST).await;
    assert_eq!(browser.eval("return window.stayed").await, json!(true));
    let status = format!(
        "return (await fetch('{BASE}{}', {{ cache: 'reload' }})).status;",
        style_sheet(first)
    );
    assert_eq!(value(&browser, &status).await, json!(200));
    assert_eq!(names(&browser).await.len(), 2);

    browser.click(".newer button").await;
    is_whole(&browser, SECOND).await;
    only(&browser, second).await;
}

async fn a_worker_from_an_older_release_breaks_nothing(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let mut server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    if !has_workers(&browser).await {
        return;
    }
    kept(&browser, first).await;

    // A cached page while the site can't be reached; then the next release is
    // deployed, which has none of its files.
    server.go_dark();
    browser.ready(WHOLE).await;
    is_whole(&browser, FIRST).await;
    server.site.set_folder(second);
    server.come_back();
    look(&browser).await;
    offered(&browser).await;
    is_whole(&browser, FIRST).await;

    // A page of the next release, from the network, under the older service worker:
    // it is the version that would be offered, so that worker gives way, and the
    // page does not reload.
    browser.ready(OTHER).await;
    is_whole(&browser, "We never saw it").await;
    browser.eval("window.stayed = true").await;
    only(&browser, second).await;
    let newest = "return document.querySelector('.newer') === null && window.stayed";
    assert_eq!(browser.eval(newest).await, json!(true));
    page_kept(&browser, OTHER).await;
    // And without a connection that release opens.
    server.go_dark();
    browser.ready(WHOLE).await;
    is_whole(&browser, SECOND).await;
}

async fn half_a_release_is_not_kept(engine: Engine) {
    let Releases { first, second, .. } = releases();
    let mut server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    if !has_workers(&browser).await {
        return;
    }
    kept(&browser, first).await;
    let half = tempfile::tempdir().unwrap();
    for file in files(second) {
        let to = half.path().join(file.strip_prefix(second).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        if !file.ends_with(style_sheet(second)) {
            fs::copy(&file, to).unwrap();
        }
    }
    server.site.set_folder(half.path());
    let ends = "
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update();
        const coming = registration.installing;
        if (!coming) return 'none';
        return new Promise((ended) => {
            coming.addEventListener('statechange', () => ended(coming.state));
        });";
    assert_eq!(value(&browser, ends).await, json!("redundant"));
    only(&browser, first).await;
    server.go_dark();
    browser.ready(WHOLE).await;
    is_whole(&browser, FIRST).await;
}

/// Everything that is cached: the path of each response, and why it should not be
/// there.
async fn bad_answers(browser: &Browser) -> BTreeMap<String, Value> {
    let all = value(
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

async fn no_error_is_ever_kept(engine: Engine) {
    let mut server = Server::start(&releases().first, BASE);
    let browser = open(engine, &server).await;
    if !has_workers(&browser).await {
        return;
    }
    kept(&browser, &releases().first).await;
    // Not found; redirected; a file that is not a page.
    browser.ready(NEVER).await;
    is_whole(&browser, "There is no “not-there”").await;
    browser.ready("bridge-repair/who-pays").await;
    browser.go("bridge-repair/cite.txt").await;
    browser.ready(ITEM).await;
    page_kept(&browser, ITEM).await;

    server.turn(Bad::Fails);
    // A cached page is shown from the cache; another one shows the server's error.
    browser.ready(ITEM).await;
    is_whole(&browser, "Who pays").await;
    browser.go("bridge-repair/later-notice/").await;
    assert_eq!(browser.client.title().await.unwrap(), "500");
    server.come_back();
    browser.ready("").await;
    assert_eq!(bad_answers(&browser).await, BTreeMap::new());
}

async fn a_page_that_is_kept_is_not_waited_for_without_end(engine: Engine) {
    let mut server = Server::start(&releases().first, BASE);
    let browser = open(engine, &server).await;
    if !has_workers(&browser).await {
        return;
    }
    kept(&browser, &releases().first).await;
    server.turn(Bad::Hangs);
    browser.ready(WHOLE).await;
    is_whole(&browser, FIRST).await;
}

async fn switched_off_it_frees_an_earlier_visitor(engine: Engine) {
    let Releases { first, off, .. } = releases();
    let server = Server::start(first, BASE);
    let browser = open(engine, &server).await;
    if !has_workers(&browser).await {
        return;
    }
    kept(&browser, first).await;
    // Of other sites on the same host.
    value(
        &browser,
        "for (const name of ['says-who /a/ 0000', 'says-who /a/b/c/ 0000', 'another']) await caches.open(name);",
    )
    .await;
    server.site.set_folder(off);
    browser.ready(ITEM).await;
    wait(
        &browser,
        "return (await navigator.serviceWorker.getRegistrations()).length === 0;",
    )
    .await;
    let mut left: Vec<Value> = value(&browser, "return caches.keys()")
        .await
        .as_array()
        .unwrap()
        .clone();
    left.sort_by_key(|name| name.to_string());
    assert_eq!(
        json!(left),
        json!(["another", "says-who /a/ 0000", "says-who /a/b/c/ 0000"])
    );
    // And nothing is cached from now on.
    browser.ready(WHOLE).await;
    reload(&browser).await;
    is_whole(&browser, SECOND).await;
    let registered = value(
        &browser,
        "return (await navigator.serviceWorker.getRegistrations()).length;",
    )
    .await;
    assert_eq!(registered, json!(0));
    assert!(!off.join("offline.html").exists());
}

async fn a_page_in_a_frame_keeps_nothing(engine: Engine) {
    let folder = says_who_tests::changed("a-b", |_, bytes| Some(bytes));
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put(
        "frame.html",
        &format!("<!DOCTYPE html><title>Frame</title><iframe src='{BASE}{WHOLE}'></iframe>"),
    );
    put("another.js", "");
    let browser = Browser::open_folder(engine, folder.path(), BASE, Script::On).await;
    browser.go("frame.html").await;
    browser
        .wait("const page = document.querySelector('iframe').contentDocument;
            return page?.querySelector('#app')?.dataset.app === 'ready' && page.readyState === 'complete'")
        .await;
    if browser.eval("return 'serviceWorker' in navigator").await == json!(false) {
        return;
    }
    // By now the idle work of the page in the frame is done. Workers of one scope
    // are processed one after the other, so a worker of its own would be here as
    // well.
    let workers = format!(
        "const frame = document.querySelector('iframe').contentWindow;
         const idle = frame.requestIdleCallback ?? frame.setTimeout;
         await new Promise((resolve) => idle.call(frame, resolve));
         const {{ installing, waiting, active }} = await navigator.serviceWorker.register('{BASE}another.js');
         return [installing, waiting, active].filter((one) => one).map((one) => one.scriptURL);"
    );
    let another = format!("{}another.js", browser.address);
    assert_eq!(value(&browser, &workers).await, json!([another]));
}

#[test]
fn a_release_is_another_with_every_change() {
    let Releases { first, second, .. } = releases();
    let (one, other) = (id(first), id(second));
    assert_ne!(one, other);
    let worker = fs::read_to_string(first.join("worker.js")).unwrap();
    assert!(worker.contains(&one) && !worker.contains(&other));
    // The same input gives the same bytes; one word more on one page does not.
    let builds = site("offline");
    let again = release(&builds.join("again"), "0001", FIRST, "on");
    let word = release(&builds.join("word"), "0001", "The first release!", "on");
    assert_eq!(
        fs::read(again.join("worker.js")).unwrap(),
        worker.as_bytes()
    );
    assert_ne!(id(&word), one);
}

in_every_engine!(
    a_visited_explainer_opens_without_a_server,
    what_is_not_kept_is_said_and_what_is_can_be_had,
    where_nothing_is_kept_that_is_said,
    a_page_without_its_last_slash_is_led_on,
    a_newer_version_is_offered_and_nothing_is_forced,
    a_link_never_mixes_two_releases,
    another_window_is_left_alone,
    a_worker_from_an_older_release_breaks_nothing,
    half_a_release_is_not_kept,
    a_page_that_is_kept_is_not_waited_for_without_end,
    a_page_in_a_frame_keeps_nothing,
    no_error_is_ever_kept,
    switched_off_it_frees_an_earlier_visitor,
);
