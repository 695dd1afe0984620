//! The share panel of an item: its link, and what it copies.

use serde_json::json;

use crate::Browser;

/// The share panel in the open dialog.
pub struct SharePanel<'b>(pub &'b Browser);

impl SharePanel<'_> {
    /// Waits until the panel has a link whose URL starts like this, and which shows its
    /// URL.
    pub async fn wait_for_link(&self, start: &str) {
        self.0
            .wait(&format!(
                "const link = document.querySelector('dialog[open] a.share__text');
                 return link !== null && link.href.startsWith({}) && link.innerText === link.href",
                json!(start)
            ))
            .await;
    }

    /// Waits until the panel has a link, and follows it by script.
    pub async fn follow_link(&self) {
        self.0
            .wait("const link = document.querySelector('dialog[open] a.share__text'); link?.click(); return link !== null")
            .await;
    }

    /// Opens the panel of every item in turn, copies everything that it offers, and
    /// closes it. [`super::Clipboard::replace`] records the copied texts.
    pub async fn copy_everything_of_all_items(&self) {
        self.0
            .eval(
                "window.isEverythingCopied = false;
               const frame = () => new Promise(requestAnimationFrame);
               (async () => {
                 for (const opener of document.querySelectorAll('#app main [data-share]')) {
                   opener.click();
                   while (document.querySelector('dialog[open] .panel__inside') === null) await frame();
                   for (const copy of document.querySelectorAll('dialog[open] [data-copy]')) copy.click();
                   document.querySelector('dialog[open] .panel__foot button').click();
                   while (document.querySelector('dialog[open]') !== null) await frame();
                 }
                 window.isEverythingCopied = true;
               })()",
            )
            .await;
        self.0
            .wait("return window.isEverythingCopied === true")
            .await;
    }
}
