//! A panic of the app: the page works without it.

use std::time::Duration;

use says_who_tests::page::{Address, App, Document, Explainer, click_by_script};
use says_who_tests::{Browser, Engine, FaultyServer, Script, in_every_engine};
use serde_json::json;

use crate::served_files::prepend_to_boot;
use crate::{ALL_UNAVAILABLE, EXPLAINER, TRAP, filter_and_open_dialog, unfold_and_fold};

in_every_engine! {
    a_page_works_without_the_app_after_a_panic,
}

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
    assert_eq!(browser.eval(App::IS_READY).await, json!(true));

    filter_and_open_dialog(&browser).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
    browser.eval("panic()").await;
    App(&browser).wait_until_failed().await;
    browser
        .wait("return document.querySelector('dialog[open], .point[hidden]') === null")
        .await;
    let seen = App(&browser).seen().await;
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
    Document(&browser).mark().await;
    click_by_script(&browser, ".point__question a").await;
    let item = "return document.querySelector('.item') !== null && window.stayed === undefined
        && document.querySelector('#app').dataset.app === 'ready'";
    wait_during_navigation(&browser, item).await;

    // Going back over a history entry that the app added loads the page before it.
    click_by_script(&browser, ".item__whole a").await;
    Explainer(&browser).wait_until_shown().await;
    browser.eval("panic()").await;
    App(&browser).wait_until_failed().await;
    Address(&browser).go_back().await;
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
