//! A dispute in a single file, opened from disk, in three browser engines; and the
//! command that writes it.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

#[path = "support/parsing.rs"]
mod parsing;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use fantoccini::Locator;
use says_who_tests::{Browser, Engine, Script, in_every_engine, site};
use serde_json::{Value, json};

in_every_engine! {
    a_link_into_the_file_arrives,
    every_link_stays_in_the_file,
    back_and_forward,
    unknown_older_and_retired_ids,
    searching_unfolding_swapping,
    a_browser_that_writes_no_address,
    what_is_copied,
    a_copy_that_knows_the_site,
    in_a_frame_that_may_little,
    saved_again,
}

/// The single file of the small dispute, one without a site URL and one with it.
const ALONE: &str = "one.html";
const ONLINE: &str = "one-online.html";

const SITE: &str = "https://example.org/a/b/";
const STATEMENT: &str = "mayor-never-saw-it";

/// A browser that opens files from the folder of the built sites.
async fn open(engine: Engine, script: Script) -> Browser {
    let folder = url::Url::from_directory_path(site("")).unwrap();
    assert_eq!(folder.scheme(), "file");
    Browser::open_address(engine, folder.into(), script).await
}

/// True if the target of a link is unfolded, focused, marked and visible.
fn here(id: &str) -> String {
    format!(
        "const here = document.getElementById('{id}');
         const top = here?.getBoundingClientRect().top;
         return here !== null && here.hasAttribute('data-here') && here === document.activeElement
           && document.querySelectorAll('[data-here]').length === 1
           && top >= 0 && (top < innerHeight / 2 || innerHeight + scrollY >= document.documentElement.scrollHeight - 2)
           && (here.querySelector(':scope > details')?.open ?? true)"
    )
}

/// Opens a file anew, and waits until the app has hydrated it.
async fn load(browser: &Browser, path: &str) {
    // Between two URLs of one file, a browser need not load anything.
    browser.client.goto("about:blank").await.unwrap();
    browser.go(path).await;
    let name = path.split(['?', '#']).next().unwrap();
    browser
        .wait(&format!(
            "return location.pathname.endsWith('/{name}') && document.querySelector('#app')?.dataset.app === 'ready'"
        ))
        .await;
}

/// Clicks by script: the link may be off-screen or covered.
async fn press(browser: &Browser, selector: &str) {
    let press = format!("document.querySelector({}).click()", json!(selector));
    browser.eval(&press).await;
}

