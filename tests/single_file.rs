//! A dispute in a single file that is opened from disk, in three browser engines; and
//! the command that writes it.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

#[path = "support/parsing.rs"]
mod parsing;

use std::fs;
use std::path::Path;
use std::process::Output;

use fantoccini::Locator;
use says_who_tests::{Browser, Engine, Script, in_every_engine, says_who, site};
use serde_json::{Value, json};

in_every_engine! {
    a_link_into_the_file_reaches_its_target,
    every_internal_link_stays_in_the_file,
    back_and_forward,
    unknown_ids_aliases_and_removed_ids,
    searching_unfolding_and_swapping_sides,
    views_work_if_the_browser_refuses_history_entries,
    copied_links_lead_to_the_site_or_the_file,
    a_copy_with_a_site_url_links_to_the_site,
    a_sandboxed_frame_shows_the_file,
    a_copy_saved_by_a_browser_is_complete,
}

/// The single files of the small dispute, without and with the URL of the site.
const WITHOUT_SITE_URL: &str = "one.html";
const WITH_SITE_URL: &str = "one-online.html";

const SITE: &str = "https://example.org/a/b/";
const STATEMENT: &str = "mayor-never-saw-it";

/// Opens a browser on the folder of the built sites.
async fn open(engine: Engine, script: Script) -> Browser {
    let folder = url::Url::from_directory_path(site("")).unwrap();
    assert_eq!(folder.scheme(), "file");
    Browser::open_address(engine, folder.into(), script).await
}

/// A script that returns whether an item is the active link target: unfolded,
/// focused, the only one marked, and in the upper half of the viewport (or lower, if
/// the page can't scroll further).
fn is_active_target(id: &str) -> String {
    format!(
        "const here = document.getElementById('{id}');
         const top = here?.getBoundingClientRect().top;
         return here !== null && here.hasAttribute('data-here') && here === document.activeElement
           && document.querySelectorAll('[data-here]').length === 1
           && top >= 0 && (top < innerHeight / 2 || innerHeight + scrollY >= document.documentElement.scrollHeight - 2)
           && (here.querySelector(':scope > details')?.open ?? true)"
    )
}

/// Loads a file afresh, and waits until the app has hydrated it.
async fn load(browser: &Browser, path: &str) {
    // A browser loads nothing if only the fragment of the URL changes.
    browser.client.goto("about:blank").await.unwrap();
    browser.goto(path).await;
    let name = path.split(['?', '#']).next().unwrap();
    browser
        .wait(&format!(
            "return location.pathname.endsWith('/{name}') && document.querySelector('#app')?.dataset.app === 'ready'"
        ))
        .await;
}

/// Clicks by script: the link may be off-screen or covered.
async fn click_by_script(browser: &Browser, selector: &str) {
    let click = format!("document.querySelector({}).click()", json!(selector));
    browser.eval(&click).await;
}

