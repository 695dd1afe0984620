//! The share sheet of the device, and a fake one for browsers without.

use serde_json::json;

use crate::Browser;

/// The share sheet of the device.
pub struct ShareSheet<'b>(pub &'b Browser);

impl ShareSheet<'_> {
    /// A start of the boot script that adds a fake share sheet, which records in
    /// `window.sent`.
    pub const FAKE: &'static str = "window.sent = []; navigator.share = (data) => { window.sent.push(data); return window.refuse ? Promise.reject(new DOMException('', window.refuse)) : Promise.resolve(); };";

    /// Whether the browser has a share sheet.
    pub async fn is_supported(&self) -> bool {
        self.0.eval("return 'share' in navigator").await == json!(true)
    }

    /// Waits until the fake share sheet was opened this number of times.
    pub async fn wait_for_count(&self, count: u64) {
        self.0
            .wait(&format!("return window.sent.length === {count}"))
            .await;
    }

    /// The title and the URL that the fake share sheet got first.
    pub async fn first_title_and_url(&self) -> (String, String) {
        let sent = "return [window.sent[0].title, window.sent[0].url]";
        serde_json::from_value(self.0.eval(sent).await).unwrap()
    }

    /// Makes the fake share sheet fail from now on, with a `DOMException` of this name.
    pub async fn fail_with(&self, name: &str) {
        self.0
            .eval(&format!("window.refuse = {}", json!(name)))
            .await;
    }
}
