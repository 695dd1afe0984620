//! The dialogs: the share panel, the list of keyboard shortcuts, and the text to copy by
//! hand.

use serde_json::{Value, json};

use super::click_by_script;
use crate::Browser;

/// The open dialog.
pub struct Dialogs<'b>(pub &'b Browser);

impl Dialogs<'_> {
    /// Waits until a dialog is open.
    pub async fn wait_until_open(&self) {
        self.0
            .wait("return document.querySelector('dialog[open]') !== null")
            .await;
    }

    /// Waits until no dialog is open.
    pub async fn wait_until_closed(&self) {
        self.0
            .wait("return document.querySelector('dialog[open]') === null")
            .await;
    }

    /// Closes the dialog by script.
    pub async fn close(&self) {
        self.0
            .eval("document.querySelector('dialog[open]').close()")
            .await;
    }

    /// Closes the dialog with the button at its foot.
    pub async fn close_with_button(&self) {
        click_by_script(self.0, "dialog[open] .panel__foot button").await;
    }

    /// Opens the list of keyboard shortcuts by script.
    pub async fn open_shortcuts(&self) {
        click_by_script(self.0, "[data-keys]").await;
    }

    /// Waits until the share panel is open.
    pub async fn wait_for_share_panel(&self) {
        self.0
            .wait("return document.querySelector('dialog[open] .share') !== null")
            .await;
    }

    /// Waits until the share panel of an item is open.
    pub async fn wait_for_share_panel_of(&self, id: &str) {
        self.0
            .wait(&format!(
                "return document.querySelector('dialog[open] .share')?.dataset.of === {}",
                json!(id)
            ))
            .await;
    }

    /// Waits until a dialog shows a text to copy by hand.
    pub async fn wait_for_text_to_copy(&self) {
        self.0
            .wait("return document.querySelector('dialog[open] textarea') !== null")
            .await;
    }

    /// The message in the dialog's live region.
    pub async fn message(&self) -> Value {
        self.0
            .eval("return document.querySelector('dialog[open] [role=status]').innerText")
            .await
    }

    /// Waits until a dialog is open that has no message.
    pub async fn wait_for_no_message(&self) {
        self.0
            .wait("return document.querySelector('dialog[open] [role=status]')?.innerText === ''")
            .await;
    }

    /// Closes all dialogs by script.
    pub async fn close_all(&self) {
        self.0
            .eval("document.querySelectorAll('dialog[open]').forEach((one) => one.close())")
            .await;
    }

    /// Waits until the list of keyboard shortcuts is open.
    pub async fn wait_for_shortcuts(&self) {
        self.0
            .wait("return document.querySelector('dialog[open] kbd') !== null")
            .await;
    }

    /// Waits until the setting that turns keyboard shortcuts off is shown.
    pub async fn wait_for_shortcuts_setting(&self) {
        self.0
            .wait("return document.querySelector('dialog[open] input') !== null")
            .await;
    }
}
