//! The dialogs: the share panel, the list of keyboard shortcuts, and the text to copy by
//! hand.

use serde_json::{Value, json};

use super::{click_by_script, eval_text};
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

    /// Waits until a dialog is open that lists this many keys, and the focus is in it.
    pub async fn wait_for_focus_in_shortcuts(&self, keys: u64) {
        self.0
            .wait(&format!(
                "const panel = document.querySelector('dialog[open]');
             return panel !== null && panel.querySelectorAll('kbd').length === {keys} && panel.contains(document.activeElement)"
            ))
            .await;
    }

    /// Opens the share panel of the first point by script, and waits until it is open.
    pub async fn show_share_panel(&self) {
        self.click_until_open(".point__head [data-share]", ".share")
            .await;
    }

    /// Opens the list of keyboard shortcuts by script, and waits until it is open.
    pub async fn show_shortcuts(&self) {
        self.click_until_open("[data-keys]", "kbd").await;
    }

    /// Clicks a button while no dialog is open, until one is open with this content.
    async fn click_until_open(&self, button: &str, content: &str) {
        self.0
            .wait(&format!(
                "const dialog = document.querySelector('dialog[open]');
             dialog ?? document.querySelector({}).click();
             return document.querySelector({}) !== null",
                json!(button),
                json!(format!("dialog[open] {content}"))
            ))
            .await;
    }

    /// Copies the first link that the page offers to copy, and opens the list of keyboard
    /// shortcuts. One script does both, so that no dialog with a text to copy by hand
    /// opens before the list.
    pub async fn copy_link_and_open_shortcuts(&self) {
        self.0
            .eval(
                "document.querySelector('[data-copy=link]').click();
               document.querySelector('[data-keys]').click()",
            )
            .await;
    }

    /// Closes the first open dialog by script, if there is one.
    pub async fn close_if_open(&self) {
        self.0
            .eval("document.querySelector('dialog[open]')?.close()")
            .await;
    }

    /// Opens the share panel with the item control at this index on the page, by script.
    /// Returns the id of the item.
    pub async fn open_share_panel_at(&self, index: u64) -> String {
        let control = format!("document.querySelectorAll('main .more')[{index}]");
        eval_text(
            self.0,
            &format!("{control}.click(); return {control}.closest('[id]').id"),
        )
        .await
    }

    /// Waits until the text to copy by hand, of more than 30 characters, has the focus and
    /// is selected to its end.
    pub async fn wait_until_text_to_copy_is_selected(&self) {
        self.0
            .wait(
                "const field = document.querySelector('dialog[open] textarea');
                   return field === document.activeElement && field.selectionEnd === field.value.length && field.value.length > 30",
            )
            .await;
    }
}
