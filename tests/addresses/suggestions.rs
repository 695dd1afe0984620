//! The page for an unknown id suggests the nearest ids.

use says_who_tests::page::MissingPage;
use says_who_tests::{Engine, Start, in_every_engine};

use crate::WHOLE;

in_every_engine! {
    an_unknown_id_gets_suggestions_from_its_dispute,
}

async fn an_unknown_id_gets_suggestions_from_its_dispute(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    for address in [
        "who-pay",
        "%23who-pay",
        "who-pay/%3Fx=1",
        "who-pay%E2%80%8B**",
        "Who-Pay).",
        "who%E2%80%91pay",
    ] {
        browser.goto(&format!("{WHOLE}{address}")).await;
        MissingPage(&browser)
            .wait_for_only_dispute("bridge-repair")
            .await;
        let page = browser.text("main").await;
        assert!(
            page.contains("“who-pay”") && page.contains("who-pays"),
            "{address}: {page}"
        );
        assert!(
            page.contains("Was notice given before the closure?"),
            "{address}: {page}"
        );
    }
    // Text that can't be an id is not shown, but the points of the dispute are.
    for address in ["%D1%8F/", "google_vignette/"] {
        browser.goto(&format!("{WHOLE}{address}")).await;
        MissingPage(&browser)
            .wait_for_only_dispute("bridge-repair")
            .await;
        let page = browser.text("main").await;
        assert!(!page.contains("There is no"), "{address}: {page}");
        assert!(
            page.contains("Was notice given before the closure?"),
            "{address}: {page}"
        );
    }
}
