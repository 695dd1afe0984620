//! What the page has loaded.

use crate::Browser;

/// The path of each request with a response from the network so far, that of the page
/// first. Files that were fetched for a digest check are imported from the cache
/// afterwards, so they are not listed twice.
const PATHS_FROM_NETWORK: &str =
    "return ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))
    .filter((entry) => entry.transferSize > 0).map((entry) => new URL(entry.name).pathname)";

/// What the page has loaded.
pub struct Loading<'b>(pub &'b Browser);

impl Loading<'_> {
    /// A script that returns whether the page has loaded with all its files.
    pub const IS_COMPLETE: &'static str = "return document.readyState === 'complete'";

    /// A script that returns `true` at once, even if files are still loading.
    pub const HAS_BEGUN: &'static str = "return true";

    /// Waits until the page has loaded with all its files.
    pub async fn wait_until_complete(&self) {
        self.0.wait(Self::IS_COMPLETE).await;
    }

    /// The path of each request with a response from the network so far, that of the page
    /// first.
    pub async fn paths_from_network(&self) -> Vec<String> {
        serde_json::from_value(self.0.eval(PATHS_FROM_NETWORK).await).unwrap()
    }
}
