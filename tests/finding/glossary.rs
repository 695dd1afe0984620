//! The glossary explains terms on the page of an item.

use says_who_tests::{Browser, Engine, Script, in_every_engine};

in_every_engine! {
    terms_are_explained_on_an_item_page,
}

async fn terms_are_explained_on_an_item_page(engine: Engine) {
    // WebKit's driver can't turn scripts off.
    let script = if engine == Engine::Webkit {
        Script::On
    } else {
        Script::Off
    };
    let browser = Browser::open_in(engine, "a-b", script).await;
    browser.goto("bridge-repair/notice-given/").await;
    browser.click(".glossary__terms > summary").await;
    let terms = browser.text(".glossary__terms").await;
    assert!(terms.contains("Via another outlet"), "{terms}");
}
