//! Faults on the way to a reader, or in the app, in three browsers: the page stays
//! readable and unfolds, says what is missing, and shows no controls that don't
//! work.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::Path;
use std::time::Duration;

use says_who_tests::{Browser, Engine, Faulty, Script, Served, files, in_every_engine, site};
use serde_json::{Value, json};

in_every_engine! {
    a_page_reads_whatever_does_not_come,
    a_panic_leaves_the_page_to_the_browser,
    what_is_refused_is_done_without,
    the_reader_is_told_where_something_is_lacking,
    a_saved_copy_reads_without_the_app,
}

/// The page of the whole small dispute, which is built under `/a/b/`.
const WHOLE: &str = "bridge-repair/";
const LACKS_ALL: &str = "Search, filters and copying are unavailable; the text is complete.";
const LACKS_COPYING: &str = "Copying is unavailable; the text is complete.";
const LACKS_SEARCH: &str = "Search is unavailable; the list is complete.";

const FAILED: &str = "return document.querySelector('#app').dataset.app === 'failed'";
const READY: &str = "return document.querySelector('#app').dataset.app === 'ready'";

/// The expected outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Ends {
    /// The app has hydrated the page, as without the fault.
    Ready,
    /// The page is marked, and says what is missing.
    Failed,
    /// Everything that loads has loaded, and no script was there to mark the page.
    Unmarked,
    /// The page still waits for something.
    Waiting,
}

/// Whether the style sheet loads.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Style {
    Comes,
    Lost,
}

use Ends::{Failed, Ready, Unmarked, Waiting};
use Style::{Comes, Lost};

type Fault = fn(&str, Served) -> Served;

/// The fault, the outcome, the style sheet.
const FAULTS: &[(&str, Ends, Style, Fault)] = &[
    ("nothing", Ready, Comes, |_, it| it),
    // Missing files: an old page on a new site, or a new page that was deployed
    // before its files.
    ("no boot", Unmarked, Comes, |path, it| {
        lost(is_boot(path), it)
    }),
    ("no js", Failed, Comes, |path, it| lost(is_js(path), it)),
    ("no wasm", Failed, Comes, |path, it| lost(is_wasm(path), it)),
    ("no css", Ready, Lost, |path, it| lost(is_css(path), it)),
    (
        "no file with a digest in its name",
        Unmarked,
        Lost,
        |path, it| lost(is_hashed(path), it),
    ),
    (
        "no file with a digest in its name but boot",
        Failed,
        Lost,
        |path, it| lost(is_hashed(path) && !is_boot(path), it),
    ),
    // Files other than those the page was written for.
    ("another boot", Ready, Comes, |path, it| {
        longer(is_boot(path), it)
    }),
    ("another js", Failed, Comes, |path, it| {
        longer(is_js(path), it)
    }),
    ("another wasm", Failed, Comes, |path, it| {
        longer(is_wasm(path), it)
    }),
    ("another css", Ready, Comes, |path, it| {
        longer(is_css(path), it)
    }),
    // Proxies that modify responses.
    ("an archive", Failed, Comes, archived),
    ("a proxy that minifies", Failed, Comes, minified),
    // The same without a digest to detect it.
    ("half the wasm", Failed, Comes, |path, it| {
        undigested(path, it, is_wasm, |mut bytes| {
            bytes.truncate(bytes.len() / 2);
            bytes
        })
    }),
    ("wasm that is none", Failed, Comes, |path, it| {
        undigested(path, it, is_wasm, |_| b"<!doctype html>".to_vec())
    }),
    ("js that is none", Failed, Comes, |path, it| {
        undigested(path, it, is_js, |_| b"<!doctype html>".to_vec())
    }),
    // Hosts with fewer media types.
    ("wasm called text", Ready, Comes, |path, it| {
        if is_wasm(path) {
            it.called("text/plain")
        } else {
            it
        }
    }),
    ("js called text", Failed, Comes, |path, it| {
        if is_js(path) {
            it.called("text/plain")
        } else {
            it
        }
    }),
    // Requests that are never answered.
    ("boot never", Waiting, Comes, |path, it| {
        never(is_boot(path), it)
    }),
    ("js never", Waiting, Comes, |path, it| {
        never(is_js(path), it)
    }),
    ("wasm never", Waiting, Comes, |path, it| {
        never(is_wasm(path), it)
    }),
    // Browsers that lack a feature, or have it disabled.
    ("wasm is not allowed", Failed, Comes, |path, it| {
        in_page(path, it, |html| html.replace("'wasm-unsafe-eval'", ""))
    }),
    ("no WebAssembly", Failed, Comes, |path, it| {
        before_boot(path, it, "delete globalThis.WebAssembly;")
    }),
    ("no DecompressionStream", Ready, Comes, |path, it| {
        before_boot(path, it, "delete globalThis.DecompressionStream;")
    }),
    ("no fetch", Failed, Comes, |path, it| {
        before_boot(path, it, "delete globalThis.fetch;")
    }),
    (
        "a language boot is not written in",
        Unmarked,
        Comes,
        |path, it| before_boot(path, it, "this is no script;"),
    ),
    // Others who modify the page before the app starts.
    ("an element too many", Ready, Comes, |path, it| {
        before_boot(
            path,
            it,
            "document.querySelector('main').prepend(document.createElement('b'));",
        )
    }),
    (
        "an element too many in the search",
        Ready,
        Comes,
        |path, it| {
            before_boot(
                path,
                it,
                "document.querySelector('[data-island]').prepend(document.createElement('b'));",
            )
        },
    ),
    ("a translated page", Ready, Comes, |path, it| {
        before_boot(path, it, TRANSLATED)
    }),
];

