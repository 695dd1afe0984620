//! Scripts for any page: clicks, and async functions.

use serde_json::{Value, json};

use crate::Browser;

/// Clicks by script: the element may be off-screen or covered.
pub async fn click_by_script(browser: &Browser, selector: &str) {
    browser
        .eval(&format!(
            "document.querySelector({}).click()",
            json!(selector)
        ))
        .await;
}

/// Evaluates the body of an async function.
pub async fn eval_async(browser: &Browser, body: &str) -> Value {
    let script = format!(
        "const done = arguments[0]; (async () => {{ {body} }})().then(done, (error) => done(String(error)));"
    );
    browser
        .client
        .execute_async(&script, Vec::new())
        .await
        .unwrap()
}

/// Waits until the body of an async function returns `true`.
pub async fn wait_async(browser: &Browser, body: &str) {
    browser.eval("delete window.awaited").await;
    let script = format!(
        "(async () => {{ {body} }})().then((value) => {{ window.awaited = value; }}); return window.awaited === true;"
    );
    browser.wait(&script).await;
}
