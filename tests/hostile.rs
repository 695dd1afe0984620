//! A dispute whose texts are all markup, script or strings like URLs, on every kind of
//! page and in everything a reader can do, in three browsers: no text runs, becomes an
//! element or causes a request to another host. Also what the site stores about a
//! reader.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

#[allow(dead_code, reason = "the rest is for other tests")]
#[path = "support/parsing.rs"]
mod parsing;

use std::fs;

use says_who_tests::stress::{ADDRESS, MARKUP, QUOTED, first_point};
use says_who_tests::{Browser, Engine, FaultyServer, Script, Served, files, in_every_engine, site};
use serde_json::{Value, json};

in_every_engine! {
    hostile_texts_stay_text,
    a_visit_stores_only_reading_state,
}

const EXPLAINER: &str = "markup-like/";

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
fn add_watch_script(path: &str, served: Served) -> Served {
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

async fn assert_unharmed(browser: &Browser, what: &str) {
    let address = vec![json!(browser.address)];
    let harm = browser.client.execute(HARM, address).await.unwrap();
    let none = json!({ "pwned": null, "harm": [], "violations": [], "asked": [] });
    assert_eq!(harm, none, "{what}");
    let mut console = browser.console().await;
    console.retain(|line| !line.contains("status of 404"));
    assert_eq!(console, Vec::<String>::new(), "{what}");
}

async fn hostile_texts_stay_text(engine: Engine) {
    let server = FaultyServer::serve("stress", add_watch_script).await;
    let browser = Browser::open_address(engine, server.address.clone(), Script::On).await;
    let ids = [
        first_point("markup-like"),
        "library-001".to_owned(),
        "council-001".to_owned(),
        "others-001".to_owned(),
        "house-rules".to_owned(),
        "door-stayed-shut".to_owned(),
        "door-opened".to_owned(),
        "who-has-the-key".to_owned(),
        "gazette".to_owned(),
        "notice-board".to_owned(),
        "point-one".to_owned(),
        "point-none".to_owned(),
        "no-such-thing".to_owned(),
        "share".to_owned(),
        "figures".to_owned(),
        "print".to_owned(),
    ];
    let items = ids.iter().map(|id| format!("{EXPLAINER}{id}/"));
    let pages = ["", EXPLAINER, "404.html", "%3Cscript%3Ewindow.pwned=1%3C/"];
    for page in pages.into_iter().map(str::to_owned).chain(items) {
        browser.goto_hydrated(&page).await;
        // Unfold every text, and hover over every element.
        browser
            .eval(
                "document.querySelectorAll('details').forEach((one) => { one.open = true; });
                   document.querySelectorAll('#app *').forEach((one) => {
                     one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
                   })",
            )
            .await;
        assert_unharmed(&browser, &page).await;
    }
    for page in [
        format!("embed/{EXPLAINER}"),
        format!("embed/{EXPLAINER}gazette/"),
    ] {
        browser.goto(&page).await;
        assert_unharmed(&browser, &page).await;
        let shown = browser.eval(COUNT_SHOWN).await;
        assert!(shown["times"].as_u64().unwrap() > 1, "{page}: {shown}");
    }

    use_everything(&browser).await;
}

/// A script that returns how often the hostile markup is shown as text.
const COUNT_SHOWN: &str = "return { times: document.querySelector('main').textContent.split('</title></textarea></style>').length - 1 };";

/// Searches, filters, swaps the sides, shares, copies and navigates.
async fn use_everything(browser: &Browser) {
    browser.goto_hydrated(EXPLAINER).await;
    let shown = browser.eval(COUNT_SHOWN).await;
    assert!(shown["times"].as_u64().unwrap() > 20, "{shown}");
    // The source's URL is unchanged, in one attribute.
    let link = browser
        .eval("return document.querySelector('.chain a[rel]').getAttribute('href')")
        .await;
    assert_eq!(link, json!(ADDRESS));

    let search = "const field = document.querySelector('.finder input');
        field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }));";
    for words in [MARKUP, QUOTED, "<img src=x onerror=window.pwned=1>"] {
        browser
            .client
            .execute(search, vec![json!(words)])
            .await
            .unwrap();
        browser
            .wait("return document.querySelector('.finder__count').innerText !== '' && location.search.includes('q=')")
            .await;
        assert_unharmed(browser, words).await;
    }
    browser
        .client
        .execute(search, vec![json!("")])
        .await
        .unwrap();
    // Set every filter. One is the name of an outlet.
    browser
        .eval("document.querySelector('.finder__more').open = true")
        .await;
    browser
        .wait("return document.querySelector('.finder select') !== null")
        .await;
    browser
        .eval(
            "for (const choice of document.querySelectorAll('.finder select')) {
                 choice.selectedIndex = choice.options.length - 1;
                 choice.dispatchEvent(new Event('change', { bubbles: true }));
               }
               document.querySelector('#_swap').click()",
        )
        .await;
    browser
        .wait("return location.search.includes('outlet=') && location.search.includes('first=')")
        .await;
    assert_unharmed(browser, "filtered").await;
    let query = browser.eval("return location.search").await;
    browser
        .goto_hydrated(&format!("{EXPLAINER}{}", query.as_str().unwrap()))
        .await;
    browser
        .wait("return document.querySelector('.finder__count').innerText !== ''")
        .await;
    assert_unharmed(browser, "filtered, then loaded").await;

    // The share dialog of every kind of item, and everything it copies.
    browser.goto_hydrated(&format!("{EXPLAINER}share/")).await;
    browser
        .eval("window.copied = [];
               Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { copied.push(text); } } });
               const button = (what) => document.querySelector(`dialog[open] [data-copy='${what}']`);
               const frame = () => new Promise(requestAnimationFrame);
               (async () => {
                 for (const opener of document.querySelectorAll('#app main [data-share]')) {
                   opener.click();
                   while (document.querySelector('dialog[open] .panel__inside') === null) await frame();
                   for (const copy of document.querySelectorAll('dialog[open] [data-copy]')) copy.click();
                   document.querySelector('dialog[open] .panel__foot button').click();
                   while (document.querySelector('dialog[open]') !== null) await frame();
                 }
                 window.done = true;
               })()")
        .await;
    browser.wait("return window.done === true").await;
    assert_unharmed(browser, "shared").await;
    // An embed code is a single frame, with or without the script that sets its height.
    let copied = browser.eval("return copied").await;
    let frames = copied.as_array().unwrap().iter();
    let frames: Vec<_> = frames
        .map(|text| text.as_str().unwrap())
        .filter(|text| text.starts_with("<iframe"))
        .collect();
    assert!(frames.len() > 5);
    for frame in &frames {
        let mut tags = parsing::tokens(frame);
        if tags.len() == 4 {
            let script = tags.split_off(2);
            assert!(
                script[0].starts_with("<script async=\"\" src=\"http://127.0.0.1:")
                    && script[0].ends_with("/embed.js\""),
                "{script:?}"
            );
            assert_eq!(script[1], "</script", "{script:?}");
        }
        assert_eq!(tags.len(), 2, "{tags:?}");
        assert_eq!(tags[1], "</iframe", "{tags:?}");
        assert!(
            tags[0].starts_with("<iframe src=\"http://127.0.0.1:"),
            "{tags:?}"
        );
        assert!(
            tags[0].ends_with(" style=\"border:1px solid #d5d0c4\""),
            "{tags:?}"
        );
    }
    assert!(
        frames
            .iter()
            .any(|frame| frame.contains("&quot; autofocus"))
    );

    // Navigate in the app, without page loads.
    browser.goto_hydrated(EXPLAINER).await;
    browser.eval("window.stayed = true").await;
    for id in ["library-001", "house-rules", "gazette"] {
        let open = format!("document.querySelector(\"[id='{id}'] .more\").click()");
        browser.eval(&open).await;
        // Follow the permalink in the dialog.
        browser
            .wait("const link = document.querySelector('dialog[open] a.share__text'); link?.click(); return link !== null")
            .await;
        browser
            .wait("return document.querySelector('.item') !== null")
            .await;
        assert_unharmed(browser, id).await;
        browser
            .eval("document.querySelector('.item__whole a').click()")
            .await;
        browser
            .wait("return document.querySelector('.opening') !== null")
            .await;
    }
    assert_eq!(browser.eval("return window.stayed").await, json!(true));
    assert_unharmed(browser, "after in-app navigation").await;
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

