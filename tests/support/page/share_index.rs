//! The share index, which lists the link and the card of every item of a dispute.

use crate::Browser;

/// The share index of a dispute.
pub struct ShareIndex<'b>(pub &'b Browser);

impl ShareIndex<'_> {
    /// Makes the browser load all cards, even those that are out of view.
    pub async fn load_all_cards(&self) {
        self.0
            .eval("document.querySelectorAll('.share-entry img').forEach((card) => { card.loading = 'eager'; })")
            .await;
    }

    /// Waits until all cards are loaded, each with this width and height in pixels.
    pub async fn wait_for_cards_of_size(&self, width: u32, height: u32) {
        self.0
            .wait(&format!(
                "return [...document.querySelectorAll('.share-entry img')].every((card) => card.complete && card.naturalWidth === {width} && card.naturalHeight === {height})"
            ))
            .await;
    }
}
