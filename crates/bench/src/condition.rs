//! The conditions under which pages are loaded.

use anyhow::Result;
use serde_json::json;

use crate::devtools::Tab;

/// A device and its network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// This machine as it is, with a window of 1280 × 900 pixels.
    Unthrottled,
    /// A phone: 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms latency, a CPU slowed down
    /// 4 times, a screen of 412 × 823 pixels.
    Phone,
}

impl Condition {
    pub(crate) const ALL: [Self; 2] = [Self::Unthrottled, Self::Phone];

    /// The name in records.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Unthrottled => "unthrottled",
            Self::Phone => "phone",
        }
    }

    /// Emulates the condition in a tab.
    pub(crate) fn apply(self, tab: &mut Tab<'_>) -> Result<()> {
        let (width, height, scale) = match self {
            Self::Unthrottled => (1280, 900, 1.0),
            Self::Phone => (412, 823, 1.75),
        };
        let is_phone = self == Self::Phone;
        tab.call(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": is_phone }),
        )?;
        if is_phone {
            tab.call("Network.enable", json!({}))?;
            let bytes_a_second = |bits: f64| bits / 8.0;
            tab.call(
                "Network.emulateNetworkConditions",
                json!({
                    "offline": false,
                    "latency": 150,
                    "downloadThroughput": bytes_a_second(1_600_000.0),
                    "uploadThroughput": bytes_a_second(750_000.0),
                }),
            )?;
            tab.call("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
        }
        Ok(())
    }
}