/// Asserts that the page is still `name`, that it made no requests, and that there
/// were no errors.
async fn asked_nobody(browser: &Browser, name: &str) {
    let path = browser
        .eval("return location.protocol + location.pathname")
        .await;
    let path = path.as_str().unwrap();
    assert!(
        path.starts_with("file:") && path.ends_with(&format!("/{name}")),
        "{path}"
    );
    assert_eq!(browser.loaded().await, Vec::<String>::new());
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_link_into_the_file_arrives(engine: Engine) {
    let browser = open(engine, Script::On).await;
    for name in [ALONE, ONLINE] {
        for id in [
            STATEMENT,
            "who-pays",
            "closure-letter",
            "bridge-closed",
            "radio-bridge",
        ] {
            load(&browser, &format!("{name}#{id}")).await;
            browser.wait(&here(id)).await;
            asked_nobody(&browser, name).await;
        }
    }
}

async fn every_link_stays_in_the_file(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, ALONE).await;
    // Each link leads to an existing place, or out: to a source, to the publisher,
    // to the licence of the texts.
    let astray = browser
        .eval(
            "return [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))
               .filter((href) => !/^https:\\/\\/(example\\.(org|com|net)|creativecommons\\.org)\\/|^mailto:desk@example\\.org/.test(href)
                 && !(href === '#' || document.getElementById(href.slice(href.indexOf('#') + 1))))",
        )
        .await;
    assert_eq!(astray, json!([]));
    // Features that the file does not have are not offered.
    let offered = browser
        .eval("return [...document.querySelectorAll('a:not([href])')].filter((link) => link.checkVisibility()).length")
        .await;
    assert_eq!(offered, json!(0));
    // Every item has its place, and its own link leads to it.
    let library = says_who_files::library(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture"));
    let library = library.unwrap();
    let items: Vec<String> = library.disputes[0]
        .items()
        .map(|item| item.id().to_string())
        .collect();
    assert!(items.len() > 10, "{items:?}");
    for id in items {
        press(&browser, &format!("[id='{id}'] .more[href='#{id}']")).await;
        browser
            .wait(&format!(
                "return document.querySelector('dialog[open] .share')?.dataset.of === '{id}'"
            ))
            .await;
        press(&browser, "dialog[open] a.share__text").await;
        browser.wait(&here(&id)).await;
        assert_eq!(
            browser.eval("return location.hash").await,
            json!(format!("#{id}"))
        );
    }
    // The name of the site leads to the top.
    press(&browser, ".masthead__name a").await;
    browser
        .wait("return scrollY === 0 && document.querySelector('[data-here]') === null")
        .await;
    asked_nobody(&browser, ALONE).await;
}

async fn back_and_forward(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, &format!("{ALONE}#{STATEMENT}")).await;
    browser.wait(&here(STATEMENT)).await;
    // By hand: a browser may skip history entries that only a script created.
    browser.click(".contents a[href='#who-pays']").await;
    browser.wait(&here("who-pays")).await;
    browser.click("#who-pays .sourcing__summary").await;
    browser.click(".contents a[href='#later-notice']").await;
    browser.wait(&here("later-notice")).await;
    let marked = |id: &str| format!("return document.querySelector('[data-here]')?.id === '{id}'");
    for id in ["who-pays", STATEMENT] {
        browser.client.back().await.unwrap();
        browser.wait(&marked(id)).await;
        assert_eq!(
            browser.eval("return location.hash").await,
            json!(format!("#{id}"))
        );
    }
    browser.client.forward().await.unwrap();
    browser.wait(&marked("who-pays")).await;
    browser.client.refresh().await.unwrap();
    browser
        .wait("return document.querySelector('#app').dataset.app === 'ready'")
        .await;
    browser.wait(&here("who-pays")).await;
    asked_nobody(&browser, ALONE).await;
}

async fn unknown_older_and_retired_ids(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, &format!("{ALONE}#who-pay")).await;
    browser
        .wait("return document.activeElement.id === '_missing' && document.activeElement.innerText.includes('“who-pay”')")
        .await;
    press(&browser, "#_missing a").await;
    browser.wait(&here("who-pays")).await;
    browser
        .wait("return document.getElementById('_missing') === null")
        .await;
    // An alias redirects, and the URL becomes the current one.
    load(&browser, &format!("{ALONE}#was-notice-given")).await;
    browser.wait(&here("notice-given")).await;
    browser
        .wait("return location.hash === '#notice-given'")
        .await;
    // So does a mangled one.
    for hash in ["who-pays?utm_source=x", "/who-pays", "who%E2%80%91pays**"] {
        load(&browser, &format!("{ALONE}#{hash}")).await;
        browser.wait(&here("who-pays")).await;
    }
    // A removed item says why.
    browser.eval("location.hash = '#mayor-first-remark'").await;
    browser.wait(&here("mayor-first-remark")).await;
    let why = browser.text("#mayor-first-remark").await;
    assert!(
        why.contains("The remark was about another bridge."),
        "{why}"
    );
    asked_nobody(&browser, ALONE).await;
}

/// True if exactly these points are visible.
fn points(ids: &str) -> String {
    format!(
        "return [...document.querySelectorAll('.point:not([hidden])')].map((one) => one.id).join(' ') === '{ids}'"
    )
}

