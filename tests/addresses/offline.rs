//! A mangled id leads to its item without a connection too.

use says_who_tests::{Browser, Engine, Script, Server, base, in_every_engine, lacks, site};
use serde_json::json;

use crate::small_site::{forms_for_browsers, on_its_page};
use crate::{ITEM, WHOLE};

in_every_engine! {
    a_mangled_address_leads_to_its_item_offline,
}

async fn a_mangled_address_leads_to_its_item_offline(engine: Engine) {
    let folder = site("a-b");
    let mut server = Server::start(&folder, base("a-b"));
    let browser = Browser::open_address(engine, server.address(), Script::On).await;
    browser.goto_hydrated(WHOLE).await;
    if browser.eval("return 'serviceWorker' in navigator").await == json!(false) {
        lacks(engine, "service workers, so pages need a connection");
        return;
    }
    let kept = |path: &str| {
        format!(
            "caches.match(location.origin + '{}{path}').then((kept) => {{ window.kept = kept !== undefined; }});
             return window.kept === true && navigator.serviceWorker.controller !== null",
            base("a-b")
        )
    };
    browser.wait(&kept("offline.html")).await;
    // The page of one item was visited; the other is cached only as part of the page
    // of the whole dispute.
    browser.goto_hydrated(&format!("{WHOLE}{ITEM}/")).await;
    browser.wait(&kept(&format!("{WHOLE}{ITEM}/"))).await;
    server.stop();
    let visited = on_its_page(&format!("{}{WHOLE}{ITEM}/", base("a-b")));
    let id = "notice-given";
    let in_place = format!(
        "return location.pathname === '{}{WHOLE}' && location.hash === '#{id}' && document.activeElement.id === '{id}'",
        base("a-b")
    );
    let tails = ["", "/", "/index.html", "?utm_source=x"];
    for (id, there) in [(ITEM, visited), (id, in_place)] {
        let mangled = forms_for_browsers(id).into_iter().step_by(4);
        let tails = tails.map(|tail| format!("{id}{tail}"));
        for form in tails.into_iter().chain(mangled) {
            browser.goto(&format!("{WHOLE}{form}")).await;
            browser.wait(&there).await;
        }
    }
}
