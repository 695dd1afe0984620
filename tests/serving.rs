//! An author's workflow: `says-who serve`, a browser, and edits to files.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use says_who_tests::page::{App, Element};
use says_who_tests::{Engine, Start, copy_files, edit, says_who};

/// `says-who serve` on a data folder; stopped on drop.
struct Serve {
    child: Child,
    address: String,
}

impl Serve {
    /// Starts it and waits until the site is built.
    fn start(data: &Path) -> Self {
        // It needs no other program, and no settings.
        Self::run(says_who(&["serve"]).arg(data).env_clear())
    }

    /// Runs `says-who serve` with more arguments until the site is built.
    fn run(command: &mut Command) -> Self {
        let mut child = command
            .args(["--port", "0", "--public-url", "/a/b/"])
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

#[tokio::test]
async fn live_reload_shows_edits_and_reports_problems() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let folder = tempfile::tempdir().unwrap();
    copy_files(&fixture, folder.path(), |_| true);
    let point = folder.path().join("bridge-repair/points/who-pays.toml");
    let serve = Serve::start(folder.path());
    let browser = Start::address(serve.address.clone())
        .open(Engine::Chromium, "bridge-repair/")
        .await;
    let problems = Element::new(&browser, "#live-problems");

    edit(
        &folder.path().join("bridge-repair/dispute.toml"),
        "summary = [\n  \"",
        "summary = [\n  \"Newly put: ",
    );
    App(&browser)
        .wait_until_ready_with_words("Newly put: ")
        .await;

    edit(&point, "question = ", "qestion = ");
    problems.wait_until_exists().await;
    let shown = browser.text("#live-problems").await;
    for said in ["who-pays.toml", "qestion", "question", "2 problems"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    // The page below the problems is the last valid one.
    assert!(App(&browser).is_ready_with_words("Newly put: ").await);

    // Once dismissed, the problems are shown again after the next edit that does not
    // fix them.
    browser.click("#live-problems button").await;
    problems.wait_until_gone().await;
    edit(&point, "qestion = ", "quastion = ");
    problems.wait_for_words("quastion").await;

    edit(&point, "quastion = \"", "question = \"Mended: ");
    App(&browser).wait_until_ready_with_words("Mended: ").await;
    assert!(!problems.exists().await);
    assert_eq!(browser.console().await, Vec::<String>::new());
    // There is no service worker: a cached page could hide an edit from the author.
    let worker = Element::new(&browser, "script[data-release]");
    assert!(!worker.exists().await);
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_at_the_site() {
    use std::os::unix::fs::PermissionsExt;
    use std::time::{Duration, Instant};
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let folder = tempfile::tempdir().unwrap();
    let opened = folder.path().join("opened");
    // Stands in for the program by which a desktop opens an address.
    let opener = folder.path().join("xdg-open");
    let script = format!("#!/bin/sh\necho \"$1\" > {}\n", opened.display());
    fs::write(&opener, script).unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let serve = Serve::run(
        says_who(&["serve", "--open"])
            .arg(fixture)
            .env_clear()
            .env("PATH", folder.path()),
    );
    let until = Instant::now() + Duration::from_secs(30);
    let address = format!("{}\n", serve.address);
    while fs::read_to_string(&opened).ok().as_ref() != Some(&address) {
        assert!(Instant::now() < until, "{:?}", fs::read_to_string(&opened));
        thread::sleep(Duration::from_millis(20));
    }
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
    let browser = Start::address(address).load(Engine::Chromium, "").await;
    assert_eq!(browser.text("body").await, "waiting");

    live.set_problems("<b>not this</b>");
    Element::new(&browser, "#live-problems pre")
        .wait_for_text("<b>not this</b>")
        .await;

    let built = tempfile::tempdir().unwrap();
    fs::write(built.path().join("index.html"), page("built")).unwrap();
    site.set_folder(built.path());
    live.set_build("1");
    Element::new(&browser, "body")
        .wait_for_shown_text("built")
        .await;
}
