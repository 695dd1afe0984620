//! Every page hydrates, under any base path, and stays as it was written.

use says_who_tests::page::{Address, Explainer, Hydration};
use says_who_tests::{Engine, Start, base};

use crate::built_pages::{dispute_path, pages};

#[tokio::test]
async fn every_page_hydrates_without_errors() {
    let browser = Start::site("repo").browser(Engine::Chromium).await;
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
    let browser = Start::site("repo").browser(Engine::Chromium).await;
    for page in pages("repo").into_iter().take(6) {
        browser.goto_hydrated(&page).await;
        let same = Hydration(&browser).has_changed_nothing().await;
        assert!(same, "{page}");
    }
}

#[tokio::test]
async fn the_site_works_under_any_base_path() {
    for name in ["root", "a-b"] {
        let browser = Start::site(name).browser(Engine::Chromium).await;
        for page in pages(name).into_iter().take(4) {
            browser.goto_hydrated(&page).await;
        }
        browser.goto_hydrated("").await;
        browser.click(".feature__question a").await;
        Explainer(&browser).wait_until_shown().await;
        let path = Address(&browser).path().await;
        assert_eq!(path, format!("{}{}", base(name), dispute_path(name)));
        assert_eq!(browser.console().await, Vec::<String>::new());
    }
}
