//! Faults of the network or the app, in three browsers: the page stays readable, its
//! sources unfold, it says which features are unavailable, and it shows no controls
//! without effect.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;
use std::time::Duration;

use says_who_tests::{Browser, Engine, FaultyServer, Script, Served, files, in_every_engine, site};
use serde_json::{Value, json};

in_every_engine! {
    a_page_is_readable_with_every_fault,
    a_page_works_without_the_app_after_a_panic,
    the_app_works_without_optional_features,
    a_page_says_which_features_are_unavailable,
    a_saved_copy_is_readable_without_the_app,
}

/// The explainer of the small dispute. Its site has the base path `/a/b/`.
const EXPLAINER: &str = "bridge-repair/";
const ALL_UNAVAILABLE: &str = "Search, filters and copying are unavailable; the text is complete.";
const COPYING_UNAVAILABLE: &str = "Copying is unavailable; the text is complete.";
const SEARCH_UNAVAILABLE: &str = "Search is unavailable; the list is complete.";

const HAS_FAILED: &str = "return document.querySelector('#app').dataset.app === 'failed'";
const IS_READY: &str = "return document.querySelector('#app').dataset.app === 'ready'";

/// The expected outcome of a fault.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Outcome {
    /// The app has hydrated the page, as without the fault.
    Ready,
    /// The page is marked as failed, and says which features are unavailable.
    Failed,
    /// The page has loaded, but no script ran that could mark it.
    Unmarked,
    /// The page still waits for a response.
    Waiting,
}

/// Whether the style sheet loads.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Style {
    Loads,
    Missing,
}

use Outcome::{Failed, Ready, Unmarked, Waiting};
use Style::{Loads, Missing};

type Fault = fn(&str, Served) -> Served;

/// Each fault with its name, its outcome, and whether the style sheet loads.
const FAULTS: &[(&str, Outcome, Style, Fault)] = &[
    ("no fault", Ready, Loads, |_, served| served),
    // Missing files, as for an old page on a new site, or a page that was deployed
    // before its files.
    ("no boot", Unmarked, Loads, |path, served| {
        missing_if(is_boot(path), served)
    }),
    ("no js", Failed, Loads, |path, served| {
        missing_if(is_js(path), served)
    }),
    ("no wasm", Failed, Loads, |path, served| {
        missing_if(is_wasm(path), served)
    }),
    ("no css", Ready, Missing, |path, served| {
        missing_if(is_css(path), served)
    }),
    ("no hashed file", Unmarked, Missing, |path, served| {
        missing_if(is_hashed(path), served)
    }),
    (
        "no hashed file but boot",
        Failed,
        Missing,
        |path, served| missing_if(is_hashed(path) && !is_boot(path), served),
    ),
    // Files that differ from those the page was generated for.
    ("changed boot", Ready, Loads, |path, served| {
        longer_if(is_boot(path), served)
    }),
    ("changed js", Failed, Loads, |path, served| {
        longer_if(is_js(path), served)
    }),
    ("changed wasm", Failed, Loads, |path, served| {
        longer_if(is_wasm(path), served)
    }),
    ("changed css", Ready, Loads, |path, served| {
        longer_if(is_css(path), served)
    }),
    // Proxies that modify responses.
    ("a web archive", Failed, Loads, archived),
    ("a minifying proxy", Failed, Loads, minified),
    // Broken files, without an integrity attribute that would reveal it.
    ("half the wasm", Failed, Loads, |path, served| {
        change_without_integrity(path, served, is_wasm, |mut bytes| {
            bytes.truncate(bytes.len() / 2);
            bytes
        })
    }),
    ("invalid wasm", Failed, Loads, |path, served| {
        change_without_integrity(path, served, is_wasm, |_| b"<!doctype html>".to_vec())
    }),
    ("invalid js", Failed, Loads, |path, served| {
        change_without_integrity(path, served, is_js, |_| b"<!doctype html>".to_vec())
    }),
    // Hosts that don't know a media type.
    ("wasm as text/plain", Ready, Loads, |path, served| {
        if is_wasm(path) {
            served.with_media_type("text/plain")
        } else {
            served
        }
    }),
    ("js as text/plain", Failed, Loads, |path, served| {
        if is_js(path) {
            served.with_media_type("text/plain")
        } else {
            served
        }
    }),
    // Requests that are never answered.
    ("boot unanswered", Waiting, Loads, |path, served| {
        unanswered_if(is_boot(path), served)
    }),
    ("js unanswered", Waiting, Loads, |path, served| {
        unanswered_if(is_js(path), served)
    }),
    ("wasm unanswered", Waiting, Loads, |path, served| {
        unanswered_if(is_wasm(path), served)
    }),
    // Browsers without a feature, or with it disabled.
    (
        "wasm not allowed by the policy",
        Failed,
        Loads,
        |path, served| change_page(path, served, |html| html.replace("'wasm-unsafe-eval'", "")),
    ),
    ("no WebAssembly", Failed, Loads, |path, served| {
        prepend_to_boot(path, served, "delete globalThis.WebAssembly;")
    }),
    ("no DecompressionStream", Ready, Loads, |path, served| {
        prepend_to_boot(path, served, "delete globalThis.DecompressionStream;")
    }),
    ("no fetch", Failed, Loads, |path, served| {
        prepend_to_boot(path, served, "delete globalThis.fetch;")
    }),
    ("a syntax error in boot", Unmarked, Loads, |path, served| {
        prepend_to_boot(path, served, "this is no script;")
    }),
    // Other programs that change the page before the app starts.
    ("an extra element", Ready, Loads, |path, served| {
        prepend_to_boot(
            path,
            served,
            "document.querySelector('main').prepend(document.createElement('b'));",
        )
    }),
    (
        "an extra element in the search",
        Ready,
        Loads,
        |path, served| {
            prepend_to_boot(
                path,
                served,
                "document.querySelector('.island').prepend(document.createElement('b'));",
            )
        },
    ),
    ("a translated page", Ready, Loads, |path, served| {
        prepend_to_boot(path, served, TRANSLATED)
    }),
];