async fn search(browser: &Browser, words: &str) {
    browser
        .eval(&format!(
            "const field = document.getElementById('_search'); field.value = {};
             field.dispatchEvent(new Event('input', {{ bubbles: true }}))",
            json!(words)
        ))
        .await;
}

async fn searching_unfolding_swapping(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, ALONE).await;
    search(&browser, "heard of it").await;
    browser.wait(&points("notice-given")).await;
    browser.wait("return location.search === '?q=heard+of+it' || location.search === '?q=heard%20of%20it'").await;
    // The view can be opened again.
    browser.client.refresh().await.unwrap();
    browser
        .wait("return document.querySelector('#app').dataset.app === 'ready'")
        .await;
    browser.wait(&points("notice-given")).await;
    // A link to a filtered item shows it.
    press(&browser, ".contents a[href='#who-pays']").await;
    browser.wait(&here("who-pays")).await;
    press(&browser, ".provenance a[href^='?source=radio-bridge']").await;
    browser.wait("return location.search.startsWith('?source=') && document.querySelector('.point[hidden]') !== null").await;
    press(&browser, ".finder > button:last-child").await;
    browser
        .wait("return document.querySelector('.point[hidden]') === null && location.search === ''")
        .await;

    browser.click(".all-sources button").await;
    browser
        .wait(
            "return document.querySelectorAll('.sourcing:not([open])').length === 0
                 && document.querySelector('.all-sources button').innerText === 'Hide all sources'",
        )
        .await;
    browser.click("#_swap").await;
    browser
        .wait("return document.querySelector('.cell__head').textContent === 'Town says' && location.search === '?first=town'")
        .await;
    asked_nobody(&browser, ALONE).await;
}

async fn a_browser_that_writes_no_address(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, ALONE).await;
    browser
        .eval(
            "window.refused = 0;
             for (const name of ['pushState', 'replaceState'])
               History.prototype[name] = () => { window.refused += 1; throw new DOMException('no', 'SecurityError'); }",
        )
        .await;
    search(&browser, "heard of it").await;
    browser.wait("return window.refused > 0").await;
    browser.wait(&points("notice-given")).await;
    assert_eq!(
        browser
            .eval("return document.getElementById('_search').value")
            .await,
        json!("heard of it")
    );
    browser.click("#_swap").await;
    let swapped = "return document.querySelector('.cell__head').textContent === 'Town says'";
    browser.wait(swapped).await;
    // Links to items keep both.
    press(&browser, ".contents a[href='#notice-given']").await;
    browser.wait(&here("notice-given")).await;
    browser.wait(&points("notice-given")).await;
    browser.wait(swapped).await;
    // A link with a view is followed, also to its target.
    press(&browser, ".provenance a[href^='?source=radio-bridge']").await;
    browser
        .wait("return document.activeElement.id === '_points'")
        .await;
    browser
        .wait("return document.getElementById('_search').value === ''")
        .await;
    browser.wait("return document.querySelectorAll('[data-match]').length > 0 && document.querySelector('.point[hidden]') !== null").await;
    press(&browser, ".finder > button:last-child").await;
    browser
        .wait("return document.querySelector('.point[hidden]') === null")
        .await;
    browser
        .wait("return document.querySelector('#app').dataset.app === 'ready'")
        .await;
    asked_nobody(&browser, ALONE).await;
}

/// Records what is copied on the page instead of the clipboard.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true,
    value: { writeText: async (text) => { window.copied = text; } } })";

