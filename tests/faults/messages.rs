//! The messages about unavailable features, page by page.

use says_who_tests::page::{App, Axe, AxeRules, Viewport};
use says_who_tests::{Engine, FaultyServer, Start, in_every_engine};
use serde_json::json;

use crate::fault_table::Fault;
use crate::served_files::{is_wasm, missing_if};
use crate::{ALL_UNAVAILABLE, COPYING_UNAVAILABLE, EXPLAINER, SEARCH_UNAVAILABLE};

in_every_engine! {
    a_page_says_which_features_are_unavailable,
}

async fn a_page_says_which_features_are_unavailable(engine: Engine) {
    let broken: Fault = |path, served| missing_if(is_wasm(path), served);
    let small = FaultyServer::serve("a-b", broken).await;
    let stress = FaultyServer::serve("stress", broken).await;
    let browser = Start::without_site()
        .without_waiting()
        .browser(engine)
        .await;
    let pages = [
        (&small, EXPLAINER, Some(ALL_UNAVAILABLE)),
        (
            &small,
            "bridge-repair/mayor-never-saw-it/",
            Some(COPYING_UNAVAILABLE),
        ),
        (&small, "bridge-repair/share/", Some(COPYING_UNAVAILABLE)),
        (&stress, "", Some(SEARCH_UNAVAILABLE)),
        (&small, "", Some(SEARCH_UNAVAILABLE)),
        // Nothing on these pages needs the app.
        (&small, "about/", None),
        (&small, "bridge-repair/figures/", None),
        (&small, "bridge-repair/mayor-first-remark/", None),
        (&small, "no/such/page/", None),
    ];
    let axe = Axe::read();
    for (server, page, says) in pages {
        browser
            .goto_and_wait(&format!("{}{page}", server.address), App::HAS_FAILED)
            .await;
        let seen = App(&browser).seen().await;
        assert_eq!(seen["says"], json!(Vec::from_iter(says)), "{page}");
        assert_eq!(seen["offers"], json!(0), "{page}");
        let overflow = Viewport(&browser).horizontal_overflow().await;
        assert!(
            overflow.as_i64().unwrap() <= 0,
            "{page} overflows horizontally"
        );
        if engine == Engine::Chromium {
            let report = axe.check(&browser, AxeRules::All).await;
            assert!(report.violations.is_empty(), "{page}: {report:?}");
        }
    }
    // Embed pages have no app, and no message about it.
    browser
        .goto_and_wait(
            &format!("{}embed/{EXPLAINER}", small.address),
            App::IS_ABSENT,
        )
        .await;
    // Without script, the text is there.
    if engine == Engine::Webkit {
        // WebKit's driver has no way to turn script off.
        return;
    }
    let browser = Start::site("a-b")
        .without_script()
        .load(engine, EXPLAINER)
        .await;
    let page = browser.text("body").await;
    assert!(
        page.contains("The bridge closed on 8 March 2021."),
        "{page}"
    );
    assert!(!page.contains(ALL_UNAVAILABLE), "{page}");
}