/// Modifies files as an archive does: adds a toolbar to pages, and a comment to
/// every file.
fn archived(path: &str, it: Served) -> Served {
    const BEGINS: &str = "/* archived */\n";
    const ENDS: &str = "\n/* FILE ARCHIVED ON 2026-11-28 */\n";
    if ends(path, "html") {
        return in_page(path, it, |html| {
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
        return it.with(|bytes| [BEGINS.as_bytes(), &bytes, ENDS.as_bytes()].concat());
    }
    it
}

/// Modifies files as a minifying proxy does.
fn minified(path: &str, it: Served) -> Served {
    if ends(path, "html") {
        return in_page(path, it, |html| html.replace("\n", " "));
    }
    let first = match path {
        path if is_css(path) => "/**/",
        path if is_js(path) => ";",
        _ => "",
    };
    it.with(|bytes| [first.as_bytes(), &bytes].concat())
}

/// Wraps every text in an element, as browser translators do.
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
    path.starts_with("app-") && ends(path, "js")
}

fn is_wasm(path: &str) -> bool {
    ends(path, "wasm")
}

fn is_css(path: &str) -> bool {
    ends(path, "css")
}

fn is_hashed(path: &str) -> bool {
    is_boot(path) || is_js(path) || is_wasm(path) || is_css(path)
}

fn ends(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|e| e == extension)
}

fn lost(is_lost: bool, it: Served) -> Served {
    if is_lost { Served::Missing } else { it }
}

fn never(is_waited_for: bool, it: Served) -> Served {
    if is_waited_for { Served::Never } else { it }
}

/// Adds a byte, which neither scripts nor style sheets mind.
fn longer(is_longer: bool, it: Served) -> Served {
    if !is_longer {
        return it;
    }
    it.with(|mut bytes| {
        bytes.push(b'\n');
        bytes
    })
}

fn in_page(path: &str, it: Served, change: impl FnOnce(String) -> String) -> Served {
    if ends(path, "html") {
        it.with(|html| change(String::from_utf8(html).unwrap()).into_bytes())
    } else {
        it
    }
}

/// Changes one file, on pages without integrity checks.
fn undigested(
    path: &str,
    it: Served,
    which: fn(&str) -> bool,
    change: impl FnOnce(Vec<u8>) -> Vec<u8>,
) -> Served {
    if which(path) {
        it.with(change)
    } else {
        in_page(path, it, |html| without_digests(&html))
    }
}

/// Prepends a script to the boot script.
fn before_boot(path: &str, it: Served, first: &str) -> Served {
    undigested(path, it, is_boot, |boot| {
        [first.as_bytes(), b"\n", &boot].concat()
    })
}

