//! A dated change.

use says_who_model::Revision;
use yew::prelude::*;

use super::{item_links, text, time};
use crate::view::View;

/// An entry in a list of revisions.
pub(crate) fn revision(view: View<'_>, revision: &Revision) -> Html {
    let words = view.words;
    let texts = revision.texts.iter();
    let texts: Vec<&str> = texts.map(|text| (words.head_text)(*text)).collect();
    html! {
        <li>
            { time(words, revision.date) }{ ". " }
            <b>{ (words.revision)(revision.kind) }</b>{ ". " }
            if revision.what != words.first_publication {
                { text(&revision.what) }
            }
            if !revision.is_of_everything() {
                { " " }{ words.touched }{ " " }{ text(&texts.join(", ")) }
                if !(texts.is_empty() || revision.items.is_empty()) {
                    { ", " }
                }
                { item_links(view, &revision.items) }
            }
        </li>
    }
}