/// Changes files as a web archive does: adds a toolbar to pages, and comments to pages,
/// scripts and style sheets.
fn archived(path: &str, served: Served) -> Served {
    const BEGINS: &str = "/* archived */\n";
    const ENDS: &str = "\n/* FILE ARCHIVED ON 2026-11-28 */\n";
    if has_extension(path, "html") {
        return change_page(path, served, |html| {
            html.replacen(
                "<head>",
                "<head><script src=\"/_static/bar.js\"></script><style>#bar { color: red }</style>",
                1,
            )
            .replacen("<body>", "<body><div id=\"bar\">Archived</div>", 1)
                + "<!-- FILE ARCHIVED ON 2026-11-28 -->"
        });
    }
    if is_boot(path) || is_js(path) || is_css(path) {
        return served.with(|bytes| [BEGINS.as_bytes(), &bytes, ENDS.as_bytes()].concat());
    }
    served
}

/// Changes files as a minifying proxy does.
fn minified(path: &str, served: Served) -> Served {
    if has_extension(path, "html") {
        return change_page(path, served, |html| html.replace("\n", " "));
    }
    let first = match path {
        path if is_css(path) => "/**/",
        path if is_js(path) => ";",
        _ => "",
    };
    served.with(|bytes| [first.as_bytes(), &bytes].concat())
}

/// A script that wraps every text node in an element, as a browser's translator does.
const TRANSLATED: &str = "{
    const walk = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
  }";

fn is_boot(path: &str) -> bool {
    path.starts_with("boot-")
}

fn is_js(path: &str) -> bool {
    path.starts_with("app-") && has_extension(path, "js")
}

fn is_wasm(path: &str) -> bool {
    has_extension(path, "wasm")
}

fn is_css(path: &str) -> bool {
    has_extension(path, "css")
}

fn is_hashed(path: &str) -> bool {
    is_boot(path) || is_js(path) || is_wasm(path) || is_css(path)
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|e| e == extension)
}

fn missing_if(condition: bool, served: Served) -> Served {
    if condition { Served::Missing } else { served }
}

fn unanswered_if(condition: bool, served: Served) -> Served {
    if condition { Served::Never } else { served }
}

/// Appends a newline, which changes a file's digest but not the meaning of a script or
/// a style sheet.
fn longer_if(condition: bool, served: Served) -> Served {
    if !condition {
        return served;
    }
    served.with(|mut bytes| {
        bytes.push(b'\n');
        bytes
    })
}

/// Changes the HTML of a page; any other file is unchanged.
fn change_page(path: &str, served: Served, change: impl FnOnce(String) -> String) -> Served {
    if has_extension(path, "html") {
        served.with(|html| change(String::from_utf8(html).unwrap()).into_bytes())
    } else {
        served
    }
}

