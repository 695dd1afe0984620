//! An author's workflow: `says-who serve`, a browser, and edits to files.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::thread;

use says_who_tests::{Browser, Engine, Script, files, says_who};
use serde_json::json;

/// `says-who serve` on a data folder; stopped on drop.
struct Serve {
    child: Child,
    address: String,
}

impl Serve {
    /// Starts it and waits until the site is built.
    fn start(data: &Path) -> Self {
        // It needs no other program, and no settings.
        let mut child = says_who(&["serve", "--port", "0", "--public-url", "/a/b/", "--data"])
            .arg(data)
            .env_clear()
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = mpsc::channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        // Read all output: a full pipe would block the program.
        thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        let served = lines.iter().find_map(|line| {
            let rest = line.strip_prefix("serving ")?;
            Some(rest.split(' ').next()?.to_owned())
        });
        let address = served.expect("`says-who serve` ended; see its output");
        Self { child, address }
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Replaces the first occurrence of a text in a file.
fn edit(file: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(
        text.contains(old),
        "{} does not contain {old}",
        file.display()
    );
    fs::write(file, text.replacen(old, new, 1)).unwrap();
}

const READY: &str = r##"document.querySelector("#app")?.dataset.app === "ready""##;

#[tokio::test]
async fn live_reload_shows_edits_and_reports_problems() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let folder = tempfile::tempdir().unwrap();
    for file in files(&fixture) {
        let to = folder.path().join(file.strip_prefix(&fixture).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&file, &to).unwrap();
    }
    let point = folder.path().join("bridge-repair/points/who-pays.toml");
    let serve = Serve::start(folder.path());
    let browser = Browser::open_address(Engine::Chromium, serve.address.clone(), Script::On).await;
    browser.goto_hydrated("bridge-repair/").await;
    let says = |words: &str| {
        format!(
            "return {READY} && document.querySelector('main').textContent.includes({})",
            json!(words)
        )
    };

    edit(
        &folder.path().join("bridge-repair/dispute.toml"),
        "summary = [\n  \"",
        "summary = [\n  \"Newly put: ",
    );
    browser.wait(&says("Newly put: ")).await;

    edit(&point, "question = ", "qestion = ");
    browser
        .wait("return document.querySelector('#live-problems') !== null")
        .await;
    let problems = browser.text("#live-problems").await;
    for said in ["who-pays.toml", "qestion", "question", "2 problems"] {
        assert!(problems.contains(said), "{said}: {problems}");
    }
    // The page below the problems is the last valid one.
    assert_eq!(browser.eval(&says("Newly put: ")).await, json!(true));

    // Once dismissed, the problems are shown again after the next edit that does not
    // fix them.
    browser.click("#live-problems button").await;
    browser
        .wait("return document.querySelector('#live-problems') === null")
        .await;
    edit(&point, "qestion = ", "quastion = ");
    browser
        .wait("return document.querySelector('#live-problems')?.textContent.includes('quastion') === true")
        .await;

    edit(&point, "quastion = \"", "question = \"Mended: ");
    browser.wait(&says("Mended: ")).await;
    assert_eq!(
        browser
            .eval("return document.querySelector('#live-problems') === null")
            .await,
        json!(true)
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
    // There is no service worker: a cached page could hide an edit from the author.
    let has_worker = "return document.querySelector('script[data-release]') !== null";
    assert_eq!(browser.eval(has_worker).await, json!(false));
}

#[tokio::test]
async fn a_page_opened_before_the_first_build_reloads_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let (site, live) = (
        says_who_server::Site::new(folder.path()),
        says_who_server::LiveReload::default(),
    );
    let page = |text: &str| format!("<!DOCTYPE html><html><head></head><body>{text}</body></html>");
    fs::write(folder.path().join("index.html"), page("waiting")).unwrap();
    let preview = says_who_server::Server::bind_live_reload(site.clone(), "/x/", 0, live.clone())
        .await
        .unwrap();
    let address = format!("http://{}/x/", preview.address().unwrap());
    tokio::spawn(preview.run());
    let browser = Browser::open_address(Engine::Chromium, address, Script::On).await;
    browser.goto("").await;
    assert_eq!(browser.text("body").await, "waiting");

    live.set_problems("<b>not this</b>");
    browser
        .wait("return document.querySelector('#live-problems pre')?.textContent === '<b>not this</b>'")
        .await;

    let built = tempfile::tempdir().unwrap();
    fs::write(built.path().join("index.html"), page("built")).unwrap();
    site.set_folder(built.path());
    live.set_build("1");
    browser
        .wait("return document.body.innerText === 'built'")
        .await;
}
