//! Every page hydrates, under any base path, and stays as it was written.

use says_who_tests::{Browser, Script, base};
use serde_json::json;

use crate::built_pages::{dispute_path, pages};

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
