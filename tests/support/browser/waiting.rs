//! Runs scripts on the page, and waits for their results.

use std::time::Duration;

use fantoccini::error::CmdError;
use serde_json::{Value, json};

use super::{Browser, TIMEOUT};

/// Diagnostics of a page in an unexpected state.
const STATE: &str = "return {
    app: document.querySelector('#app')?.dataset.app, address: location.href,
    top: scrollY, window: innerHeight, height: document.documentElement.scrollHeight,
    focus: document.activeElement?.outerHTML.slice(0, 120),
    here: [...document.querySelectorAll('[data-here]')].map((one) => [one.id, one.getBoundingClientRect().top]),
};";

impl Browser {
    /// The result of a script.
    ///
    /// # Panics
    ///
    /// If the script fails.
    pub async fn eval(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Waits until a script returns `true`.
    ///
    /// # Panics
    ///
    /// If it never does.
    pub async fn wait(&self, script: &str) {
        if let Err(last) = self.poll_until_true(script).await {
            let state = self.client.execute(STATE, Vec::new()).await;
            let console = self.console().await;
            panic!(
                "timed out waiting for {script}; last result: {last:?}; page: {state:?}; console: {console:?}"
            );
        }
    }

    /// Retries a script until it returns `true`; on timeout, returns the last result.
    /// Errors are retried too: no script can run during navigation, and WebKit's
    /// driver has uninformative errors ("Could not parse script result").
    pub(super) async fn poll_until_true(
        &self,
        script: &str,
    ) -> Result<(), Result<Value, CmdError>> {
        let until = tokio::time::Instant::now() + TIMEOUT;
        loop {
            let result = self.client.execute(script, Vec::new()).await;
            if result.as_ref().is_ok_and(|value| *value == json!(true)) {
                return Ok(());
            }
            if tokio::time::Instant::now() > until {
                return Err(result);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}