fn without_digests(html: &str) -> String {
    let without = |html: &str, name: &str| {
        let mut parts = html.split(name);
        let first = parts.next().unwrap().to_owned();
        parts.fold(first, |html, part| {
            html + &part[part.find([' ', '>']).unwrap()..]
        })
    };
    without(&without(html, " integrity="), " data-integrity=")
}

/// What a reader sees of the page.
const SEEN: &str = "const seen = (one) => getComputedStyle(one).visibility === 'visible' && one.getClientRects().length > 0;
    return {
      app: document.querySelector('#app').dataset.app ?? null,
      reads: document.querySelector('main').innerText.includes('The bridge closed on 8 March 2021.'),
      offers: [...document.querySelectorAll('.control, .finder input')].filter(seen).length,
      says: [...document.querySelectorAll('.without-app')].filter(seen).map((one) => one.innerText),
    }";

/// Unfolds a source, as a reader does, and folds it again.
async fn unfolds(browser: &Browser, what: &str) {
    let open = "return document.querySelector('.sourcing').open && document.querySelector('.chain').getClientRects().length > 0";
    assert_eq!(browser.eval(open).await, json!(false), "{what}");
    // The scroll spy updates the table of contents, which moves what is below it if
    // there are no styles. Wait until that is rendered before the driver clicks.
    let scrolled = "const [done] = arguments;
        document.querySelector('.sourcing__summary').scrollIntoView({ block: 'center' });
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
    browser
        .client
        .execute_async(scrolled, vec![])
        .await
        .unwrap();
    browser.click(".sourcing__summary").await;
    browser.wait(&format!("/* {what} */ {open}")).await;
    browser.click(".sourcing__summary").await;
    browser
        .wait("return !document.querySelector('.sourcing').open")
        .await;
}

async fn a_page_reads_whatever_does_not_come(engine: Engine) {
    let browser = Browser::open_impatient(engine).await;
    for &(what, ends, style, fault) in FAULTS {
        let server = Faulty::serve("a-b", fault).await;
        browser.console().await;
        let page = format!("{}{WHOLE}", server.address);
        let end = match ends {
            Ready => READY,
            Failed => FAILED,
            Unmarked => "return document.readyState === 'complete'",
            Waiting => "return true",
        };
        browser.comes(&page, end).await;
        if style == Comes {
            browser
                .wait("return getComputedStyle(document.querySelector('.masthead__line')).display === 'flex'")
                .await;
        }
        while ends == Waiting && server.waiting() == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let seen = browser.eval(SEEN).await;
        let app = match ends {
            Ready => json!("ready"),
            Failed => json!("failed"),
            Unmarked | Waiting => Value::Null,
        };
        assert_eq!(seen["app"], app, "{what}");
        assert_eq!(seen["reads"], json!(true), "{what}");
        if style == Comes {
            let offers = seen["offers"].as_u64().unwrap();
            assert_eq!(offers > 0, ends == Ready, "{what}: {seen}");
        }
        // Without its style sheet the page does not show the message: showing it at
        // the wrong time would be worse.
        let says = if ends == Failed && style == Comes {
            json!([LACKS_ALL])
        } else {
            json!([])
        };
        assert_eq!(seen["says"], says, "{what}");
        if ends == Unmarked && style == Comes {
            // Where no script can mark it, the page shows the message after a
            // timeout.
            browser
                .eval("document.getAnimations().forEach((one) => one.finish())")
                .await;
            assert_eq!(
                browser.eval(SEEN).await["says"],
                json!([LACKS_ALL]),
                "{what}"
            );
        }
        unfolds(&browser, what).await;
        if engine == Engine::Chromium {
            // A failure is logged once: by the app, or for a panic by its trap.
            // Files that don't load are logged by the browser itself. A page that
            // was left is not checked.
            let mut console = browser.console().await;
            console.retain(|line| line.starts_with(&server.address) || line.contains(TRAP));
            let count = |words: &str| console.iter().filter(|line| line.contains(words)).count();
            let traps = count(TRAP);
            assert_eq!(
                count("the app could not start") + traps,
                usize::from(ends == Failed),
                "{what}: {console:?}"
            );
            let lets_uncaught = what == "a language boot is not written in";
            assert_eq!(
                count("Uncaught"),
                usize::from(lets_uncaught) + traps,
                "{what}: {console:?}"
            );
        }
    }
}

