//! An author's workflow: `cargo xtask serve`, a browser, and edits to files.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use says_who_tests::{Browser, Engine, Script, files};
use serde_json::json;

/// `cargo xtask serve` on a data folder; stopped on drop.
struct Serve {
    child: Child,
    address: String,
}

impl Serve {
    /// Starts it and waits until the site is built.
    fn start(data: &Path) -> Self {
        let xtask = std::env::var_os("SAYS_WHO_XTASK").expect("run `cargo xtask test`");
        // The published app, because it is built already.
        let mut child = Command::new(xtask)
            .args(["serve", "--release", "--port", "0"])
            .args(["--public-url", "/a/b/", "--data"])
            .arg(data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = mpsc::channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        // Read the output to its end, or the program would block.
        thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        let served = lines.iter().find_map(|line| {
            let rest = line.strip_prefix("serving ")?;
            Some(rest.split(' ').next()?.to_owned())
        });
        let address = served.expect("`cargo xtask serve` ended; see its output");
        Self { child, address }
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Replaces one text in a file.
fn edit(file: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(old), "{} lacks {old}", file.display());
    fs::write(file, text.replacen(old, new, 1)).unwrap();
}

const READY: &str = r##"document.querySelector("#app")?.dataset.app === "ready""##;

#[tokio::test]
async fn an_edit_shows_and_a_mistake_is_named_over_the_page() {
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
    browser.ready("bridge-repair/").await;
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
    // The page below is the last valid one, and works.
    assert_eq!(browser.eval(&says("Newly put: ")).await, json!(true));

    // Dismissed by the reader, it comes back with the next edit that does not fix
    // it.
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
    // No copy is cached that could hide an edit from the author.
    let keeps = "return document.querySelector('script[data-release]') !== null";
    assert_eq!(browser.eval(keeps).await, json!(false));
}

#[tokio::test]
async fn a_page_that_was_open_before_there_was_a_site_comes_to_show_it() {
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
    browser.go("").await;
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