/// Changes the files that `which` selects, and removes the integrity attributes from
/// pages.
fn change_without_integrity(
    path: &str,
    served: Served,
    which: fn(&str) -> bool,
    change: impl FnOnce(Vec<u8>) -> Vec<u8>,
) -> Served {
    if which(path) {
        served.with(change)
    } else {
        change_page(path, served, |html| without_integrity(&html))
    }
}

/// Prepends a script to the boot script.
fn prepend_to_boot(path: &str, served: Served, first: &str) -> Served {
    change_without_integrity(path, served, is_boot, |boot| {
        [first.as_bytes(), b"\n", &boot].concat()
    })
}

fn without_integrity(html: &str) -> String {
    let without = |html: &str, name: &str| {
        let mut parts = html.split(name);
        let first = parts.next().unwrap().to_owned();
        parts.fold(first, |html, part| {
            html + &part[part.find([' ', '>']).unwrap()..]
        })
    };
    without(&without(html, " integrity="), " data-integrity=")
}

/// A script that returns what a reader sees: the state of the app, whether the text is
/// there, the number of controls, and the messages about unavailable features.
const SEEN: &str = "const seen = (one) => getComputedStyle(one).visibility === 'visible' && one.getClientRects().length > 0;
    return {
      app: document.querySelector('#app').dataset.app ?? null,
      reads: document.querySelector('main').innerText.includes('The bridge closed on 8 March 2021.'),
      offers: [...document.querySelectorAll('.control, .finder input')].filter(seen).length,
      says: [...document.querySelectorAll('.without-app')].filter(seen).map((one) => one.innerText),
    }";

/// Unfolds the sourcing of a statement with a click, and folds it again.
async fn unfold_and_fold(browser: &Browser, what: &str) {
    let open = "return document.querySelector('.sourcing').open && document.querySelector('.chain').getClientRects().length > 0";
    assert_eq!(browser.eval(open).await, json!(false), "{what}");
    // The scroll spy updates the table of contents. Without styles, this moves the
    // content below it, so wait for the layout before the driver clicks.
    let scroll = "const [done] = arguments;
        document.querySelector('.sourcing__summary').scrollIntoView({ block: 'center' });
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
    browser.client.execute_async(scroll, vec![]).await.unwrap();
    browser.click(".sourcing__summary").await;
    browser.wait(&format!("/* {what} */ {open}")).await;
    browser.click(".sourcing__summary").await;
    browser
        .wait("return !document.querySelector('.sourcing').open")
        .await;
}

async fn a_page_is_readable_with_every_fault(engine: Engine) {
    let browser = Browser::open_without_waiting(engine).await;
    for &(what, outcome, style, fault) in FAULTS {
        let server = FaultyServer::serve("a-b", fault).await;
        browser.console().await;
        let page = format!("{}{EXPLAINER}", server.address);
        let end = match outcome {
            Ready => IS_READY,
            Failed => HAS_FAILED,
            Unmarked => "return document.readyState === 'complete'",
            Waiting => "return true",
        };
        browser.goto_and_wait(&page, end).await;
        if style == Loads {
            browser
                .wait("return getComputedStyle(document.querySelector('.masthead__line')).display === 'flex'")
                .await;
        }
        while outcome == Waiting && server.waiting() == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let seen = browser.eval(SEEN).await;
        let app = match outcome {
            Ready => json!("ready"),
            Failed => json!("failed"),
            Unmarked | Waiting => Value::Null,
        };
        assert_eq!(seen["app"], app, "{what}");
        assert_eq!(seen["reads"], json!(true), "{what}");
        if style == Loads {
            let offers = seen["offers"].as_u64().unwrap();
            assert_eq!(offers > 0, outcome == Ready, "{what}: {seen}");
        }
        // Without the style sheet the message stays hidden: showing it to a reader
        // whose app works would be worse.
        let says = if outcome == Failed && style == Loads {
            json!([ALL_UNAVAILABLE])
        } else {
            json!([])
        };
        assert_eq!(seen["says"], says, "{what}");
        if outcome == Unmarked && style == Loads {
            // Without a script to mark the page, the style sheet shows the message
            // after a delay. Skip the delay.
            browser
                .eval("document.getAnimations().forEach((one) => one.finish())")
                .await;
            assert_eq!(
                browser.eval(SEEN).await["says"],
                json!([ALL_UNAVAILABLE]),
                "{what}"
            );
        }
        unfold_and_fold(&browser, what).await;
        if engine == Engine::Chromium {
            // A failure is logged once: by the boot script, or as a trap if the app
            // panicked. The browser's own messages about files are not counted, and
            // those of earlier pages are ignored.
            let mut console = browser.console().await;
            console.retain(|line| line.starts_with(&server.address) || line.contains(TRAP));
            let count = |words: &str| console.iter().filter(|line| line.contains(words)).count();
            let traps = count(TRAP);
            assert_eq!(
                count("the app could not start") + traps,
                usize::from(outcome == Failed),
                "{what}: {console:?}"
            );
            let is_uncaught = what == "a syntax error in boot";
            assert_eq!(
                count("Uncaught"),
                usize::from(is_uncaught) + traps,
                "{what}: {console:?}"
            );
        }
    }
}

