//! Plain text from data. Nothing of it is ever read as markup.

use yew::prelude::*;
use yew::virtual_dom::VText;

use crate::dom::ORIGIN_PLACEHOLDER;

/// A text node.
pub fn text(words: &str) -> Html {
    VText::new(words.to_owned()).into()
}

/// A text with addresses. Where the scheme and host are not known, there is an
/// empty element for them, which the browser fills.
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

/// A list with one line each.
pub(crate) fn bullets<'a>(words: impl Iterator<Item = &'a str>) -> Html {
    html! {
        <ul class="bullets">
            { for words.map(|words| html! { <li>{ text(words) }</li> }) }
        </ul>
    }
}
