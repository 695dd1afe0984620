//! A text that the app changes.

use yew::prelude::*;

/// A text that changes, in a keyed element, so that the whole element is replaced. A
/// translation extension may have replaced a bare text node by then.
pub fn live_text(text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <span key={text.to_owned()}>{ text.to_owned() }</span> }
}