async fn what_is_copied(engine: Engine) {
    let browser = open(engine, Script::On).await;
    for (name, whole, item) in [
        (ALONE, None, None),
        (
            ONLINE,
            Some("bridge-repair/"),
            Some("bridge-repair/mayor-never-saw-it/?v="),
        ),
    ] {
        load(&browser, &format!("{name}?first=town#who-pays")).await;
        browser.eval(CLIPBOARD).await;
        browser
            .eval("document.querySelectorAll('.sourcing').forEach((one) => { one.open = true; })")
            .await;
        let file = format!("{}{name}", browser.address);
        let in_file = |place: &str| format!("{file}{place}");
        let online = |path: &str| format!("{SITE}{path}");
        for (place, expected) in [
            (".opening", whole.map_or_else(|| in_file("#"), online)),
            (
                &format!("#{STATEMENT}"),
                item.map_or_else(|| in_file("#mayor-never-saw-it"), online),
            ),
        ] {
            let in_panel = "dialog[open] [data-copy=link]";
            let control = if place == ".opening" {
                ".opening [data-copy=link]"
            } else {
                press(&browser, &format!("{place} .more")).await;
                in_panel
            };
            browser
                .wait(&format!(
                    "return document.querySelector('{control}') !== null"
                ))
                .await;
            press(&browser, control).await;
            let copied = format!(
                "return (window.copied ?? '').startsWith({})",
                json!(expected)
            );
            browser.wait(&copied).await;
            browser.eval("window.copied = ''").await;
        }
        // The dialog shows the same link, and offers no files that don't exist.
        press(&browser, &format!("#{STATEMENT} [data-share]")).await;
        let expected = item.map_or_else(|| in_file("#mayor-never-saw-it"), online);
        browser
            .wait(&format!(
                "const link = document.querySelector('dialog[open] a.share__text');
                 return link !== null && link.href.startsWith({expected}) && link.innerText === link.href",
                expected = json!(expected)
            ))
            .await;
        let offered = browser
            .eval(
                "return [...document.querySelectorAll('dialog[open] :is(a[href], .share__embed)')]
                     .filter((one) => one.checkVisibility()).length",
            )
            .await;
        assert_eq!(offered, json!(if item.is_some() { 7 } else { 2 }), "{name}");
        let code = browser
            .eval("return document.querySelector('dialog[open] .share__text--code').textContent")
            .await;
        if item.is_some() {
            let frame = format!("<iframe src=\"{SITE}embed/bridge-repair/{STATEMENT}/\"");
            assert!(code.as_str().unwrap().starts_with(&frame), "{code}");
        }
        asked_nobody(&browser, name).await;
    }
}

async fn a_copy_that_knows_the_site(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, ONLINE).await;
    let told = browser.text(".one-file").await;
    assert_eq!(
        told,
        format!(
            "As of 10 March 2021. This copy is complete in one file; it does not change when the site does. \
             It was made from {SITE}bridge-repair/"
        )
    );
    // Items are in the file; other pages lead to the site.
    let leads = browser
        .eval(
            "const of = (selector) => document.querySelector(selector).getAttribute('href');
             return [of('.masthead__name a'), of('.contents__sections > li:last-child > a'),
               of('.prose a[href*=figures]'), of('#who-pays .point__head [data-share]'), of('#who-pays .point__question a')]",
        )
        .await;
    assert_eq!(
        leads,
        json!([
            SITE,
            format!("{SITE}bridge-repair/share/"),
            format!("{SITE}bridge-repair/figures/"),
            format!("{SITE}bridge-repair/who-pays/#_share"),
            "#who-pays",
        ])
    );
    let printed = browser
        .eval("return document.querySelector('.print-line').textContent")
        .await;
    assert_eq!(
        printed,
        json!(format!("As of 10 March 2021 · {SITE}bridge-repair/"))
    );
    // Without a site URL, it does not print a path of the reader's disk.
    load(&browser, ALONE).await;
    let printed = browser
        .eval("return document.querySelector('.print-line').textContent")
        .await;
    assert_eq!(printed, json!("As of 10 March 2021"));
    let told = browser.text(".one-file").await;
    assert!(told.ends_with("when the site does."), "{told}");
}

