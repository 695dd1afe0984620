//! Navigates to pages and into frames.

use serde_json::json;

use super::Browser;

impl Browser {
    /// Navigates to a page.
    ///
    /// # Panics
    ///
    /// If the browser can't.
    pub async fn goto(&self, path: &str) {
        self.client
            .goto(&format!("{}{path}", self.address))
            .await
            .unwrap();
        // Right after navigation, a page may not run scripts yet.
        self.wait("return true").await;
    }

    /// Navigates to a page and waits until the app has hydrated it.
    ///
    /// # Panics
    ///
    /// If it does not.
    pub async fn goto_hydrated(&self, path: &str) {
        self.goto(path).await;
        self.wait(r##"return document.querySelector("#app").dataset.app === "ready""##)
            .await;
    }

    /// Navigates to a URL and waits until the document is parsed up to its footer and
    /// a script returns `true` on it, even if resources are still loading.
    ///
    /// # Panics
    ///
    /// If that never happens.
    pub async fn goto_and_wait(&self, address: &str, script: &str) {
        self.client.goto(address).await.unwrap();
        // At first, the previous page may still be there.
        let condition = format!(
            "if (location.href !== {} || document.querySelector('.footer, .framed__back') === null) return false;
             {script}",
            json!(address)
        );
        if let Err(last) = self.poll_until_true(&condition).await {
            panic!(
                "timed out on {address} waiting for {script}; last result: {last:?}; console: {:?}",
                self.console().await
            );
        }
    }

    /// Switches to a frame, given the index of each frame from the top page down to
    /// it. Without any, switches to the top page.
    ///
    /// # Panics
    ///
    /// If there is no such frame.
    pub async fn switch_to_frame(&self, indices: &[u16]) {
        // No test page nests frames deeper than this.
        for _ in 0..4 {
            self.client.enter_parent_frame().await.unwrap();
        }
        for frame in indices {
            self.client.enter_frame(*frame).await.unwrap();
        }
    }
}