/// What Chromium logs when the published app panics, which has no panic messages.
const TRAP: &str = "Uncaught RuntimeError: unreachable";

/// A script that adds `panic()`, which throws the same error as a panic of the app. It
/// also records the event types that the app listens to, and those whose listeners are
/// called.
const PANIC_ON_DEMAND: &str = "
  window.panic = () => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); };
  window.types = new Set();
  window.called = [];
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const inside = new WeakMap();
  // Skip the boot script's own listeners.
  let begun = false;
  Promise.resolve().then(() => { begun = true; });
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (!begun) return add.call(this, type, listener, options);
    types.add(type);
    const outside = inside.get(listener) ?? function (event) { called.push(type); return listener.call(this, event); };
    inside.set(listener, outside);
    return add.call(this, type, outside, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    return remove.call(this, type, inside.get(listener) ?? listener, options);
  };";

/// A script that dispatches every event that the app listens to, on the page and on the
/// window. It returns the number of event types, and those whose listeners were called.
/// It omits the app's own event, and that of `offline.js`, which is not part of the app.
const DISPATCH_EVENTS: &str = "called.length = 0;
    const own = ['says-who-address', 'visibilitychange'];
    const all = [...types].filter((type) => !own.includes(type));
    for (const type of all) {
      document.querySelector('.sourcing__summary').dispatchEvent(new Event(type, { bubbles: true }));
      dispatchEvent(new Event(type));
    }
    return [all.length, called];";

/// Filters the page down to nothing, and opens a dialog over it.
async fn filter_and_open_dialog(browser: &Browser) {
    browser.click(".finder input").await;
    browser.type_text("no such word").await;
    browser
        .wait("return document.querySelectorAll('.point:not([hidden])').length === 0 && location.search === '?q=no%20such%20word'")
        .await;
    browser
        .eval("document.querySelector('[data-keys]').click()")
        .await;
    browser
        .wait("return document.querySelector('dialog[open]') !== null")
        .await;
}

async fn a_page_works_without_the_app_after_a_panic(engine: Engine) {
    let server = FaultyServer::serve("a-b", |path, served| {
        prepend_to_boot(path, served, PANIC_ON_DEMAND)
    })
    .await;
    let browser = Browser::open_address(engine, server.address.clone(), Script::On).await;
    browser.goto_hydrated(EXPLAINER).await;
    // Errors of other scripts have no effect.
    browser
        .eval("dispatchEvent(new ErrorEvent('error', { error: new Error('not ours') }))")
        .await;
    assert_eq!(browser.eval(IS_READY).await, json!(true));

    filter_and_open_dialog(&browser).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
    browser.eval("panic()").await;
    browser.wait(HAS_FAILED).await;
    browser
        .wait("return document.querySelector('dialog[open], .point[hidden]') === null")
        .await;
    let seen = browser.eval(SEEN).await;
    assert_eq!(
        seen,
        json!({ "app": "failed", "reads": true, "offers": 0, "says": [ALL_UNAVAILABLE] })
    );
    unfold_and_fold(&browser, "after a panic").await;
    // The app receives no more events.
    let called = browser.eval(DISPATCH_EVENTS).await;
    assert!(called[0].as_u64().unwrap() > 5, "{called}");
    assert_eq!(called[1], json!([]));
    if engine == Engine::Chromium {
        let console = browser.console().await;
        assert!(
            console.len() == 1 && console[0].contains(TRAP),
            "{console:?}"
        );
    }
    // Links load their pages.
    browser.eval("window.stayed = true").await;
    browser
        .eval("document.querySelector('.point__question a').click()")
        .await;
    let item = "return document.querySelector('.item') !== null && window.stayed === undefined
        && document.querySelector('#app').dataset.app === 'ready'";
    wait_during_navigation(&browser, item).await;

    // Going back over a history entry that the app added loads the page before it.
    browser
        .eval("document.querySelector('.item__whole a').click()")
        .await;
    browser
        .wait("return document.querySelector('.opening') !== null")
        .await;
    browser.eval("panic()").await;
    browser.wait(HAS_FAILED).await;
    browser.eval("history.back()").await;
    wait_during_navigation(&browser, item).await;
}