/// As mail and document previews show a file.
async fn in_a_frame_that_may_little(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(site(ALONE), folder.path().join(ALONE)).unwrap();
    let frame = |sandbox| format!("<iframe sandbox='{sandbox}' src='{ALONE}' width=900></iframe>");
    let host = format!("<!doctype html>{}{}", frame(""), frame("allow-scripts"));
    fs::write(folder.path().join("host.html"), host).unwrap();
    let address = url::Url::from_directory_path(folder.path()).unwrap();
    let browser = Browser::open_address(engine, address.into(), Script::On).await;
    browser.go("host.html").await;
    for frame in [0, 1] {
        browser.enter(&[frame]).await;
        // Without the first script, which they don't run.
        let style = async |selector: &str, property: &str| {
            let element = browser.client.wait().for_element(Locator::Css(selector));
            let element = element.await.unwrap();
            element.css_value(property).await.unwrap()
        };
        assert_eq!(style(".skip", "position").await, "absolute", "{frame}");
        if frame == 0 {
            let copy = style(".opening [data-copy]", "visibility").await;
            let gone = style(".opening [data-copy]", "display").await == "none";
            assert!(copy == "hidden" || gone);
        } else {
            browser
                .wait("return document.querySelector('#app').dataset.app === 'ready'")
                .await;
            let copy = style(".opening [data-copy]", "visibility").await;
            assert_eq!(copy, "visible");
        }
        let reads = browser.text("main").await;
        assert!(reads.contains("heard of it"), "{frame}");
    }
}

/// A copy that a browser saved after hydration.
async fn saved_again(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, ALONE).await;
    browser
        .wait(&format!(
            "document.querySelector('#{STATEMENT} .sourcing').open = true;
             return document.querySelector('#{STATEMENT} .sourcing').open"
        ))
        .await;
    search(&browser, "heard of it").await;
    browser.wait(&points("notice-given")).await;
    let html = browser
        .eval("return '<!DOCTYPE html>' + document.documentElement.outerHTML")
        .await;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("saved.html"), html.as_str().unwrap()).unwrap();
    let address = url::Url::from_directory_path(folder.path()).unwrap();
    let browser = Browser::open_address(engine, address.into(), Script::On).await;
    browser.go("saved.html").await;
    browser
        .wait("return ['ready', 'failed'].includes(document.querySelector('#app').dataset.app)")
        .await;
    // Whether the app can hydrate it again or not: everything is there, once, and no
    // control is shown that does not work.
    let seen = browser
        .eval(
            "const shown = (one) => getComputedStyle(one).visibility === 'visible' && one.getClientRects().length > 0;
             const count = (selector) => [...document.querySelectorAll(selector)].filter(shown).length;
             const ready = document.querySelector('#app').dataset.app === 'ready';
             return [
               document.querySelectorAll('.point').length - count('.point'),
               count('.control') > 0 === ready,
               count('.without-app') === (ready ? 0 : 1),
             ]",
        )
        .await;
    assert_eq!(seen, json!([0, true, true]));
}

#[tokio::test]
async fn without_script_it_reads() {
    let browser = open(Engine::Chromium, Script::Off).await;
    for name in [ALONE, ONLINE] {
        browser.go(&format!("{name}#{STATEMENT}")).await;
        browser
            .wait(&format!(
                "const here = document.getElementById('{STATEMENT}');
                 return document.querySelector('#app').dataset.app === undefined
                   && here.matches(':target') && here.innerText.includes('heard of it')
                   && here.getBoundingClientRect().top < innerHeight / 2"
            ))
            .await;
        // The styles are there, and controls that do nothing are not.
        let look = browser
            .eval(
                "const look = (selector) => getComputedStyle(document.querySelector(selector));
                 return [look('.skip').position, look('[data-copy]').visibility, look('[data-share]').visibility]",
            )
            .await;
        let share = if name == ALONE { "hidden" } else { "visible" };
        assert_eq!(look, json!(["absolute", "hidden", share]));
        browser.click("#who-pays .point__question a").await;
        browser
            .wait("return document.getElementById('who-pays').matches(':target')")
            .await;
        assert_eq!(browser.loaded().await, Vec::<String>::new());
    }
}

