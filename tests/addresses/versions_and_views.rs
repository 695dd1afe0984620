//! Mangled queries: the version of an item, and the filters of a view.

use says_who_tests::{Engine, in_every_engine};
use serde_json::Value;

use crate::WHOLE;
use crate::forms::list;
use crate::small_site::open_small_site;

in_every_engine! {
    a_mangled_version_is_recognised,
    a_mangled_view_keeps_its_filters,
}

async fn a_mangled_version_is_recognised(engine: Engine) {
    let browser = open_small_site(engine).await;
    let page = format!("{WHOLE}engineer-sent-letter/");
    let told = "return document.querySelector('main .item') !== null && document.querySelector('#_changed') !== null";
    let queries = list("versions").into_iter().step_by(3);
    for query in queries.chain(list("versions-in-path")) {
        browser.goto_hydrated("").await;
        browser.goto(&format!("{page}{query}")).await;
        browser.wait(told).await;
    }
}

/// The ids of the statements that are shown as matches.
const MATCHES: &str =
    "return JSON.stringify([...document.querySelectorAll('[data-match]')].map((one) => one.id))";

async fn a_mangled_view_keeps_its_filters(engine: Engine) {
    let browser = open_small_site(engine).await;
    let matches = "return document.querySelector('[data-match]') !== null";
    let view = async |address: &str| -> Value {
        browser.goto_hydrated("").await;
        browser.goto(&format!("{WHOLE}{address}")).await;
        browser.wait(matches).await;
        browser.eval(MATCHES).await
    };
    let clean = view("?speaker=mayor&wording=quoted").await;
    assert_ne!(
        clean,
        view("?speaker=mayor").await,
        "the second filter excludes nothing"
    );
    for address in list("views") {
        assert_eq!(view(&address).await, clean, "{address}");
    }
}
