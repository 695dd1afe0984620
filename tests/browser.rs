//! Real browsers on the built site, under three base paths, with and without script.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;

use says_who_tests::{Browser, Engine, Script, base, changed, files, site};
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

/// The first dispute's page.
fn whole(name: &str) -> String {
    let is_whole = |page: &String| !["", "about/"].contains(&page.as_str());
    pages(name).into_iter().find(is_whole).unwrap()
}

/// The page of the first statement on the page of the whole dispute, and its id.
async fn first_statement(browser: &Browser) -> String {
    let id = browser
        .eval("return document.querySelector('.statement-card').id")
        .await;
    id.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn every_page_is_taken_over_without_an_error() {
    let browser = Browser::open("repo", Script::On).await;
    let pages = pages("repo");
    assert!(pages.len() > 20, "{pages:?}");
    for page in pages {
        browser.ready(&page).await;
        assert_eq!(browser.console().await, Vec::<String>::new(), "{page}");
        for address in browser.loaded().await {
            assert!(
                address.starts_with(&browser.address),
                "{page} loads {address}"
            );
        }
    }
}

#[tokio::test]
async fn taking_a_page_over_changes_nothing() {
    let browser = Browser::open("repo", Script::On).await;
    for page in pages("repo").into_iter().take(6) {
        browser.ready(&page).await;
        let same = browser
            .client
            .execute_async(
                "const [done] = arguments;
                 const plain = (node) => {
                   // An empty attribute value is serialized as one, but rendered as
                   // none.
                   node.querySelectorAll('input').forEach((n) => n.value || n.removeAttribute('value'));
                   node.querySelectorAll('[data-here]').forEach((n) => n.removeAttribute('data-here'));
                   const walk = document.createTreeWalker(node, NodeFilter.SHOW_COMMENT); const gone = [];
                   while (walk.nextNode()) gone.push(walk.currentNode); gone.forEach((n) => n.remove());
                   node.normalize(); return node; };
                 // Don't parse strings as HTML: the page's policy forbids it.
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
async fn the_site_works_under_any_path() {
    for name in ["root", "a-b"] {
        let browser = Browser::open(name, Script::On).await;
        for page in pages(name).into_iter().take(4) {
            browser.ready(&page).await;
        }
        browser.ready("").await;
        browser.click(".feature__question a").await;
        browser
            .wait("return document.querySelector('.opening') !== null")
            .await;
        let path = browser.eval("return location.pathname").await;
        assert_eq!(path, json!(format!("{}{}", base(name), whole(name))));
        assert_eq!(browser.console().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn going_from_page_to_page_keeps_title_focus_and_place() {
    let browser = Browser::open("repo", Script::On).await;
    browser.ready(&whole("repo")).await;
    let title = browser.client.title().await.unwrap();
    browser.eval("window.stayed = true; document.querySelectorAll('.point__question a')[1].scrollIntoView({ block: 'center' })").await;
    // The position is saved on the browser's scroll event.
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
        "a page was loaded whole"
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_link_into_the_whole_leads_to_the_item() {
    let browser = Browser::open("repo", Script::On).await;
    let whole = whole("repo");
    browser.ready(&whole).await;
    let id = first_statement(&browser).await;
    let here = "const here = document.querySelector('[data-here]');
                const head = document.querySelector('.ledger__heads').getBoundingClientRect();
                return here !== null && here === document.activeElement
                  && here.getBoundingClientRect().top >= head.height && here.getBoundingClientRect().top < 300";
    // By a full page load, and via the item's own page.
    browser.ready(&format!("{whole}#{id}")).await;
    browser.wait(here).await;
    browser.ready(&format!("{whole}{id}/")).await;
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
    let whole = whole("repo");
    browser.ready(&whole).await;
    let id = first_statement(&browser).await;
    browser.ready(&format!("{whole}{id}/")).await;
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
async fn sourcing_unfolds_and_stays_when_the_app_arrives() {
    let browser = Browser::open("repo", Script::On).await;
    browser.ready(&whole("repo")).await;
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
async fn an_unknown_address_names_what_was_asked() {
    let browser = Browser::open("repo", Script::On).await;
    browser.ready("nothing/at/all/").await;
    assert!(
        browser
            .eval("return document.querySelectorAll('main a').length")
            .await
            .as_u64()
            .unwrap()
            > 3
    );
    browser
        .ready(&format!("{}no-such-thing/", whole("repo")))
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
        browser.ready(&format!("{}{hostile}", whole("repo"))).await;
        let foreign = browser
            .eval("return document.querySelectorAll('#app script, #app img, #app b b').length")
            .await;
        assert_eq!(foreign, json!(0), "{hostile}");
    }
}

#[tokio::test]
async fn everything_reads_without_script() {
    let browser = Browser::open("repo", Script::Off).await;
    let whole = whole("repo");
    browser.go(&whole).await;
    // Text as WebDriver sees it: visible text only, not folded parts.
    let shown = browser.text("main").await;
    let written = fs::read_to_string(site("repo").join(&whole).join("index.html")).unwrap();
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
    // The app is missing altogether.
    assert!(
        browser
            .client
            .find(fantoccini::Locator::Css("#app[data-app]"))
            .await
            .is_err()
    );
}

/// Opens the page of the whole dispute on a modified copy of a site, and checks that
/// it is readable and unfolds without the app.
async fn stays_readable(change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) {
    let folder = changed("repo", change);
    let browser = Browser::open_folder(Engine::Chromium, folder.path(), "/repo/", Script::On).await;
    browser.go(&whole("repo")).await;
    browser
        .wait("return document.querySelector('#app').dataset.app === 'failed'")
        .await;
    browser.click(".sourcing__summary").await;
    browser
        .wait("return document.querySelector('.chain').offsetHeight > 0")
        .await;
}

#[tokio::test]
async fn a_page_whose_app_does_not_come_stays_readable() {
    stays_readable(|path, bytes| {
        Some(if path.ends_with(".wasm") {
            b"not wasm".to_vec()
        } else {
            bytes
        })
    })
    .await;
}
