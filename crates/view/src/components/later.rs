//! The mark of what came after the point in time to which a page speaks.

use yew::prelude::*;

use crate::view::View;

/// The mark, where something `is_later`.
pub fn later(view: View<'_>, is_later: bool) -> Html {
    if !is_later {
        return Html::default();
    }
    html! { <>{ " " }<span class="later">{ view.words.later_words(view.dispute) }</span></> }
}