/// The value of `attribute` in a token of the page.
fn attribute<'t>(token: &'t str, attribute: &str) -> Option<&'t str> {
    token
        .split_once(&format!(" {attribute}=\""))?
        .1
        .split('"')
        .next()
}

#[test]
fn nothing_in_the_file_can_load_anything() {
    for name in [ALONE, ONLINE] {
        let html = fs::read_to_string(site(name)).unwrap();
        parsing::changes_nothing(&html, name);
        let tokens = parsing::tokens(&html);
        let policy = tokens
            .iter()
            .find(|token| token.contains("Content-Security-Policy"));
        let policy = attribute(policy.unwrap(), "content").unwrap();
        assert!(
            policy.starts_with("default-src 'none'; script-src 'sha256-"),
            "{policy}"
        );
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("self"),
            "{policy}"
        );
        // Text in an embed code is not an element.
        let is_code = |token: &&String| token.contains(" data-copy=\"embed\"");
        let elements = tokens.iter().filter(|token| token.starts_with('<'));
        for token in elements.filter(|token| !is_code(token)) {
            let source = attribute(token, "src");
            assert!(
                source.is_none_or(|source| source.starts_with("data:image/")),
                "{name}: {token}"
            );
            assert_eq!(attribute(token, "style"), None, "{name}: {token}");
            if token.starts_with("<link") {
                let rel = attribute(token, "rel").unwrap();
                let named = ["canonical", "alternate"].contains(&rel) && name == ONLINE;
                let inside = rel == "icon" && token.contains("href=\"data:");
                assert!(named || inside, "{name}: {token}");
            }
            for loads in ["<iframe", "<object", "<embed", "<base"] {
                assert!(!token.starts_with(loads), "{name}: {token}");
            }
        }
        // No BOM in the middle.
        assert!(html.contains("<style>@layer "), "{name}");
        let scripts = tokens.iter().filter(|token| token.starts_with("<script"));
        assert_eq!(scripts.count(), 1, "{name}");
        assert_eq!(html.contains("og:image"), name == ONLINE);
    }
}

/// Runs the command on the small dispute.
fn build(arguments: &[&str], out: &Path) -> Output {
    let xtask = std::env::var_os("SAYS_WHO_XTASK").expect("run `cargo xtask test`");
    Command::new(xtask)
        .args(["build", "--single-file", "--data"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture"))
        .arg("--out")
        .arg(out)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[track_caller]
fn refuses(output: &Output, why: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(why), "{said}");
}

#[test]
fn the_command_gives_the_same_bytes_and_spares_what_is_not_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("new/copy.html");
    for _ in 0..2 {
        // The second run replaces its own output.
        let output = build(&["--dispute", "bridge-repair"], &out);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert!(
            fs::read(&out).unwrap() == fs::read(site(ALONE)).unwrap(),
            "another file"
        );
    }
    let left: Vec<Value> = fs::read_dir(out.parent().unwrap())
        .unwrap()
        .map(|entry| json!(entry.unwrap().file_name().to_str()))
        .collect();
    assert_eq!(left, ["copy.html"]);

    refuses(
        &build(&["--dispute", "bridge-repairs"], &out),
        "there is no dispute `bridge-repairs`; did you mean `bridge-repair`?",
    );
    refuses(
        &build(&[], folder.path()),
        "is a folder; give the name of a file with --out",
    );
    refuses(
        &build(&["--origin", "example.org"], &out),
        "it has no scheme; give it like `https://example.org`",
    );
    assert!(
        fs::read(&out).unwrap() == fs::read(site(ALONE)).unwrap(),
        "a failure cost the file"
    );
    let thesis = folder.path().join("thesis.html");
    fs::write(&thesis, "years").unwrap();
    refuses(
        &build(&[], &thesis),
        "is not an earlier copy; choose another name with --out",
    );
    assert_eq!(fs::read_to_string(thesis).unwrap(), "years");
}
