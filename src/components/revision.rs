//! A dated change.

use says_who_model::Revision;
use yew::prelude::*;

use super::{item_links, text, time};
use crate::view::View;

/// An entry in a list of revisions.
pub(crate) fn revision(view: View<'_>, revision: &Revision) -> Html {
    let words = view.words;
    html! {
        <li>
            { time(words, revision.date) }{ ". " }
            <b>{ (words.revision)(revision.kind) }</b>{ ". " }
            { text(&revision.what) }
            if !revision.items.is_empty() {
                { " " }{ words.touched }{ " " }{ item_links(view, &revision.items) }
            }
        </li>
    }
}