/// Asserts that the page is still the file `name`, and that it made no requests and
/// logged no errors.
async fn assert_no_requests(browser: &Browser, name: &str) {
    let path = browser
        .eval("return location.protocol + location.pathname")
        .await;
    let path = path.as_str().unwrap();
    assert!(
        path.starts_with("file:") && path.ends_with(&format!("/{name}")),
        "{path}"
    );
    assert_eq!(browser.loaded_urls().await, Vec::<String>::new());
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_link_into_the_file_reaches_its_target(engine: Engine) {
    let browser = open(engine, Script::On).await;
    for name in [WITHOUT_SITE_URL, WITH_SITE_URL] {
        for id in [
            STATEMENT,
            "who-pays",
            "closure-letter",
            "bridge-closed",
            "radio-bridge",
        ] {
            load(&browser, &format!("{name}#{id}")).await;
            browser.wait(&is_active_target(id)).await;
            assert_no_requests(&browser, name).await;
        }
    }
}

async fn every_internal_link_stays_in_the_file(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, WITHOUT_SITE_URL).await;
    // Each link leads to an element in the file, to a source, to the publisher or to
    // the licence of the texts.
    let broken = browser
        .eval(
            "return [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))
               .filter((href) => !/^https:\\/\\/(example\\.(org|com|net)|creativecommons\\.org)\\/|^mailto:desk@example\\.org/.test(href)
                 && !(href === '#' || document.getElementById(href.slice(href.indexOf('#') + 1))))",
        )
        .await;
    assert_eq!(broken, json!([]));
    // A link without a target, to something that the file does not contain, is
    // hidden.
    let offered = browser
        .eval("return [...document.querySelectorAll('a:not([href])')].filter((link) => link.checkVisibility()).length")
        .await;
    assert_eq!(offered, json!(0));
    // Every item is in the file, and its permalink leads to it.
    let library = says_who_files::library(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture"));
    let library = library.unwrap();
    let items: Vec<String> = library.disputes[0]
        .items()
        .map(|item| item.id().to_string())
        .collect();
    assert!(items.len() > 10, "{items:?}");
    for id in items {
        click_by_script(&browser, &format!("[id='{id}'] .more[href='#{id}']")).await;
        browser
            .wait(&format!(
                "return document.querySelector('dialog[open] .share')?.dataset.of === '{id}'"
            ))
            .await;
        click_by_script(&browser, "dialog[open] a.share__text").await;
        browser.wait(&is_active_target(&id)).await;
        assert_eq!(
            browser.eval("return location.hash").await,
            json!(format!("#{id}"))
        );
    }
    // The site's name is a link to the top.
    click_by_script(&browser, ".masthead__name a").await;
    browser
        .wait("return scrollY === 0 && document.querySelector('[data-here]') === null")
        .await;
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}

async fn back_and_forward(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, &format!("{WITHOUT_SITE_URL}#{STATEMENT}")).await;
    browser.wait(&is_active_target(STATEMENT)).await;
    // Use real clicks: on back, a browser may skip history entries added by script.
    browser.click(".contents a[href='#who-pays']").await;
    browser.wait(&is_active_target("who-pays")).await;
    browser.click("#who-pays .sourcing__summary").await;
    browser.click(".contents a[href='#later-notice']").await;
    browser.wait(&is_active_target("later-notice")).await;
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
    browser.wait(&is_active_target("who-pays")).await;
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}

async fn unknown_ids_aliases_and_removed_ids(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, &format!("{WITHOUT_SITE_URL}#who-pay")).await;
    browser
        .wait("return document.activeElement.id === '_missing' && document.activeElement.innerText.includes('“who-pay”')")
        .await;
    click_by_script(&browser, "#_missing a").await;
    browser.wait(&is_active_target("who-pays")).await;
    browser
        .wait("return document.getElementById('_missing') === null")
        .await;
    // An alias redirects, and the URL gets the current id.
    load(&browser, &format!("{WITHOUT_SITE_URL}#was-notice-given")).await;
    browser.wait(&is_active_target("notice-given")).await;
    browser
        .wait("return location.hash === '#notice-given'")
        .await;
    // A mangled id leads to its item.
    for hash in ["who-pays?utm_source=x", "/who-pays", "who%E2%80%91pays**"] {
        load(&browser, &format!("{WITHOUT_SITE_URL}#{hash}")).await;
        browser.wait(&is_active_target("who-pays")).await;
    }
    // A removed item says why it was removed.
    browser.eval("location.hash = '#mayor-first-remark'").await;
    browser.wait(&is_active_target("mayor-first-remark")).await;
    let why = browser.text("#mayor-first-remark").await;
    assert!(
        why.contains("The remark was about another bridge."),
        "{why}"
    );
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}

/// A script that returns whether exactly these points are visible.
fn shows_only_points(ids: &str) -> String {
    format!(
        "return [...document.querySelectorAll('.point:not([hidden])')].map((one) => one.id).join(' ') === '{ids}'"
    )
}

