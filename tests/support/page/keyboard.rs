//! The keyboard: keys that a script presses, with events that no driver can send.

use serde_json::{Value, json};

use crate::Browser;

/// Defines `isHandled`, which sends a key to an element and returns whether the app
/// prevented its default action.
const IS_HANDLED: &str = "const isHandled = (element, event) => !element.dispatchEvent(
      new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...event }));";

/// The keyboard, used by script.
pub struct Keyboard<'b>(pub &'b Browser);

impl Keyboard<'_> {
    /// Whether the app handles a key on the body of the page. `event` has the properties
    /// of the keyboard event.
    pub async fn is_handled(&self, event: &Value) -> bool {
        self.eval_bool(&format!("return isHandled(document.body, {event})"))
            .await
    }

    /// Whether the first element for a selector takes the focus, and the app handles a
    /// key on it.
    pub async fn is_handled_on(&self, selector: &str, event: &Value) -> bool {
        self.eval_bool(&format!(
            "const place = document.querySelector({}); place.focus();
             return document.activeElement === place && isHandled(place, {event})",
            json!(selector)
        ))
        .await
    }

    /// Whether the app handles a key while the whole document is an editor.
    pub async fn is_handled_in_design_mode(&self, event: &Value) -> bool {
        self.eval_bool(&format!(
            "document.designMode = 'on';
             const handled = isHandled(document.body, {event});
             document.designMode = 'off';
             return handled"
        ))
        .await
    }

    async fn eval_bool(&self, script: &str) -> bool {
        let result = self.0.eval(&format!("{IS_HANDLED} {script}")).await;
        result.as_bool().unwrap()
    }
}
