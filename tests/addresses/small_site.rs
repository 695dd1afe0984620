//! A browser on the small site, and the mangled forms to open in it.

use says_who_tests::{Browser, Engine, Script};
use serde_json::json;

use crate::forms::forms;

pub(crate) async fn open_small_site(engine: Engine) -> Browser {
    Browser::open_in(engine, "a-b", Script::On).await
}

/// The forms of an id to test in a browser: only some, because each one is a page
/// load. All forms of all ids are tested without a browser in `resolving.rs`.
pub(crate) fn forms_for_browsers(id: &str) -> Vec<String> {
    // In a browser, the `#` would begin the hash.
    let forms = forms(id).into_iter().filter(|form| !form.contains("&#"));
    let forms: Vec<String> = forms.collect();
    forms
        .iter()
        .step_by(forms.len() / FORMS_PER_BROWSER)
        .cloned()
        .collect()
}

/// The approximate number of forms of one id to test in a browser.
const FORMS_PER_BROWSER: usize = 20;

/// A script that returns whether the page of an item is shown under its own URL.
pub(crate) fn on_its_page(path: &str) -> String {
    format!(
        "return location.pathname === {} && document.querySelector('main .item') !== null",
        json!(path)
    )
}
