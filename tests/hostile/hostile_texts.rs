//! Every kind of page shows hostile texts as text.

use says_who_tests::page::HostileTexts;
use says_who_tests::stress::first_point;
use says_who_tests::{Engine, FaultyServer, Start, in_every_engine};

use crate::EXPLAINER;
use crate::harm::{add_watch_script, assert_unharmed};
use crate::interaction::use_everything;

in_every_engine! {
    hostile_texts_stay_text,
}

async fn hostile_texts_stay_text(engine: Engine) {
    let server = FaultyServer::serve("stress", add_watch_script).await;
    let browser = Start::address(server.address.clone()).browser(engine).await;
    let ids = [
        first_point("markup-like"),
        "library-001".to_owned(),
        "council-001".to_owned(),
        "others-001".to_owned(),
        "house-rules".to_owned(),
        "door-stayed-shut".to_owned(),
        "door-opened".to_owned(),
        "who-has-the-key".to_owned(),
        "gazette".to_owned(),
        "notice-board".to_owned(),
        "point-one".to_owned(),
        "point-none".to_owned(),
        "no-such-thing".to_owned(),
        "share".to_owned(),
        "figures".to_owned(),
        "print".to_owned(),
    ];
    let items = ids.iter().map(|id| format!("{EXPLAINER}{id}/"));
    let pages = ["", EXPLAINER, "404.html", "%3Cscript%3Ewindow.pwned=1%3C/"];
    for page in pages.into_iter().map(str::to_owned).chain(items) {
        browser.goto_hydrated(&page).await;
        HostileTexts(&browser).unfold_and_hover_over_all().await;
        assert_unharmed(&browser, &page).await;
    }
    for page in [
        format!("embed/{EXPLAINER}"),
        format!("embed/{EXPLAINER}gazette/"),
    ] {
        browser.goto(&page).await;
        assert_unharmed(&browser, &page).await;
        let shown = HostileTexts(&browser).markup_count().await;
        assert!(shown > 1, "{page}: {shown}");
    }

    use_everything(&browser).await;
}