/// Sets the search field by script.
async fn search(browser: &Browser, words: &str) {
    browser
        .eval(&format!(
            "const field = document.getElementById('_search'); field.value = {};
             field.dispatchEvent(new Event('input', {{ bubbles: true }}))",
            json!(words)
        ))
        .await;
}

async fn searching_unfolding_and_swapping_sides(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, WITHOUT_SITE_URL).await;
    search(&browser, "heard of it").await;
    browser.wait(&shows_only_points("notice-given")).await;
    browser.wait("return location.search === '?q=heard+of+it' || location.search === '?q=heard%20of%20it'").await;
    // A reload restores the view.
    browser.client.refresh().await.unwrap();
    browser
        .wait("return document.querySelector('#app').dataset.app === 'ready'")
        .await;
    browser.wait(&shows_only_points("notice-given")).await;
    // A link to an item that the filter hides shows it.
    click_by_script(&browser, ".contents a[href='#who-pays']").await;
    browser.wait(&is_active_target("who-pays")).await;
    click_by_script(&browser, ".provenance a[href^='?source=radio-bridge']").await;
    browser.wait("return location.search.startsWith('?source=') && document.querySelector('.point[hidden]') !== null").await;
    click_by_script(&browser, ".finder > button:last-child").await;
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
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}

async fn views_work_if_the_browser_refuses_history_entries(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, WITHOUT_SITE_URL).await;
    browser
        .eval(
            "window.refused = 0;
             for (const name of ['pushState', 'replaceState'])
               History.prototype[name] = () => { window.refused += 1; throw new DOMException('no', 'SecurityError'); }",
        )
        .await;
    search(&browser, "heard of it").await;
    browser.wait("return window.refused > 0").await;
    browser.wait(&shows_only_points("notice-given")).await;
    assert_eq!(
        browser
            .eval("return document.getElementById('_search').value")
            .await,
        json!("heard of it")
    );
    browser.click("#_swap").await;
    let swapped = "return document.querySelector('.cell__head').textContent === 'Town says'";
    browser.wait(swapped).await;
    // A link to an item keeps the search and the swap.
    click_by_script(&browser, ".contents a[href='#notice-given']").await;
    browser.wait(&is_active_target("notice-given")).await;
    browser.wait(&shows_only_points("notice-given")).await;
    browser.wait(swapped).await;
    // A link to a filtered view applies its filter and moves focus to its target.
    click_by_script(&browser, ".provenance a[href^='?source=radio-bridge']").await;
    browser
        .wait("return document.activeElement.id === '_points'")
        .await;
    browser
        .wait("return document.getElementById('_search').value === ''")
        .await;
    browser.wait("return document.querySelectorAll('[data-match]').length > 0 && document.querySelector('.point[hidden]') !== null").await;
    click_by_script(&browser, ".finder > button:last-child").await;
    browser
        .wait("return document.querySelector('.point[hidden]') === null")
        .await;
    browser
        .wait("return document.querySelector('#app').dataset.app === 'ready'")
        .await;
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}

/// Replaces the clipboard with one that records in `window.copied`.
const FAKE_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true,
    value: { writeText: async (text) => { window.copied = text; } } })";

async fn copied_links_lead_to_the_site_or_the_file(engine: Engine) {
    let browser = open(engine, Script::On).await;
    for (name, whole, item) in [
        (WITHOUT_SITE_URL, None, None),
        (
            WITH_SITE_URL,
            Some("bridge-repair/"),
            Some("bridge-repair/mayor-never-saw-it/?v="),
        ),
    ] {
        load(&browser, &format!("{name}?first=town#who-pays")).await;
        browser.eval(FAKE_CLIPBOARD).await;
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
                click_by_script(&browser, &format!("{place} .more")).await;
                in_panel
            };
            browser
                .wait(&format!(
                    "return document.querySelector('{control}') !== null"
                ))
                .await;
            click_by_script(&browser, control).await;
            let copied = format!(
                "return (window.copied ?? '').startsWith({})",
                json!(expected)
            );
            browser.wait(&copied).await;
            browser.eval("window.copied = ''").await;
        }
        // The dialog shows the same link. It links to citation files and offers an
        // embed code only if there is a site that has them.
        click_by_script(&browser, &format!("#{STATEMENT} [data-share]")).await;
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
        assert_no_requests(&browser, name).await;
    }
}

