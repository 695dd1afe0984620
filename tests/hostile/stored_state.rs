//! What the site stores about a reader.

use says_who_tests::{Browser, Engine, Script, in_every_engine};
use serde_json::{Value, json};

in_every_engine! {
    a_visit_stores_only_reading_state,
}

async fn a_visit_stores_only_reading_state(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    // Do everything a reader does: open pages, unfold, search, copy, turn the keyboard
    // shortcuts on or off, and go back.
    browser.goto_hydrated("").await;
    browser.goto_hydrated("bridge-repair/").await;
    browser.click(".sourcing__summary").await;
    browser
        .wait("return document.querySelector('.sourcing').open && sessionStorage.length > 0")
        .await;
    browser.click(".finder input").await;
    browser.type_text("notice").await;
    browser
        .wait("return location.search.includes('q=notice')")
        .await;
    browser
        .eval(
            "document.querySelector('[data-copy=link]').click();
               document.querySelector('[data-keys]').click()",
        )
        .await;
    browser
        .wait("return document.querySelector('dialog[open] .keys__on input') !== null")
        .await;
    browser.click("dialog[open] .keys__on input").await;
    browser
        .eval(
            "document.querySelector('dialog[open]')?.close();
               document.querySelector('.point:not([hidden]) .point__question a').click()",
        )
        .await;
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    browser.eval("history.back()").await;
    browser
        .wait("return document.querySelector('.opening') !== null")
        .await;
    browser.goto_hydrated("bridge-repair/share/").await;
    browser.goto_hydrated("bridge-repair/figures/").await;
    browser.goto_hydrated("no/such/page/").await;

    let stored = browser
        .client
        .execute_async(
            "const [done] = arguments;
             (async () => {
               const bases = indexedDB.databases ? (await indexedDB.databases()).map((base) => base.name) : [];
               done({
                 local: Object.keys(localStorage).sort(),
                 session: Object.keys(sessionStorage).sort(),
                 cookie: document.cookie,
                 bases,
                 // The service worker may cache the site's own pages and files.
                 caches: (await caches.keys()).filter((name) => !name.startsWith('says-who')),
                 name: window.name,
               });
             })()",
            vec![],
        )
        .await
        .unwrap();
    assert_eq!(
        stored,
        json!({
            "local": ["says-who-keys"],
            "session": ["says-who-places", "says-who-unfolded/bridge-repair"],
            "cookie": "",
            "bases": [],
            "caches": [],
            "name": "",
        })
    );
    // There are no cookies that scripts can't see, either.
    assert!(browser.client.get_all_cookies().await.unwrap().is_empty());
    // The unfolded sources are stored, so the visit did store something.
    let unfolded = browser
        .eval("return sessionStorage['says-who-unfolded/bridge-repair']")
        .await;
    assert_ne!(unfolded, Value::Null);
}
