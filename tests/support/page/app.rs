//! The app: whether it runs, and which of its features a reader sees.

use serde_json::Value;

use crate::Browser;

/// The app that hydrates the page.
pub struct App<'b>(pub &'b Browser);

impl App<'_> {
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

    /// Waits until the page has its app, its styles, and `words` in its text.
    pub async fn wait_until_complete(&self, words: &str) {
        let is_complete = format!(
            "return document.querySelector('#app').dataset.app === 'ready'
           && getComputedStyle(document.querySelector('.masthead__line')).display === 'flex'
           && document.querySelector('main').innerText.includes('{words}')"
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
}