async fn a_copy_with_a_site_url_links_to_the_site(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, WITH_SITE_URL).await;
    let note = browser.text(".one-file").await;
    assert_eq!(
        note,
        format!(
            "As of 10 March 2021. This copy is complete in one file; it does not change when the site does. \
             It was made from {SITE}bridge-repair/"
        )
    );
    // Links to items stay in the file; links to other pages lead to the site.
    let hrefs = browser
        .eval(
            "const of = (selector) => document.querySelector(selector).getAttribute('href');
             return [of('.masthead__name a'), of('.contents__sections > li:last-child > a'),
               of('.prose a[href*=figures]'), of('#who-pays .point__head [data-share]'), of('#who-pays .point__question a')]",
        )
        .await;
    assert_eq!(
        hrefs,
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
    // Without a site URL, no URL is printed: that of the file is a path on the reader's
    // disk.
    load(&browser, WITHOUT_SITE_URL).await;
    let printed = browser
        .eval("return document.querySelector('.print-line').textContent")
        .await;
    assert_eq!(printed, json!("As of 10 March 2021"));
    let note = browser.text(".one-file").await;
    assert!(note.ends_with("when the site does."), "{note}");
}

/// Previews in mail and document apps show a file in such a frame.
async fn a_sandboxed_frame_shows_the_file(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(site(WITHOUT_SITE_URL), folder.path().join(WITHOUT_SITE_URL)).unwrap();
    let frame = |sandbox| {
        format!("<iframe sandbox='{sandbox}' src='{WITHOUT_SITE_URL}' width=900></iframe>")
    };
    let host = format!("<!doctype html>{}{}", frame(""), frame("allow-scripts"));
    fs::write(folder.path().join("host.html"), host).unwrap();
    let address = url::Url::from_directory_path(folder.path()).unwrap();
    let browser = Browser::open_address(engine, address.into(), Script::On).await;
    browser.goto("host.html").await;
    for frame in [0, 1] {
        browser.switch_to_frame(&[frame]).await;
        // The styles don't need a script: the first frame runs none.
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

/// The browser saves the page after hydration.
async fn a_copy_saved_by_a_browser_is_complete(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, WITHOUT_SITE_URL).await;
    browser
        .wait(&format!(
            "document.querySelector('#{STATEMENT} .sourcing').open = true;
             return document.querySelector('#{STATEMENT} .sourcing').open"
        ))
        .await;
    search(&browser, "heard of it").await;
    browser.wait(&shows_only_points("notice-given")).await;
    let html = browser
        .eval("return '<!DOCTYPE html>' + document.documentElement.outerHTML")
        .await;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("saved.html"), html.as_str().unwrap()).unwrap();
    let address = url::Url::from_directory_path(folder.path()).unwrap();
    let browser = Browser::open_address(engine, address.into(), Script::On).await;
    browser.goto("saved.html").await;
    browser
        .wait("return ['ready', 'failed'].includes(document.querySelector('#app').dataset.app)")
        .await;
    // Whether or not the app can hydrate it again, every point is visible, and the
    // controls are shown only if they work.
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
async fn the_file_is_readable_without_script() {
    let browser = open(Engine::Chromium, Script::Off).await;
    for name in [WITHOUT_SITE_URL, WITH_SITE_URL] {
        browser.goto(&format!("{name}#{STATEMENT}")).await;
        browser
            .wait(&format!(
                "const here = document.getElementById('{STATEMENT}');
                 return document.querySelector('#app').dataset.app === undefined
                   && here.matches(':target') && here.innerText.includes('heard of it')
                   && here.getBoundingClientRect().top < innerHeight / 2"
            ))
            .await;
        // The styles apply, and controls that do nothing are hidden.
        let look = browser
            .eval(
                "const look = (selector) => getComputedStyle(document.querySelector(selector));
                 return [look('.skip').position, look('[data-copy]').visibility, look('[data-share]').visibility]",
            )
            .await;
        let share = if name == WITHOUT_SITE_URL {
            "hidden"
        } else {
            "visible"
        };
        assert_eq!(look, json!(["absolute", "hidden", share]));
        browser.click("#who-pays .point__question a").await;
        browser
            .wait("return document.getElementById('who-pays').matches(':target')")
            .await;
        assert_eq!(browser.loaded_urls().await, Vec::<String>::new());
    }
}

/// The value of `attribute` in a token.
fn attribute<'t>(token: &'t str, attribute: &str) -> Option<&'t str> {
    token
        .split_once(&format!(" {attribute}=\""))?
        .1
        .split('"')
        .next()
}

