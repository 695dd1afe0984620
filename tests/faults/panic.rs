//! A panic of the app: the page works without it.

use says_who_tests::page::{Address, App, Document, Element, Explainer, click_by_script};
use says_who_tests::{Engine, FaultyServer, Start, in_every_engine};
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

/// A script that panics, after [`PANIC_ON_DEMAND`].
const PANIC: &str = "panic()";

/// A script that reports an error of another script.
const FAIL_ELSEWHERE: &str =
    "dispatchEvent(new ErrorEvent('error', { error: new Error('not ours') }))";

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
    let browser = Start::address(server.address.clone())
        .open(engine, EXPLAINER)
        .await;
    // Errors of other scripts have no effect.
    browser.eval(FAIL_ELSEWHERE).await;
    assert_eq!(App(&browser).state().await, json!("ready"));

    filter_and_open_dialog(&browser).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
    browser.eval(PANIC).await;
    App(&browser).wait_until_failed().await;
    Element::new(&browser, "dialog[open], .point[hidden]")
        .wait_until_gone()
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
    Explainer(&browser)
        .wait_for_item_page_in_new_document()
        .await;

    // Going back over a history entry that the app added loads the page before it.
    click_by_script(&browser, ".item__whole a").await;
    Explainer(&browser).wait_until_shown().await;
    browser.eval(PANIC).await;
    App(&browser).wait_until_failed().await;
    Address(&browser).go_back().await;
    Explainer(&browser)
        .wait_for_item_page_in_new_document()
        .await;
}