/// The first two `<meta>` elements of every page are the character encoding and the
/// content security policy.
#[test]
fn every_page_starts_with_its_security_policy() {
    for html in pages() {
        let mut tags = parsing::tokens(&html.1)
            .into_iter()
            .skip_while(|token| !token.starts_with("<meta"));
        let (name, first, second) = (html.0, tags.next().unwrap(), tags.next().unwrap());
        assert_eq!(first, "<meta charset=\"utf-8\"", "{name}");
        assert!(
            second.contains("Content-Security-Policy"),
            "{name}: {second}"
        );
        let policy = second.split_once("content=\"").unwrap().1;
        let policy = policy.split('"').next().unwrap();
        let directives: Vec<Vec<&str>> = policy
            .split(';')
            .map(|directive| directive.split_whitespace().collect())
            .collect();
        for needed in ["default-src", "base-uri", "form-action"] {
            assert!(
                directives.contains(&vec![needed, "'none'"]),
                "{name}: {policy}"
            );
        }
        // Only the site's own files, and nothing inline. `says-who` is the Trusted Types
        // policy that `offline.js` creates for its one URL.
        let allowed = [
            "'none'",
            "'self'",
            "'wasm-unsafe-eval'",
            "'script'",
            "says-who",
        ];
        let is_framed = name.contains("/embed/");
        for directive in &directives {
            for source in &directive[1..] {
                // An embed page has an inline script. Its style sheet may come from any
                // host, because WebKit doesn't match `'self'` in a sandbox.
                let framed = match directive[0] {
                    "script-src" => source.starts_with("'sha256-"),
                    "style-src" => ["http:", "https:"].contains(source),
                    _ => false,
                };
                assert!(
                    allowed.contains(source) || (is_framed && framed),
                    "{name}: {source}"
                );
            }
        }
        if !is_framed {
            // In browsers with Trusted Types, no text can become script.
            let trusted = vec!["require-trusted-types-for", "'script'"];
            assert!(directives.contains(&trusted), "{name}: {policy}");
        }
        let referrer = parsing::tokens(&html.1).into_iter().any(|token| {
            token.contains(" name=\"referrer\"") && token.contains(" content=\"no-referrer\"")
        });
        assert!(referrer, "{name} sends a referrer");
    }
}

/// External links are marked with `rel`, and give the other site neither `opener` nor
/// referrer.
#[test]
fn every_external_link_is_marked() {
    let mut external_links = 0;
    for (name, html) in pages() {
        for token in parsing::tokens(&html) {
            if token.starts_with("<a ") && token.contains(" href=\"http") {
                // Links to the site itself are absolute if its origin is configured.
                if token.contains(" href=\"https://example.org/repo/") {
                    continue;
                }
                let rel = " rel=\"external noopener noreferrer";
                assert!(token.contains(rel), "{name}: {token}");
                external_links += 1;
            }
        }
    }
    assert!(external_links > 20);
}

/// The path and HTML of every page of three sites.
fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for site in ["a-b", "repo", "stress"].map(site) {
        for file in files(&site) {
            if file.extension().is_some_and(|e| e == "html") {
                let html = fs::read_to_string(&file).unwrap();
                pages.push((file.display().to_string(), html));
            }
        }
    }
    assert!(pages.len() > 100);
    pages
}
