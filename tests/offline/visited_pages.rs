//! Visited pages, without a connection or with a server that hangs.

use says_who_tests::page::{Address, App, Document};
use says_who_tests::{Engine, Failure, Server, Start, in_every_engine};

use crate::cache::wait_until_cached;
use crate::registration::supports_service_workers;
use crate::releases::releases;
use crate::{BASE, EXPLAINER, FIRST, ITEM, OTHER, open_visited};

in_every_engine! {
    a_visited_explainer_opens_offline,
    page_urls_are_normalized_online_and_offline,
    a_cached_page_opens_if_the_server_hangs,
}

async fn a_visited_explainer_opens_offline(engine: Engine) {
    let Some((mut server, browser)) = open_visited(engine).await else {
        return;
    };

    server.stop();
    for (path, words) in [
        (EXPLAINER, FIRST),
        ("", "Did the county tell"),
        (ITEM, "Who pays"),
    ] {
        browser.goto_hydrated(path).await;
        App(&browser).wait_until_complete(words).await;
    }
    Document(&browser).reload().await;
    App(&browser).wait_until_complete("Who pays").await;
    assert_eq!(Address(&browser).path().await, format!("{BASE}{ITEM}"));

    // This page was not visited, but its item is in the explainer, which is cached.
    browser.goto_hydrated(OTHER).await;
    App(&browser).wait_until_complete("We never saw it").await;
    let id = OTHER.trim_end_matches('/').rsplit('/').next().unwrap();
    assert_eq!(
        Address(&browser).path_and_hash().await,
        format!("{BASE}{EXPLAINER}#{id}")
    );
    // The browser itself reports that this page failed to load.
    let mut messages = browser.console().await;
    messages.retain(|line| !line.contains(OTHER));
    assert_eq!(messages, Vec::<String>::new());
}

async fn page_urls_are_normalized_online_and_offline(engine: Engine) {
    let Some((mut server, browser)) = open_visited(engine).await else {
        return;
    };
    // The service worker responds like the server.
    for is_offline in [false, true] {
        if is_offline {
            server.stop();
        }
        for path in [EXPLAINER, ITEM] {
            let bare = path.trim_end_matches('/');
            for (asked, query) in [
                (format!("{bare}?x=1"), "?x=1"),
                (format!("{path}index.html?x=1"), "?x=1"),
                (bare.to_owned(), ""),
            ] {
                browser.goto_hydrated(&asked).await;
                let here = Address(&browser).path_and_query().await;
                assert_eq!(here, format!("{BASE}{path}{query}"), "{asked}");
            }
        }
    }
}

async fn a_cached_page_opens_if_the_server_hangs(engine: Engine) {
    let mut server = Server::start(&releases().first, BASE);
    let browser = Start::address(server.address()).browser(engine).await;
    if !supports_service_workers(&browser).await {
        return;
    }
    wait_until_cached(&browser, &releases().first).await;
    server.fail(Failure::Hang);
    browser.goto_hydrated(EXPLAINER).await;
    App(&browser).wait_until_complete(FIRST).await;
}
