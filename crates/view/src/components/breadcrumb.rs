//! Where a page stands in the whole.

use yew::prelude::*;

use super::text;
use crate::view::View;

/// The way from an item up to the whole.
pub(crate) fn breadcrumb(view: View<'_>) -> Html {
    html! {
        <nav class="breadcrumb" aria-label={view.words.breadcrumb}>
            <a href={view.whole()}>{ text(&view.dispute.question) }</a>
        </nav>
    }
}
