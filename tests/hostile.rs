//! A dispute whose every text is markup, script or a URL-like string, on every kind
//! of page and through everything a reader can do, in three browsers: none of it
//! runs, becomes an element or causes a request to another host. Also what the site
//! stores about a reader.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

#[allow(dead_code, reason = "the rest is for other tests")]
#[path = "support/parsing.rs"]
mod parsing;

use std::fs;

use says_who_tests::stress::{ADDRESS, MARKUP, QUOTED, first_point};
use says_who_tests::{Browser, Engine, Faulty, Script, Served, files, in_every_engine, site};
use serde_json::{Value, json};

in_every_engine! {
    nothing_hostile_becomes_anything,
    a_visit_leaves_nothing_but_how_it_was_read,
}

const WHOLE: &str = "markup-like/";

/// Runs first on every page: records policy violations, and calls that would open a
/// dialog or a window.
const WATCH: &str = "window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
      window[name] = () => { window.pwned = name; };
    }";

fn watched(path: &str, it: Served) -> Served {
    if path == "watch.js" {
        return Served::Bytes("text/javascript", WATCH.into());
    }
    if !path.ends_with(".html") || path.starts_with("embed/") {
        return it;
    }
    it.with(|html| {
        let html = String::from_utf8(html).unwrap();
        let (before, after) = html.split_once("</title>").unwrap();
        format!("{before}</title><script src=/stress/watch.js></script>{after}").into_bytes()
    })
}

/// What the hostile texts have led to on the page.
const HARM: &str = "const root = document.documentElement;
    const all = [...root.querySelectorAll('*')];
    const at = new URL(arguments[0]);
    const own = (address) => new URL(address, location.href).href.startsWith(at.href);
    const of = (selector) => [...root.querySelectorAll(selector)];
    const harm = [
      // Elements that our pages don't have, or don't have there.
      // The script of an embed page is its last one, and is allowed by its digest.
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

async fn unharmed(browser: &Browser, what: &str) {
    let address = vec![json!(browser.address)];
    let harm = browser.client.execute(HARM, address).await.unwrap();
    let none = json!({ "pwned": null, "harm": [], "violations": [], "asked": [] });
    assert_eq!(harm, none, "{what}");
    let mut console = browser.console().await;
    console.retain(|line| !line.contains("status of 404"));
    assert_eq!(console, Vec::<String>::new(), "{what}");
}

async fn nothing_hostile_becomes_anything(engine: Engine) {
    let server = Faulty::serve("stress", watched).await;
    let browser = Browser::open_address(engine, server.address.clone(), Script::On).await;
    let of_all_kinds = [
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
    let items = of_all_kinds.iter().map(|id| format!("{WHOLE}{id}/"));
    let others = ["", WHOLE, "404.html", "%3Cscript%3Ewindow.pwned=1%3C/"];
    for page in others.into_iter().map(str::to_owned).chain(items) {
        browser.ready(&page).await;
        // Every text is rendered, and none of it reacts to hovering.
        browser
            .eval(
                "document.querySelectorAll('details').forEach((one) => { one.open = true; });
                   document.querySelectorAll('#app *').forEach((one) => {
                     one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
                   })",
            )
            .await;
        unharmed(&browser, &page).await;
    }
    for page in [format!("embed/{WHOLE}"), format!("embed/{WHOLE}gazette/")] {
        browser.go(&page).await;
        unharmed(&browser, &page).await;
        let shown = browser.eval(SHOWN).await;
        assert!(shown["times"].as_u64().unwrap() > 1, "{page}: {shown}");
    }

    in_use(&browser).await;
}

/// How often the text is shown as written, and its context.
const SHOWN: &str = "return { times: document.querySelector('main').textContent.split('</title></textarea></style>').length - 1 };";

/// Searches, filters, swaps the sides, shares, copies, and navigates.
async fn in_use(browser: &Browser) {
    browser.ready(WHOLE).await;
    let shown = browser.eval(SHOWN).await;
    assert!(shown["times"].as_u64().unwrap() > 20, "{shown}");
    // The URL of the source is as written, in one attribute.
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
        unharmed(browser, words).await;
    }
    browser
        .client
        .execute(search, vec![json!("")])
        .await
        .unwrap();
    // Each filter, one of which is an outlet's name.
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
    unharmed(browser, "what was chosen").await;
    let chosen = browser.eval("return location.search").await;
    browser
        .ready(&format!("{WHOLE}{}", chosen.as_str().unwrap()))
        .await;
    browser
        .wait("return document.querySelector('.finder__count').innerText !== ''")
        .await;
    unharmed(browser, "what was chosen, loaded").await;

    // The share dialog of every kind of item, and everything it copies.
    browser.ready(&format!("{WHOLE}share/")).await;
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
    unharmed(browser, "what was shared").await;
    // Embed code is a single frame on the other page, and nothing else.
    let copied = browser.eval("return copied").await;
    let frames = copied.as_array().unwrap().iter();
    let frames: Vec<_> = frames
        .map(|text| text.as_str().unwrap())
        .filter(|text| text.starts_with("<iframe"))
        .collect();
    assert!(frames.len() > 5);
    for frame in &frames {
        let mut tags = parsing::tokens(frame);
        // With the script that adjusts its height, or without.
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

    // From page to page without a page load.
    browser.ready(WHOLE).await;
    browser.eval("window.stayed = true").await;
    for id in ["library-001", "house-rules", "gazette"] {
        let open = format!("document.querySelector(\"[id='{id}'] .more\").click()");
        browser.eval(&open).await;
        // Its permalink, in the dialog.
        browser
            .wait("const link = document.querySelector('dialog[open] a.share__text'); link?.click(); return link !== null")
            .await;
        browser
            .wait("return document.querySelector('.item') !== null")
            .await;
        unharmed(browser, id).await;
        browser
            .eval("document.querySelector('.item__whole a').click()")
            .await;
        browser
            .wait("return document.querySelector('.opening') !== null")
            .await;
    }
    assert_eq!(browser.eval("return window.stayed").await, json!(true));
    unharmed(browser, "going from page to page").await;
}

async fn a_visit_leaves_nothing_but_how_it_was_read(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    // Everything that is stored, after everything a reader does: pages, search,
    // folding, keys, copying, back.
    browser.ready("").await;
    browser.ready("bridge-repair/").await;
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
    browser.ready("bridge-repair/share/").await;
    browser.ready("bridge-repair/figures/").await;
    browser.ready("no/such/page/").await;

    let kept = browser
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
                 // Pages and files of the site itself may be cached, to be read
                 // again.
                 caches: (await caches.keys()).filter((name) => !name.startsWith('says-who')),
                 name: window.name,
               });
             })()",
            vec![],
        )
        .await
        .unwrap();
    assert_eq!(
        kept,
        json!({
            "local": ["says-who-keys"],
            "session": ["says-who-places", "says-who-unfolded/bridge-repair"],
            "cookie": "",
            "bases": [],
            "caches": [],
            "name": "",
        })
    );
    // Nor a cookie that script can't see.
    assert!(browser.client.get_all_cookies().await.unwrap().is_empty());
    // And none of it tells more than what was read.
    let unfolded = browser
        .eval("return sessionStorage['says-who-unfolded/bridge-repair']")
        .await;
    assert_ne!(unfolded, Value::Null);
}