#[test]
fn the_file_loads_nothing() {
    for name in [WITHOUT_SITE_URL, WITH_SITE_URL] {
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
        // Skip the control whose attribute contains an embed code.
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
                let named = ["canonical", "alternate"].contains(&rel) && name == WITH_SITE_URL;
                let inside = rel == "icon" && token.contains("href=\"data:");
                assert!(named || inside, "{name}: {token}");
            }
            for loads in ["<iframe", "<object", "<embed", "<base"] {
                assert!(!token.starts_with(loads), "{name}: {token}");
            }
        }
        // The style sheet's byte order mark is stripped.
        assert!(html.contains("<style>@layer "), "{name}");
        let scripts = tokens.iter().filter(|token| token.starts_with("<script"));
        let types: Vec<_> = scripts.map(|script| attribute(script, "type")).collect();
        // A data block with the wasm, and the only script that runs.
        assert_eq!(types, [Some("application/gzip"), Some("module")], "{name}");
        assert_eq!(html.contains("og:image"), name == WITH_SITE_URL);
    }
}

/// Runs `says-who build --single-file` on the fixture.
fn run_build(arguments: &[&str], out: &Path) -> Output {
    says_who(&["build", "--single-file", "--data"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture"))
        .arg("--out")
        .arg(out)
        .args(arguments)
        .output()
        .unwrap()
}

#[track_caller]
fn assert_refused(output: &Output, why: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(why), "{said}");
}

#[test]
fn the_command_is_deterministic_and_overwrites_only_its_own_output() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("new/copy.html");
    for _ in 0..2 {
        // The second run replaces its own output.
        let output = run_build(&["--dispute", "bridge-repair"], &out);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert!(
            fs::read(&out).unwrap() == fs::read(site(WITHOUT_SITE_URL)).unwrap(),
            "the output differs from the built file"
        );
    }
    let left: Vec<Value> = fs::read_dir(out.parent().unwrap())
        .unwrap()
        .map(|entry| json!(entry.unwrap().file_name().to_str()))
        .collect();
    assert_eq!(left, ["copy.html"]);

    assert_refused(
        &run_build(&["--dispute", "bridge-repairs"], &out),
        "there is no dispute `bridge-repairs`; did you mean `bridge-repair`?",
    );
    assert_refused(
        &run_build(&[], folder.path()),
        "is a folder; give the name of a file with --out",
    );
    assert_refused(
        &run_build(&["--origin", "example.org"], &out),
        "it has no scheme; give it like `https://example.org`",
    );
    assert!(
        fs::read(&out).unwrap() == fs::read(site(WITHOUT_SITE_URL)).unwrap(),
        "a failed command changed the file"
    );
    let thesis = folder.path().join("thesis.html");
    fs::write(&thesis, "years").unwrap();
    assert_refused(
        &run_build(&[], &thesis),
        "is not an earlier copy; choose another name with --out",
    );
    assert_eq!(fs::read_to_string(thesis).unwrap(), "years");
}
