//! Plain text from the data. It is never parsed as markup.

use yew::prelude::*;
use yew::virtual_dom::VText;

use crate::dom::ORIGIN_PLACEHOLDER;

/// A text node.
pub fn text(words: &str) -> Html {
    VText::new(words.to_owned()).into()
}

/// A text with URLs. Where the scheme and host are not known, it has an empty
/// element that the app fills.
pub(crate) fn addressed(words: &str) -> Html {
    let parts = words
        .split(ORIGIN_PLACEHOLDER)
        .enumerate()
        .map(|(index, part)| {
            html! { <>if index > 0 { <span data-host=""></span> }{ text(part) }</> }
        });
    html! { <>{ for parts }</> }
}

/// Paragraphs.
pub(crate) fn paragraphs(words: &[String]) -> Html {
    words
        .iter()
        .map(|words| html! { <p>{ text(words) }</p> })
        .collect()
}

/// A bulleted list.
pub(crate) fn bullets<'a>(words: impl Iterator<Item = &'a str>) -> Html {
    html! {
        <ul class="bullets">
            { for words.map(|words| html! { <li>{ text(words) }</li> }) }
        </ul>
    }
}
