//! Nothing from a side on a point, and why one can say so.

use says_who_model::Absence;
use yew::prelude::*;

use super::source_link::source_links;
use super::{item_links, text};
use crate::view::View;

/// An absence, with what was searched.
pub(super) fn absence(view: View<'_>, absence: &Absence) -> Html {
    let words = view.words;
    html! {
        <section class="absence">
            <p class="absence__kind">{ (words.absence)(absence.kind) }</p>
            <p class="absence__note">{ text(&absence.note) }</p>
            if !absence.see.is_empty() {
                <p>{ words.see_also }{ " " }{ item_links(view, &absence.see) }</p>
            }
            if !absence.searched.is_empty() {
                <p class="absence__searched">
                    { words.searched }{ " " }{ source_links(view, &absence.searched) }
                </p>
            }
        </section>
    }
}
