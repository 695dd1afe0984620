//! A mangled id leads to its item without a connection too.

use says_who_tests::page::{Explainer, LinkTarget, ServiceWorker};
use says_who_tests::{Engine, Server, Start, base, in_every_engine, lacks, site};

use crate::forms::forms_for_browsers;
use crate::{ITEM, WHOLE};

in_every_engine! {
    a_mangled_address_leads_to_its_item_offline,
}

async fn a_mangled_address_leads_to_its_item_offline(engine: Engine) {
    let folder = site("a-b");
    let mut server = Server::start(&folder, base("a-b"));
    let browser = Start::address(server.address()).open(engine, WHOLE).await;
    if !ServiceWorker(&browser).is_supported().await {
        lacks(engine, "service workers, so pages need a connection");
        return;
    }
    ServiceWorker(&browser)
        .wait_until_page_cached_and_controlled("offline.html")
        .await;
    // The page of one item was visited; the other is cached only as part of the page
    // of the whole dispute.
    let visited = format!("{WHOLE}{ITEM}/");
    browser.goto_hydrated(&visited).await;
    ServiceWorker(&browser)
        .wait_until_page_cached_and_controlled(&visited)
        .await;
    server.stop();
    let base = base("a-b");
    let tails = ["", "/", "/index.html", "?utm_source=x"];
    for id in [ITEM, "notice-given"] {
        let mangled = forms_for_browsers(id).into_iter().step_by(4);
        let tails = tails.map(|tail| format!("{id}{tail}"));
        for form in tails.into_iter().chain(mangled) {
            browser.goto(&format!("{WHOLE}{form}")).await;
            if id == ITEM {
                Explainer(&browser)
                    .wait_for_item_page_at(&format!("{base}{visited}"))
                    .await;
            } else {
                LinkTarget::new(&browser, id)
                    .wait_for_path_hash_and_focus(&format!("{base}{WHOLE}"))
                    .await;
            }
        }
    }
}
