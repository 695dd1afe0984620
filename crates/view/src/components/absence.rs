//! A side's cell without statements, and the reason for it.

use says_who_model::{Absence, SourceIx};
use yew::prelude::*;

use super::source_link::source_links;
use super::{item_links, text};
use crate::context::RenderContext;
use crate::dom::class;

/// How many searched sources are shown; a longer list is folded.
pub(crate) const SEARCHED_IN_SIGHT: usize = 3;

/// An absence, with what was searched.
pub(super) fn absence(context: RenderContext<'_>, absence: &Absence) -> Html {
    let words = context.words;
    html! {
        <section class="absence">
            <p class="absence__kind">{ (words.absence)(absence.kind) }</p>
            <p class={class::ABSENCE_NOTE}>{ text(&absence.note) }</p>
            if !absence.see.is_empty() {
                <p>{ words.see_also }{ " " }{ item_links(context, &absence.see) }</p>
            }
            { searched(context, &absence.searched) }
        </section>
    }
}

/// The sources that were searched. A long list is folded, like the sourcing of a
/// statement.
fn searched(context: RenderContext<'_>, sources: &[SourceIx]) -> Html {
    let words = context.words;
    match sources.len() {
        0 => Html::default(),
        1..=SEARCHED_IN_SIGHT => html! {
            <p class="absence__searched">
                { words.searched }{ " " }{ source_links(context, sources) }
            </p>
        },
        count => html! {
            <details class="absence__searched">
                <summary>{ (words.searched_sources)(count) }</summary>
                <p>{ source_links(context, sources) }</p>
            </details>
        },
    }
}
