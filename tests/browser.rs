//! Chromium on the built sites, under three base paths, with and without scripts.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;

use says_who_tests::{Browser, Engine, Script, base, copy_site_with, files, site};
use serde_json::json;

/// The paths of all pages of a built site.
fn pages(name: &str) -> Vec<String> {
    let folder = site(name);
    let mut pages: Vec<String> = files(&folder)
        .iter()
        .filter(|file| file.file_name().is_some_and(|name| name == "index.html"))
        // Embed pages have no app.
        .filter(|file| !file.starts_with(folder.join("embed")))
        .map(|file| {
            let folder = file.parent().unwrap().strip_prefix(&folder).unwrap();
            folder
                .components()
                .map(|part| format!("{}/", part.as_os_str().to_str().unwrap()))
                .collect()
        })
        .collect();
    pages.sort_by_key(|page| (page.matches('/').count(), page.clone()));
    pages
}

/// The path of the page of the first dispute.
fn dispute_path(name: &str) -> String {
    let is_dispute = |page: &String| !["", "about/"].contains(&page.as_str());
    pages(name).into_iter().find(is_dispute).unwrap()
}

/// The id of the first statement on the current page.
async fn first_statement(browser: &Browser) -> String {
    let id = browser
        .eval("return document.querySelector('.statement-card').id")
        .await;
    id.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn every_page_hydrates_without_errors() {
    let browser = Browser::open("repo", Script::On).await;
    let pages = pages("repo");
    assert!(pages.len() > 20, "{pages:?}");
    for page in pages {
        browser.goto_hydrated(&page).await;
        assert_eq!(browser.console().await, Vec::<String>::new(), "{page}");
        for address in browser.loaded_urls().await {
            assert!(
                address.starts_with(&browser.address),
                "{page} loads {address}"
            );
        }
    }
}

#[tokio::test]
async fn hydration_changes_nothing() {
    let browser = Browser::open("repo", Script::On).await;
    for page in pages("repo").into_iter().take(6) {
        browser.goto_hydrated(&page).await;
        let same = browser
            .client
            .execute_async(
                "const [done] = arguments;
                 const plain = (node) => {
                   // An empty `value` is an attribute in the HTML, but not in the
                   // rendered DOM.
                   node.querySelectorAll('input').forEach((n) => n.value || n.removeAttribute('value'));
                   node.querySelectorAll('[data-here]').forEach((n) => n.removeAttribute('data-here'));
                   const walk = document.createTreeWalker(node, NodeFilter.SHOW_COMMENT); const gone = [];
                   while (walk.nextNode()) gone.push(walk.currentNode); gone.forEach((n) => n.remove());
                   node.normalize(); return node; };
                 // The content security policy forbids parsing strings as HTML.
                 const request = new XMLHttpRequest();
                 request.responseType = 'document';
                 request.open('GET', location.href);
                 request.onload = () => {
                   const written = plain(request.response.querySelector('#app'));
                   const live = plain(document.querySelector('#app').cloneNode(true));
                   done(written.childNodes.length === live.childNodes.length
                     && [...written.childNodes].every((node, i) => node.isEqualNode(live.childNodes[i])));
                 };
                 request.send();",
                vec![],
            )
            .await
            .unwrap();
        assert_eq!(same, json!(true), "{page}");
    }
}

#[tokio::test]
async fn the_site_works_under_any_base_path() {
    for name in ["root", "a-b"] {
        let browser = Browser::open(name, Script::On).await;
        for page in pages(name).into_iter().take(4) {
            browser.goto_hydrated(&page).await;
        }
        browser.goto_hydrated("").await;
        browser.click(".feature__question a").await;
        browser
            .wait("return document.querySelector('.opening') !== null")
            .await;
        let path = browser.eval("return location.pathname").await;
        assert_eq!(path, json!(format!("{}{}", base(name), dispute_path(name))));
        assert_eq!(browser.console().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn navigation_sets_title_focus_and_scroll_position() {
    let browser = Browser::open("repo", Script::On).await;
    browser.goto_hydrated(&dispute_path("repo")).await;
    let title = browser.client.title().await.unwrap();
    browser.eval("window.stayed = true; document.querySelectorAll('.point__question a')[1].scrollIntoView({ block: 'center' })").await;
    // The app saves the position on the scroll event.
    browser
        .wait("window.y = Math.round(scrollY); return scrollY > 200")
        .await;
    browser
        .eval("document.querySelectorAll('.point__question a')[1].click()")
        .await;
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    browser
        .wait("return document.activeElement.tagName === 'H1'")
        .await;
    assert_eq!(browser.eval("return scrollY").await, json!(0));
    assert_ne!(browser.client.title().await.unwrap(), title);

    browser.client.back().await.unwrap();
    browser
        .wait("return document.querySelector('.opening') !== null")
        .await;
    browser
        .wait("return Math.abs(scrollY - window.y) < 3")
        .await;
    browser
        .wait(
            "return document.activeElement === document.querySelectorAll('.point__question a')[1]",
        )
        .await;
    assert_eq!(browser.client.title().await.unwrap(), title);

    browser.client.forward().await.unwrap();
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    assert_eq!(
        browser.eval("return window.stayed").await,
        json!(true),
        "a page was loaded from the server"
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_link_to_an_item_scrolls_to_it_and_focuses_it() {
    let browser = Browser::open("repo", Script::On).await;
    let dispute_path = dispute_path("repo");
    browser.goto_hydrated(&dispute_path).await;
    let id = first_statement(&browser).await;
    let here = "const here = document.querySelector('[data-here]');
                const head = document.querySelector('.ledger__heads').getBoundingClientRect();
                return here !== null && here === document.activeElement
                  && here.getBoundingClientRect().top >= head.height && here.getBoundingClientRect().top < 300";
    // By a full page load, and via the item's own page.
    browser.goto_hydrated(&format!("{dispute_path}#{id}")).await;
    browser.wait(here).await;
    browser.goto_hydrated(&format!("{dispute_path}{id}/")).await;
    browser.click(".item__whole a").await;
    browser
        .wait("return document.querySelector('.opening') !== null")
        .await;
    browser.wait(here).await;
    assert_eq!(
        browser.eval("return location.hash").await,
        json!(format!("#{id}"))
    );
}

#[tokio::test]
async fn an_item_page_shows_the_item_unfolded_and_the_other_side() {
    let browser = Browser::open("repo", Script::On).await;
    let dispute_path = dispute_path("repo");
    browser.goto_hydrated(&dispute_path).await;
    let id = first_statement(&browser).await;
    browser.goto_hydrated(&format!("{dispute_path}{id}/")).await;
    let first = browser
        .eval("return document.querySelector('.cell .statement-card').id")
        .await;
    assert_eq!(first, json!(id));
    let open = browser
        .eval("return document.querySelectorAll('details[open]').length")
        .await;
    assert_eq!(open, json!(1));
    let cells = browser.eval("return [...document.querySelectorAll('.cell')].filter((cell) => cell.innerText.trim().length > 40).length").await;
    assert_eq!(cells, json!(2));
}

#[tokio::test]
async fn sourcing_unfolds_without_a_history_entry() {
    let browser = Browser::open("repo", Script::On).await;
    browser.goto_hydrated(&dispute_path("repo")).await;
    browser.click(".sourcing__summary").await;
    browser.wait("return document.querySelector('.sourcing').open && document.querySelector('.chain').offsetHeight > 0").await;
    let before = browser.eval("return history.length").await;
    browser.click(".sourcing__summary").await;
    browser
        .wait("return !document.querySelector('.sourcing').open")
        .await;
    assert_eq!(browser.eval("return history.length").await, before);
}

#[tokio::test]
async fn an_unknown_url_names_the_requested_id() {
    let browser = Browser::open("repo", Script::On).await;
    browser.goto_hydrated("nothing/at/all/").await;
    assert!(
        browser
            .eval("return document.querySelectorAll('main a').length")
            .await
            .as_u64()
            .unwrap()
            > 3
    );
    browser
        .goto_hydrated(&format!("{}no-such-thing/", dispute_path("repo")))
        .await;
    browser
        .wait("return document.querySelector('main').innerText.includes('“no-such-thing”')")
        .await;
    for hostile in [
        "%3Cscript%3E/",
        "..%2f..%2f/",
        "%00/",
        "a/b/c/d/",
        "%E2%80%AE/",
        "?x=%3Cb%3E#%3Cimg%20src=x%3E",
    ] {
        browser
            .goto_hydrated(&format!("{}{hostile}", dispute_path("repo")))
            .await;
        let foreign = browser
            .eval("return document.querySelectorAll('#app script, #app img, #app b b').length")
            .await;
        assert_eq!(foreign, json!(0), "{hostile}");
    }
}

#[tokio::test]
async fn the_site_is_readable_without_scripts() {
    let browser = Browser::open("repo", Script::Off).await;
    let dispute_path = dispute_path("repo");
    browser.goto(&dispute_path).await;
    // WebDriver returns only visible text, without folded parts.
    let shown = browser.text("main").await;
    let written = fs::read_to_string(site("repo").join(&dispute_path).join("index.html")).unwrap();
    let statements = written.matches("class=\"statement-card content\"").count();
    assert!(statements > 10);
    assert_eq!(shown.matches("Source: ").count(), statements);
    browser.click(".sourcing__summary").await;
    let unfolded = browser.text(".sourcing").await;
    assert!(unfolded.contains("reported by"), "{unfolded}");
    browser.click(".point__question a").await;
    assert!(
        browser
            .client
            .current_url()
            .await
            .unwrap()
            .path()
            .matches('/')
            .count()
            > 3
    );
    let item = browser.text("main").await;
    assert!(item.matches("says").count() >= 2, "{item}");
    // The app did not start.
    assert!(
        browser
            .client
            .find(fantoccini::Locator::Css("#app[data-app]"))
            .await
            .is_err()
    );
}

/// Opens the page of a dispute on a modified copy of a site on which the app fails,
/// and checks that sourcing unfolds without it.
async fn check_readable_without_app(change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) {
    let folder = copy_site_with("repo", change);
    let browser = Browser::open_folder(Engine::Chromium, folder.path(), "/repo/", Script::On).await;
    browser.goto(&dispute_path("repo")).await;
    browser
        .wait("return document.querySelector('#app').dataset.app === 'failed'")
        .await;
    browser.click(".sourcing__summary").await;
    browser
        .wait("return document.querySelector('.chain').offsetHeight > 0")
        .await;
}

#[tokio::test]
async fn a_page_stays_readable_if_the_app_fails() {
    check_readable_without_app(|path, bytes| {
        Some(if path.ends_with(".wasm") {
            b"not wasm".to_vec()
        } else {
            bytes
        })
    })
    .await;
}
