//! Plain text from data. Nothing of it is ever read as markup.

use yew::prelude::*;
use yew::virtual_dom::VText;

/// A text node.
pub(crate) fn text(words: &str) -> Html {
    VText::new(words.to_owned()).into()
}

/// Paragraphs.
pub(crate) fn paragraphs(words: &[String]) -> Html {
    words
        .iter()
        .map(|words| html! { <p>{ text(words) }</p> })
        .collect()
}

/// A list with one line each.
pub(crate) fn bullets(words: &[String]) -> Html {
    html! {
        <ul class="bullets">
            { for words.iter().map(|words| html! { <li>{ text(words) }</li> }) }
        </ul>
    }
}
