//! A revision.

use says_who_model::Revision;
use yew::prelude::*;

use super::{item_links, text, time};
use crate::context::RenderContext;

/// An entry in a list of revisions.
pub(crate) fn revision(context: RenderContext<'_>, revision: &Revision) -> Html {
    let words = context.words;
    let texts = revision.texts.iter();
    let texts: Vec<&str> = texts.map(|text| (words.head_text)(*text)).collect();
    html! {
        <li>
            { time(words, revision.date) }{ ". " }
            <b>{ (words.revision)(revision.kind) }</b>{ ". " }
            if revision.what != words.first_publication {
                { text(&revision.what) }
            }
            if !revision.affects_everything() {
                { " " }{ words.affects }{ " " }{ text(&texts.join(", ")) }
                if !(texts.is_empty() || revision.items.is_empty()) {
                    { ", " }
                }
                { item_links(context, &revision.items) }
            }
        </li>
    }
}
