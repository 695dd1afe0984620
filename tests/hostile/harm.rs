//! Finds the harm that hostile texts have done on a page.

use says_who_tests::page::HostileTexts;
use says_who_tests::{Browser, Served};
use serde_json::json;

/// The first script of every page of the app: records policy violations, and calls
/// that would open a dialog or a window.
const WATCH: &str = "window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
      window[name] = () => { window.pwned = name; };
    }";

/// Adds the watch script to every page but the embed pages, whose policy forbids it.
pub(crate) fn add_watch_script(path: &str, served: Served) -> Served {
    if path == "watch.js" {
        return Served::Bytes("text/javascript", WATCH.into());
    }
    if !path.ends_with(".html") || path.starts_with("embed/") {
        return served;
    }
    served.with(|html| {
        let html = String::from_utf8(html).unwrap();
        let (before, after) = html.split_once("</title>").unwrap();
        format!("{before}</title><script src=/stress/watch.js></script>{after}").into_bytes()
    })
}

pub(crate) async fn assert_unharmed(browser: &Browser, what: &str) {
    let harm = HostileTexts(browser).harm().await;
    let none = json!({ "pwned": null, "harm": [], "violations": [], "asked": [] });
    assert_eq!(harm, none, "{what}");
    let mut console = browser.console().await;
    console.retain(|line| !line.contains("status of 404"));
    assert_eq!(console, Vec::<String>::new(), "{what}");
}
