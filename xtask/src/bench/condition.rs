//! Under what a page is loaded.

use anyhow::Result;
use serde_json::json;

use super::devtools::Tab;

/// A kind of device and its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// This machine as it is, in a window of 1280 by 900.
    Unthrottled,
    /// 1.6 Mbit/s down, 0.75 up, 150 ms before any answer begins, a processor a
    /// quarter as fast, a screen of 412 by 823.
    Phone,
}

impl Condition {
    pub(super) const ALL: [Self; 2] = [Self::Unthrottled, Self::Phone];

    /// As it stands in records.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Unthrottled => "unthrottled",
            Self::Phone => "phone",
        }
    }

    /// Puts a tab under it.
    pub(super) fn apply(self, tab: &mut Tab<'_>) -> Result<()> {
        let (width, height, scale) = match self {
            Self::Unthrottled => (1280, 900, 1.0),
            Self::Phone => (412, 823, 1.75),
        };
        let is_phone = self == Self::Phone;
        tab.ask(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": is_phone }),
        )?;
        if is_phone {
            tab.ask("Network.enable", json!({}))?;
            let bytes_a_second = |bits: f64| bits / 8.0;
            tab.ask(
                "Network.emulateNetworkConditions",
                json!({
                    "offline": false,
                    "latency": 150,
                    "downloadThroughput": bytes_a_second(1_600_000.0),
                    "uploadThroughput": bytes_a_second(750_000.0),
                }),
            )?;
            tab.ask("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
        }
        Ok(())
    }
}
