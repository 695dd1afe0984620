//! Emulates screens and color schemes.

use serde_json::{Value, json};

use super::Browser;
use super::commands::Devtools;

impl Browser {
    /// Emulates a width in CSS pixels and a color scheme, `light` or `dark`. Only
    /// for Chromium.
    ///
    /// # Panics
    ///
    /// If the browser can't.
    pub async fn emulate(&self, width: u32, scheme: &str) {
        self.emulate_screen(width, 900, scheme, false).await;
    }

    /// The same with a height and, if `forced`, with forced colors. Only for
    /// Chromium.
    ///
    /// # Panics
    ///
    /// If the browser can't.
    pub async fn emulate_screen(&self, width: u32, height: u32, scheme: &str, forced: bool) {
        let forced = if forced { "active" } else { "none" };
        for command in [
            Devtools(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
            ),
            Devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": [
                    { "name": "prefers-color-scheme", "value": scheme },
                    { "name": "forced-colors", "value": forced },
                ] }),
            ),
        ] {
            self.client.issue_cmd(command).await.unwrap();
        }
    }

    /// The result of a command of the Chrome DevTools Protocol.
    ///
    /// # Panics
    ///
    /// If the browser can't.
    pub async fn devtools(&self, command: &'static str, with: Value) -> Value {
        let command = Devtools(command, with);
        self.client.issue_cmd(command).await.unwrap()
    }
}
