//! The app: whether it runs, and which of its features a reader sees.

use serde_json::{Value, json};

use crate::Browser;

/// The app that hydrates the page.
pub struct App<'b>(pub &'b Browser);

impl App<'_> {
    /// A script that returns whether the page has neither an app nor a message about one.
    pub const IS_ABSENT: &'static str =
        "return document.querySelector('#app, .without-app') === null";

    /// A script that returns whether the app has hydrated the page.
    pub const IS_READY: &'static str =
        "return document.querySelector('#app').dataset.app === 'ready'";

    /// A script that returns whether the page is marked as failed.
    pub const HAS_FAILED: &'static str =
        "return document.querySelector('#app').dataset.app === 'failed'";

    /// A start of the boot script that pauses it until [`App::resume`].
    pub const PAUSE: &'static str = "await new Promise((go) => { window.go = go; });";

    /// The state of the app: `ready`, `failed`, or null.
    pub async fn state(&self) -> Value {
        self.0
            .eval("return document.querySelector('#app').dataset.app ?? null")
            .await
    }

    /// Waits until the app has hydrated the page.
    pub async fn wait_until_ready(&self) {
        self.0
            .wait("return document.querySelector('#app')?.dataset.app === 'ready'")
            .await;
    }

    /// Waits until the page is marked as failed.
    pub async fn wait_until_failed(&self) {
        self.0.wait(Self::HAS_FAILED).await;
    }

    /// Lets the boot script that [`App::PAUSE`] paused go on.
    pub async fn resume(&self) {
        self.0.eval("window.go()").await;
    }

    /// Waits until the style sheet is applied.
    pub async fn wait_for_styles(&self) {
        self.0
            .wait("return getComputedStyle(document.querySelector('.masthead__line')).display === 'flex'")
            .await;
    }

    /// Waits until the app has arrived.
    pub async fn wait_until_arrived(&self) {
        self.0
            .wait(
                "const arrived = performance.getEntriesByType('resource')
                   .filter((file) => file.responseEnd > 0).map((file) => file.name);
                 const { content } = document.querySelector('meta[name=app-wasm]');
                 return arrived.some((file) => file.endsWith(content))",
            )
            .await;
    }

    /// Waits until the page has its app, its styles, and `words` in its text.
    pub async fn wait_until_complete(&self, words: &str) {
        let words = json!(words);
        let is_complete = format!(
            "return document.querySelector('#app').dataset.app === 'ready'
           && getComputedStyle(document.querySelector('.masthead__line')).display === 'flex'
           && document.querySelector('main').innerText.includes({words})"
        );
        self.0.wait(&is_complete).await;
    }

    /// What a reader of the small dispute sees: the state of the app (`app`), whether the
    /// text is there (`reads`), the number of controls (`offers`), and the messages about
    /// unavailable features (`says`).
    pub async fn seen(&self) -> Value {
        self.0
            .eval(
                "const seen = (one) => getComputedStyle(one).visibility === 'visible' && one.getClientRects().length > 0;
    return {
      app: document.querySelector('#app').dataset.app ?? null,
      reads: document.querySelector('main').innerText.includes('The bridge closed on 8 March 2021.'),
      offers: [...document.querySelectorAll('.control, .finder input')].filter(seen).length,
      says: [...document.querySelectorAll('.without-app')].filter(seen).map((one) => one.innerText),
    }",
            )
            .await
    }

    /// Waits until the app has hydrated a page whose path ends like this.
    pub async fn wait_until_ready_at_path_end(&self, end: &str) {
        self.0
            .wait(&format!(
                "return location.pathname.endsWith({}) && document.querySelector('#app')?.dataset.app === 'ready'",
                json!(end)
            ))
            .await;
    }

    /// Waits until the app has hydrated a page with this query.
    pub async fn wait_until_ready_with_query(&self, query: &str) {
        self.0
            .wait(&format!(
                "return location.search === {} && document.querySelector('#app')?.dataset.app === 'ready'",
                json!(query)
            ))
            .await;
    }

    /// Waits until the app has hydrated the page, or the page is marked as failed.
    pub async fn wait_until_ready_or_failed(&self) {
        self.0
            .wait("return ['ready', 'failed'].includes(document.querySelector('#app').dataset.app)")
            .await;
    }

    /// Waits until the app has hydrated the page, and `words` are in its text, with what
    /// is hidden.
    pub async fn wait_until_ready_with_words(&self, words: &str) {
        self.0.wait(&is_ready_with_words(words)).await;
    }

    /// Whether the app has hydrated the page, and `words` are in its text, with what is
    /// hidden.
    pub async fn is_ready_with_words(&self, words: &str) -> bool {
        self.0.eval(&is_ready_with_words(words)).await == Value::Bool(true)
    }

    /// Waits until the style sheet is applied, and the first message about unavailable
    /// features is visible.
    pub async fn wait_for_styles_and_message(&self) {
        self.0
            .wait("return getComputedStyle(document.querySelector('.masthead__line')).display === 'flex'
                     && getComputedStyle(document.querySelector('.without-app')).visibility === 'visible'
                     && document.querySelector('.without-app').innerText !== ''")
            .await;
    }

    /// Waits until the app that the page names was loaded.
    pub async fn wait_until_own_app_loaded(&self) {
        self.0
            .wait(
                "const { content } = document.querySelector('meta[name=app-wasm]');
        return performance.getEntriesByType('resource').some(({ name }) => name.endsWith(content))",
            )
            .await;
    }

    /// Waits until [`App::PAUSE`] has paused the boot script.
    pub async fn wait_until_paused(&self) {
        self.0.wait("return typeof window.go === 'function'").await;
    }

    /// Waits until [`App::PAUSE`] has paused the boot script, and the page is scrolled.
    pub async fn wait_until_paused_and_scrolled(&self) {
        self.0
            .wait("return scrollY > 0 && typeof window.go === 'function'")
            .await;
    }

    /// Waits until the app has hydrated the page, and it is that of a dispute.
    pub async fn wait_until_ready_on_explainer(&self) {
        self.0
            .wait("return document.querySelector('#app')?.dataset.app === 'ready' && document.querySelector('.opening') !== null")
            .await;
    }
}

/// A script that returns whether the app has hydrated the page, and `words` are in its
/// text, with what is hidden.
fn is_ready_with_words(words: &str) -> String {
    format!(
        "return document.querySelector('#app')?.dataset.app === 'ready' && document.querySelector('main').textContent.includes({})",
        json!(words)
    )
}
