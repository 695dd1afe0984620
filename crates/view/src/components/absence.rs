//! Nothing from a side on a point, and why one can say so.

use says_who_model::{Absence, SourceIx};
use yew::prelude::*;

use super::source_link::source_links;
use super::{item_links, text};
use crate::dom::class;
use crate::view::View;

/// How many searched sources are in sight; more are folded.
pub(crate) const SEARCHED_IN_SIGHT: usize = 3;

/// An absence, with what was searched.
pub(super) fn absence(view: View<'_>, absence: &Absence) -> Html {
    let words = view.words;
    html! {
        <section class="absence">
            <p class="absence__kind">{ (words.absence)(absence.kind) }</p>
            <p class={class::ABSENCE_NOTE}>{ text(&absence.note) }</p>
            if !absence.see.is_empty() {
                <p>{ words.see_also }{ " " }{ item_links(view, &absence.see) }</p>
            }
            { searched(view, &absence.searched) }
        </section>
    }
}

/// Where one looked. A long list is folded, as the sourcing of a statement is.
fn searched(view: View<'_>, sources: &[SourceIx]) -> Html {
    let words = view.words;
    match sources.len() {
        0 => Html::default(),
        1..=SEARCHED_IN_SIGHT => html! {
            <p class="absence__searched">
                { words.searched }{ " " }{ source_links(view, sources) }
            </p>
        },
        count => html! {
            <details class="absence__searched">
                <summary>{ (words.searched_sources)(count) }</summary>
                <p>{ source_links(view, sources) }</p>
            </details>
        },
    }
}
