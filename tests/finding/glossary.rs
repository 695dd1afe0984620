//! The glossary explains terms on the page of an item.

use says_who_tests::{Engine, Start, in_every_engine};

in_every_engine! {
    terms_are_explained_on_an_item_page,
}

async fn terms_are_explained_on_an_item_page(engine: Engine) {
    let mut start = Start::site("a-b");
    // WebKit's driver can't turn scripts off.
    if engine != Engine::Webkit {
        start = start.without_script();
    }
    let browser = start.load(engine, "bridge-repair/notice-given/").await;
    browser.click(".glossary__terms > summary").await;
    let terms = browser.text(".glossary__terms").await;
    assert!(terms.contains("Via another outlet"), "{terms}");
}
