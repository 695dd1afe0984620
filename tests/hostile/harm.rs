//! Finds the harm that hostile texts have done on a page.

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

/// A script that returns the harm that hostile texts have done on the page.
const HARM: &str = "const root = document.documentElement;
    const all = [...root.querySelectorAll('*')];
    const at = new URL(arguments[0]);
    const own = (address) => new URL(address, location.href).href.startsWith(at.href);
    const of = (selector) => [...root.querySelectorAll(selector)];
    const harm = [
      // Elements that the site's pages don't have, or not there. An embed page's own
      // script is its last one, which the policy allows by its digest.
      ...of('body > main ~ script').slice(0, -1),
      ...of('#app script, main script, body script[src], body style, body link, body meta, body base, iframe, frame, object, embed, applet, form, template:not([data-notice], .panels > #_copy_link), audio, video'),
      ...of('img').filter((one) => !own(one.src)),
      ...all.filter((one) => one.localName === 'b' && one.textContent === 'bold'),
      ...all.filter((one) => [...one.attributes].some((attribute) =>
        attribute.name.startsWith('on') || attribute.name === 'style' || attribute.name === 'srcdoc'
        || attribute.name === 'autofocus')),
      ...of('a[*|href], area').filter((one) => !['http:', 'https:'].includes(one.protocol ?? new URL(one.href.baseVal, location.href).protocol)),
      ...of('head script').filter((one) => !own(one.src)),
    ];
    return {
      pwned: window.pwned ?? null,
      harm: harm.map((one) => one.outerHTML.slice(0, 200)),
      violations: window.violations ?? [],
      asked: performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !own(name)),
    };";

pub(crate) async fn assert_unharmed(browser: &Browser, what: &str) {
    let address = vec![json!(browser.address)];
    let harm = browser.client.execute(HARM, address).await.unwrap();
    let none = json!({ "pwned": null, "harm": [], "violations": [], "asked": [] });
    assert_eq!(harm, none, "{what}");
    let mut console = browser.console().await;
    console.retain(|line| !line.contains("status of 404"));
    assert_eq!(console, Vec::<String>::new(), "{what}");
}

/// A script that returns how often the hostile markup is shown as text.
pub(crate) const COUNT_SHOWN: &str = "return { times: document.querySelector('main').textContent.split('</title></textarea></style>').length - 1 };";
