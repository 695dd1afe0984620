//! Mangled queries: the version of an item, and the filters of a view.

use says_who_tests::page::{Element, Notices};
use says_who_tests::{Engine, Start, in_every_engine};

use crate::WHOLE;
use crate::forms::list;

in_every_engine! {
    a_mangled_version_is_recognised,
    a_mangled_view_keeps_its_filters,
}

async fn a_mangled_version_is_recognised(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let page = format!("{WHOLE}engineer-sent-letter/");
    let queries = list("versions").into_iter().step_by(3);
    for query in queries.chain(list("versions-in-path")) {
        browser.goto_hydrated("").await;
        browser.goto(&format!("{page}{query}")).await;
        Notices(&browser).wait_for_changed_on_item_page().await;
    }
}

async fn a_mangled_view_keeps_its_filters(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    // The ids of the statements that are shown as matches.
    let view = async |address: &str| -> Vec<String> {
        browser.goto_hydrated("").await;
        browser.goto(&format!("{WHOLE}{address}")).await;
        let matches = Element::new(&browser, "[data-match]");
        matches.wait_until_exists().await;
        matches.ids().await
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
