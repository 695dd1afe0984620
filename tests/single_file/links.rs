//! Links into the file and within it.

use std::path::Path;

use says_who_tests::page::{Address, App, Dialogs, Element, Explainer, Notices, click_by_script};
use says_who_tests::{Engine, in_every_engine};

use crate::{STATEMENT, WITH_SITE_URL, WITHOUT_SITE_URL, assert_no_requests, load, start};

in_every_engine! {
    a_link_into_the_file_reaches_its_target,
    every_internal_link_stays_in_the_file,
    back_and_forward,
    unknown_ids_aliases_and_removed_ids,
}

/// The starts of URLs of sources, of the publisher, and of the licence of the texts.
const OUTSIDE: [&str; 5] = [
    "https://example.org/",
    "https://example.com/",
    "https://example.net/",
    "https://creativecommons.org/",
    "mailto:desk@example.org",
];

async fn a_link_into_the_file_reaches_its_target(engine: Engine) {
    let browser = start().browser(engine).await;
    for name in [WITHOUT_SITE_URL, WITH_SITE_URL] {
        for id in [
            STATEMENT,
            "who-pays",
            "closure-letter",
            "bridge-closed",
            "radio-bridge",
        ] {
            load(&browser, &format!("{name}#{id}")).await;
            Explainer(&browser).wait_for_target_in_window(id).await;
            assert_no_requests(&browser, name).await;
        }
    }
}

async fn every_internal_link_stays_in_the_file(engine: Engine) {
    let browser = start().browser(engine).await;
    load(&browser, WITHOUT_SITE_URL).await;
    // Each link leads to an element in the file, to a source, to the publisher or to
    // the licence of the texts.
    let ids = Element::new(&browser, "[id]").ids().await;
    let leads_somewhere = |href: &str| {
        let id = href.split_once('#').map_or(href, |(_, id)| id);
        OUTSIDE.iter().any(|start| href.starts_with(start))
            || href == "#"
            || (!id.is_empty() && ids.iter().any(|known| known == id))
    };
    let hrefs = Element::new(&browser, "a[href]").attributes("href").await;
    let broken: Vec<String> = hrefs
        .into_iter()
        .flatten()
        .filter(|href| !leads_somewhere(href))
        .collect();
    assert_eq!(broken, Vec::<String>::new());
    // A link without a target, to something that the file does not contain, is
    // hidden.
    let offered = Element::new(&browser, "a:not([href])");
    assert_eq!(offered.visible_count().await, 0);
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
        Dialogs(&browser).wait_for_share_panel_of(&id).await;
        click_by_script(&browser, "dialog[open] a.share__text").await;
        Explainer(&browser).wait_for_target_in_window(&id).await;
        assert_eq!(Address(&browser).hash().await, format!("#{id}"));
    }
    // The site's name is a link to the top.
    click_by_script(&browser, ".masthead__name a").await;
    Explainer(&browser).wait_until_at_top_without_mark().await;
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}

async fn back_and_forward(engine: Engine) {
    let browser = start().browser(engine).await;
    load(&browser, &format!("{WITHOUT_SITE_URL}#{STATEMENT}")).await;
    Explainer(&browser)
        .wait_for_target_in_window(STATEMENT)
        .await;
    // Use real clicks: on back, a browser may skip history entries added by script.
    browser.click(".contents a[href='#who-pays']").await;
    Explainer(&browser)
        .wait_for_target_in_window("who-pays")
        .await;
    browser.click("#who-pays .sourcing__summary").await;
    browser.click(".contents a[href='#later-notice']").await;
    Explainer(&browser)
        .wait_for_target_in_window("later-notice")
        .await;
    for id in ["who-pays", STATEMENT] {
        browser.client.back().await.unwrap();
        Explainer(&browser).wait_for_marked(id).await;
        assert_eq!(Address(&browser).hash().await, format!("#{id}"));
    }
    browser.client.forward().await.unwrap();
    Explainer(&browser).wait_for_marked("who-pays").await;
    browser.client.refresh().await.unwrap();
    App(&browser).wait_until_ready().await;
    Explainer(&browser)
        .wait_for_target_in_window("who-pays")
        .await;
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}

async fn unknown_ids_aliases_and_removed_ids(engine: Engine) {
    let browser = start().browser(engine).await;
    load(&browser, &format!("{WITHOUT_SITE_URL}#who-pay")).await;
    Notices(&browser).wait_for_focused_missing("who-pay").await;
    click_by_script(&browser, "#_missing a").await;
    Explainer(&browser)
        .wait_for_target_in_window("who-pays")
        .await;
    Notices(&browser).wait_for_no_missing().await;
    // An alias redirects, and the URL gets the current id.
    load(&browser, &format!("{WITHOUT_SITE_URL}#was-notice-given")).await;
    Explainer(&browser)
        .wait_for_target_in_window("notice-given")
        .await;
    Address(&browser).wait_for_hash("#notice-given").await;
    // A mangled id leads to its item.
    for hash in ["who-pays?utm_source=x", "/who-pays", "who%E2%80%91pays**"] {
        load(&browser, &format!("{WITHOUT_SITE_URL}#{hash}")).await;
        Explainer(&browser)
            .wait_for_target_in_window("who-pays")
            .await;
    }
    // A removed item says why it was removed.
    Address(&browser).set_hash("#mayor-first-remark").await;
    Explainer(&browser)
        .wait_for_target_in_window("mayor-first-remark")
        .await;
    let why = browser.text("#mayor-first-remark").await;
    assert!(
        why.contains("The remark was about another bridge."),
        "{why}"
    );
    assert_no_requests(&browser, WITHOUT_SITE_URL).await;
}
