//! A text field that is added to a page, to paste into.

use fantoccini::key::Key;
use serde_json::json;

use super::eval_text;
use crate::Browser;

/// Adds the field to the page or empties it.
const ADD: &str =
    "const field = document.getElementById('_field') ?? document.createElement('textarea');
         field.id = '_field';
         field.value = '';
         document.querySelector('main').append(field);";

/// A text field at the end of the main part of the page, to paste into.
pub struct PasteField<'b>(pub &'b Browser);

impl PasteField<'_> {
    /// Adds the field or empties it.
    pub async fn add(&self) {
        self.0.eval(ADD).await;
    }

    /// Adds the field or empties it, and selects the contents of the first element for a
    /// selector.
    pub async fn add_and_select(&self, selector: &str) {
        let selector = json!(selector);
        self.0
            .wait(&format!(
                "{ADD}
         const chosen = document.querySelector({selector});
         document.activeElement?.blur();
         getSelection().selectAllChildren(chosen);
         return true"
            ))
            .await;
    }

    /// Pastes the clipboard into the field with the keyboard. Returns the text that the
    /// field then has.
    pub async fn paste(&self) -> String {
        self.0
            .wait("document.getElementById('_field').focus(); return document.activeElement.id === '_field'")
            .await;
        let control = char::from(Key::Control);
        self.0.type_text(&format!("{control}v{control}")).await;
        self.0
            .wait("return document.getElementById('_field').value !== ''")
            .await;
        eval_text(self.0, "return document.getElementById('_field').value").await
    }
}