/// Waits until a script returns `true` while the browser navigates to another page.
async fn wait_during_navigation(browser: &Browser, script: &str) {
    let mut tries = 0;
    while browser.client.execute(script, vec![]).await.ok() != Some(json!(true)) {
        tries += 1;
        assert!(tries < 1500, "never true: {script}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Features that a browser may lack or refuse, each with a script that breaks it. Only
/// what needs the feature may stop working.
const BROKEN_FEATURES: &[(&str, &str)] = &[
    (
        "access to storage",
        "for (const name of ['localStorage', 'sessionStorage'])
           Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });",
    ),
    (
        "storage objects",
        "for (const name of ['localStorage', 'sessionStorage'])
           Object.defineProperty(window, name, { get: () => null });",
    ),
    (
        "space in storage",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    ),
    (
        "reading from storage",
        "Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError'); };",
    ),
    (
        "history entries",
        "for (const name of ['pushState', 'replaceState'])
           history[name] = () => { throw new DOMException('too often', 'SecurityError'); };",
    ),
    ("performance entries", "performance.getEntriesByType = () => [];"),
    ("custom highlights", "delete globalThis.Highlight;"),
    ("a clock: it stands at the epoch", "Date.now = () => 0;"),
    ("a clock: it is before the epoch", "Date.now = () => -1e12;"),
    ("a clock: it is far ahead", "const ahead = Date.UTC(2100, 0, 1); Date.now = () => ahead;"),
    ("a clock: it gives NaN", "Date.now = () => NaN;"),
];

async fn the_app_works_without_optional_features(engine: Engine) {
    let browser = Browser::open_without_waiting(engine).await;
    for &(what, remove) in BROKEN_FEATURES {
        let server = FaultyServer::serve("a-b", move |path, served| {
            prepend_to_boot(path, served, remove)
        })
        .await;
        browser
            .goto_and_wait(&format!("{}{EXPLAINER}", server.address), IS_READY)
            .await;
        browser.console().await;
        // Use everything: unfolding, search, keyboard shortcuts, navigation.
        browser.click(".all-sources button").await;
        browser
            .wait("return document.querySelectorAll('.sourcing').length === document.querySelectorAll('.sourcing[open]').length")
            .await;
        browser.click(".finder input").await;
        browser.type_text("toll").await;
        browser
            .wait("return document.querySelector('.finder__count').innerText !== '' && document.querySelector('.point[hidden]') !== null")
            .await;
        browser
            .eval("document.querySelector('[data-keys]').click()")
            .await;
        browser
            .wait("return document.querySelector('dialog[open] input') !== null")
            .await;
        browser.click("dialog[open] input").await;
        browser
            .eval("document.querySelector('dialog[open] .panel__foot button').click()")
            .await;
        browser
            .eval("window.stayed = true; document.querySelector('.point__question a').click()")
            .await;
        browser
            .wait("return document.querySelector('.item') !== null && document.activeElement.tagName === 'H1'")
            .await;
        assert_eq!(
            browser.eval("return window.stayed ?? null").await,
            json!(true),
            "{what}"
        );
        assert_eq!(browser.eval(IS_READY).await, json!(true), "{what}");
        assert_eq!(browser.console().await, Vec::<String>::new(), "{what}");
    }
}

async fn a_page_says_which_features_are_unavailable(engine: Engine) {
    let broken: Fault = |path, served| missing_if(is_wasm(path), served);
    let small = FaultyServer::serve("a-b", broken).await;
    let stress = FaultyServer::serve("stress", broken).await;
    let browser = Browser::open_without_waiting(engine).await;
    let pages = [
        (&small, EXPLAINER, Some(ALL_UNAVAILABLE)),
        (
            &small,
            "bridge-repair/mayor-never-saw-it/",
            Some(COPYING_UNAVAILABLE),
        ),
        (&small, "bridge-repair/share/", Some(COPYING_UNAVAILABLE)),
        (&stress, "", Some(SEARCH_UNAVAILABLE)),
        (&small, "", Some(SEARCH_UNAVAILABLE)),
        // Nothing on these pages needs the app.
        (&small, "about/", None),
        (&small, "bridge-repair/figures/", None),
        (&small, "bridge-repair/mayor-first-remark/", None),
        (&small, "no/such/page/", None),
    ];
    let axe = std::env::var_os("SAYS_WHO_AXE").expect("axe-core: run `cargo xtask test`");
    let axe = fs::read_to_string(axe).unwrap();
    for (server, page, says) in pages {
        browser
            .goto_and_wait(&format!("{}{page}", server.address), HAS_FAILED)
            .await;
        let seen = browser.eval(SEEN).await;
        assert_eq!(seen["says"], json!(Vec::from_iter(says)), "{page}");
        assert_eq!(seen["offers"], json!(0), "{page}");
        let overflow = browser
            .eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .await;
        assert!(
            overflow.as_i64().unwrap() <= 0,
            "{page} overflows horizontally"
        );
        if engine == Engine::Chromium {
            browser.eval(&axe).await;
            let found = browser.client.execute_async(AXE, vec![]).await.unwrap();
            assert_eq!(found, json!([]), "{page}");
        }
    }
    // Embed pages have no app, and no message about it.
    browser
        .goto_and_wait(
            &format!("{}embed/{EXPLAINER}", small.address),
            "return document.querySelector('#app, .without-app') === null",
        )
        .await;
    // Without script, the text is there.
    if engine == Engine::Webkit {
        // WebKit's driver has no way to turn script off.
        return;
    }
    let browser = Browser::open_in(engine, "a-b", Script::Off).await;
    browser.goto(EXPLAINER).await;
    let page = browser.text("body").await;
    assert!(
        page.contains("The bridge closed on 8 March 2021."),
        "{page}"
    );
    assert!(!page.contains(ALL_UNAVAILABLE), "{page}");
}

/// A page that is saved from a browser contains the app's changes, and the files that
/// it had loaded.
async fn a_saved_copy_is_readable_without_the_app(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.goto_hydrated(EXPLAINER).await;
    filter_and_open_dialog(&browser).await;
    let html = browser
        .eval("return '<!DOCTYPE html>' + document.documentElement.outerHTML")
        .await;
    let html = html.as_str().unwrap().replace("\"/a/b/", "\"./");
    let folder = tempfile::tempdir().unwrap();
    for file in files(&site("a-b")) {
        let name = file.file_name().unwrap().to_str().unwrap();
        if is_hashed(name) {
            fs::copy(&file, folder.path().join(name)).unwrap();
        }
    }
    let mut without = String::new();
    for part in html.split("<script") {
        without += part.split_once("</script>").map_or(part, |(_, rest)| rest);
    }
    let copies = [
        ("saved.html", &html),
        ("saved-without-scripts.html", &without),
    ];
    for (name, text) in copies {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let address = url::Url::from_directory_path(folder.path()).unwrap();
    let browser = Browser::open_address(engine, address.into(), Script::On).await;
    for (name, _) in copies {
        browser.goto(name).await;
        // Wait for the message, which appears when the app fails or after a delay.
        browser
            .wait("return getComputedStyle(document.querySelector('.masthead__line')).display === 'flex'
                     && getComputedStyle(document.querySelector('.without-app')).visibility === 'visible'
                     && document.querySelector('.without-app').innerText !== ''")
            .await;
        let seen = browser.eval(SEEN).await;
        assert_eq!(seen["reads"], json!(true), "{name}");
        assert_eq!(seen["offers"], json!(0), "{name}");
        assert_eq!(seen["says"], json!([ALL_UNAVAILABLE]), "{name}");
        let left = browser
            .eval(
                "const shown = (one) => one.getClientRects().length > 0;
                 const count = (selector) => [...document.querySelectorAll(selector)].filter(shown).length;
                 return [document.querySelectorAll('.point').length - count('.point'), count('dialog')]",
            )
            .await;
        assert_eq!(left, json!([0, 0]), "{name}");
    }
}

const AXE: &str = "const done = arguments[arguments.length - 1];
    axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then((found) => done(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 200))])))";

/// A browser too old for the app has to parse the boot script, or nothing marks the
/// page as failed.
#[test]
fn the_boot_script_uses_no_newer_syntax() {
    let boot = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../web/boot.js")).unwrap();
    for newer in ["?.", "??", "||=", "&&=", "#private", "static {"] {
        assert!(!boot.contains(newer), "boot.js contains `{newer}`");
    }
    // Top-level `await` is newer than modules.
    assert!(!boot.lines().any(|line| line.starts_with("await ")));
}