/// Every page's head starts with the character encoding and the content security
/// policy.
#[test]
fn every_page_begins_with_its_policy() {
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
        // Only the site itself, and nothing inline. The last one is the policy that
        // `offline.js` creates for its one trusted URL.
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
                // An embed page has one script of its own, and its style sheet where
                // an engine does not match its host with `'self'`.
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
            // No text can become script in browsers that support Trusted Types.
            let trusted = vec!["require-trusted-types-for", "'script'"];
            assert!(directives.contains(&trusted), "{name}: {policy}");
        }
        let referrer = parsing::tokens(&html.1).into_iter().any(|token| {
            token.contains(" name=\"referrer\"") && token.contains(" content=\"no-referrer\"")
        });
        assert!(referrer, "{name} tells where a reader comes from");
    }
}

/// External links are marked as such, and pass on neither the window nor the
/// referrer.
#[test]
fn every_link_that_leads_away_is_marked() {
    let mut away = 0;
    for (name, html) in pages() {
        for token in parsing::tokens(&html) {
            if token.starts_with("<a ") && token.contains(" href=\"http") {
                // A page knows its own URL if its host is configured.
                if token.contains(" href=\"https://example.org/repo/") {
                    continue;
                }
                let rel = " rel=\"external noopener noreferrer";
                assert!(token.contains(rel), "{name}: {token}");
                away += 1;
            }
        }
    }
    assert!(away > 20);
}

/// Every page of three sites, with its path.
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
