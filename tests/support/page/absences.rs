//! Absences: where a side has said nothing about a point.

use serde_json::json;

use crate::Browser;

/// The absences of a page.
pub struct Absences<'b>(pub &'b Browser);

impl Absences<'_> {
    /// Waits until this many sources are shown that were searched for a statement about
    /// a point, each with a link to an element of the page.
    pub async fn wait_for_searched_sources(&self, point: &str, count: u64) {
        let links = json!(format!("#{point} .absence__searched a"));
        self.0
            .wait(&format!(
                "const links = [...document.querySelectorAll({links})];
             return links.length === {count} && links.every((link) => link.getClientRects().length > 0
               && document.getElementById(link.hash.slice(1)) !== null)"
            ))
            .await;
    }
}