/// What Chromium reports for a panic of the published app, which has no message.
const TRAP: &str = "Uncaught RuntimeError: unreachable";

/// Traps like a panic of the app, on demand. Records which listeners are called on
/// an event.
const TRAPS_WHEN_TOLD: &str = "
  window.panic = () => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); };
  window.types = new Set();
  window.called = [];
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const inside = new WeakMap();
  // Only after the boot script has added its own listeners.
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

/// Dispatches every event that the app listens to, on the page and on the window.
/// Returns those that were handled. The listeners of `offline.js` stay active: it is
/// not part of the app.
const HAPPENS: &str = "called.length = 0;
    const own = ['says-who-address', 'visibilitychange'];
    const all = [...types].filter((type) => !own.includes(type));
    for (const type of all) {
      document.querySelector('.sourcing__summary').dispatchEvent(new Event(type, { bubbles: true }));
      dispatchEvent(new Event(type));
    }
    return [all.length, called];";

/// Brings the page into use: filtered, with a dialog over it.
async fn filtered_with_a_panel(browser: &Browser) {
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

async fn a_panic_leaves_the_page_to_the_browser(engine: Engine) {
    let server = Faulty::serve("a-b", |path, it| before_boot(path, it, TRAPS_WHEN_TOLD)).await;
    let browser = Browser::open_address(engine, server.address.clone(), Script::On).await;
    browser.ready(WHOLE).await;
    // Errors elsewhere do no harm.
    browser
        .eval("dispatchEvent(new ErrorEvent('error', { error: new Error('not ours') }))")
        .await;
    assert_eq!(browser.eval(READY).await, json!(true));

    filtered_with_a_panel(&browser).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
    browser.eval("panic()").await;
    browser.wait(FAILED).await;
    browser
        .wait("return document.querySelector('dialog[open], .point[hidden]') === null")
        .await;
    let seen = browser.eval(SEEN).await;
    assert_eq!(
        seen,
        json!({ "app": "failed", "reads": true, "offers": 0, "says": [LACKS_ALL] })
    );
    unfolds(&browser, "after a panic").await;
    // No event reaches the app any more.
    let heard = browser.eval(HAPPENS).await;
    assert!(heard[0].as_u64().unwrap() > 5, "{heard}");
    assert_eq!(heard[1], json!([]));
    if engine == Engine::Chromium {
        let console = browser.console().await;
        assert!(
            console.len() == 1 && console[0].contains(TRAP),
            "{console:?}"
        );
    }
    // Links work, by a page load.
    browser.eval("window.stayed = true").await;
    browser
        .eval("document.querySelector('.point__question a').click()")
        .await;
    let item = "return document.querySelector('.item') !== null && window.stayed === undefined
        && document.querySelector('#app').dataset.app === 'ready'";
    at_last(&browser, item).await;

    // Going back to an entry that the app created leads to its page.
    browser
        .eval("document.querySelector('.item__whole a').click()")
        .await;
    browser
        .wait("return document.querySelector('.opening') !== null")
        .await;
    browser.eval("panic()").await;
    browser.wait(FAILED).await;
    browser.eval("history.back()").await;
    at_last(&browser, item).await;
}

/// Waits until a script returns `true`, on a page that is about to be replaced by
/// another.
async fn at_last(browser: &Browser, script: &str) {
    let mut tries = 0;
    while browser.client.execute(script, vec![]).await.ok() != Some(json!(true)) {
        tries += 1;
        assert!(tries < 1500, "never true: {script}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Features that a browser may deny or lack; only what needs them may stop working.
const REFUSALS: &[(&str, &str)] = &[
    (
        "storage",
        "for (const name of ['localStorage', 'sessionStorage'])
           Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });",
    ),
    (
        "any storage at all",
        "for (const name of ['localStorage', 'sessionStorage'])
           Object.defineProperty(window, name, { get: () => null });",
    ),
    (
        "room in storage",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    ),
    (
        "reading what is stored",
        "Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError'); };",
    ),
    (
        "another entry in the history",
        "for (const name of ['pushState', 'replaceState'])
           history[name] = () => { throw new DOMException('too often', 'SecurityError'); };",
    ),
    ("the kind of load", "performance.getEntriesByType = () => [];"),
    ("marks in texts", "delete globalThis.Highlight;"),
    ("a clock, which stands at its beginning", "Date.now = () => 0;"),
    ("a clock, which runs before it", "Date.now = () => -1e12;"),
    ("a clock, which is far ahead", "const ahead = Date.UTC(2100, 0, 1); Date.now = () => ahead;"),
    ("a clock that gives a number", "Date.now = () => NaN;"),
];

async fn what_is_refused_is_done_without(engine: Engine) {
    let browser = Browser::open_impatient(engine).await;
    for &(what, refusal) in REFUSALS {
        let server = Faulty::serve("a-b", move |path, it| before_boot(path, it, refusal)).await;
        browser
            .comes(&format!("{}{WHOLE}", server.address), READY)
            .await;
        browser.console().await;
        // Use everything: unfolding, search, keys, another page.
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
        assert_eq!(browser.eval(READY).await, json!(true), "{what}");
        assert_eq!(browser.console().await, Vec::<String>::new(), "{what}");
    }
}

async fn the_reader_is_told_where_something_is_lacking(engine: Engine) {
    let broken: Fault = |path, it| lost(is_wasm(path), it);
    let small = Faulty::serve("a-b", broken).await;
    let stress = Faulty::serve("stress", broken).await;
    let browser = Browser::open_impatient(engine).await;
    let pages = [
        (&small, WHOLE, Some(LACKS_ALL)),
        (
            &small,
            "bridge-repair/mayor-never-saw-it/",
            Some(LACKS_COPYING),
        ),
        (&small, "bridge-repair/share/", Some(LACKS_COPYING)),
        (&stress, "", Some(LACKS_SEARCH)),
        (&small, "", Some(LACKS_SEARCH)),
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
            .comes(&format!("{}{page}", server.address), FAILED)
            .await;
        let seen = browser.eval(SEEN).await;
        assert_eq!(seen["says"], json!(Vec::from_iter(says)), "{page}");
        assert_eq!(seen["offers"], json!(0), "{page}");
        let wide = browser
            .eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .await;
        assert!(wide.as_i64().unwrap() <= 0, "{page} runs out of the window");
        if engine == Engine::Chromium {
            browser.eval(&axe).await;
            let found = browser.client.execute_async(AXE, vec![]).await.unwrap();
            assert_eq!(found, json!([]), "{page}");
        }
    }
    // Embed pages have no app, so they don't miss it.
    browser
        .comes(
            &format!("{}embed/{WHOLE}", small.address),
            "return document.querySelector('#app, .without-app') === null",
        )
        .await;
    // Without script nobody expects it.
    if engine == Engine::Webkit {
        // WebKit's driver has no way to turn script off.
        return;
    }
    let browser = Browser::open_in(engine, "a-b", Script::Off).await;
    browser.go(WHOLE).await;
    let page = browser.text("body").await;
    assert!(
        page.contains("The bridge closed on 8 March 2021."),
        "{page}"
    );
    assert!(!page.contains("without its app"), "{page}");
}

/// A page saved by a browser contains what the app had changed, and the files that
/// it had loaded.
async fn a_saved_copy_reads_without_the_app(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.ready(WHOLE).await;
    filtered_with_a_panel(&browser).await;
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
        browser.go(name).await;
        // Wait until its script has had time to fail.
        browser
            .wait("return getComputedStyle(document.querySelector('.masthead__line')).display === 'flex'
                     && getComputedStyle(document.querySelector('.without-app')).visibility === 'visible'
                     && document.querySelector('.without-app').innerText !== ''")
            .await;
        let seen = browser.eval(SEEN).await;
        assert_eq!(seen["reads"], json!(true), "{name}");
        assert_eq!(seen["offers"], json!(0), "{name}");
        assert_eq!(seen["says"], json!([LACKS_ALL]), "{name}");
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

/// Browsers too old for the app must be able to parse the whole boot script, or
/// nothing marks the page.
#[test]
fn the_starting_script_asks_for_no_newer_language() {
    let boot = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../web/boot.js")).unwrap();
    for newer in ["?.", "??", "||=", "&&=", "#private", "static {"] {
        assert!(!boot.contains(newer), "boot.js has `{newer}`");
    }
    // Top-level await is newer than modules are.
    assert!(!boot.lines().any(|line| line.starts_with("await ")));
}
