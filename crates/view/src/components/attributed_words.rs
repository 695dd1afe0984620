//! Words with who uses them and their source: a side's account of an event, and what
//! somebody calls a document.

use says_who_model::{SideKey, SourceIx, SpeakerOrSide, Wording};
use yew::prelude::*;

use super::side::data_side;
use super::source_link::source_link;
use super::text;
use super::verification::verification;
use super::wording::{translation, wording};
use crate::context::RenderContext;
use crate::words::capitalized;

/// The content of a list item with the class `attributed-words`. `more` goes at the end
/// of the small print.
pub(super) fn attributed_words(
    context: RenderContext<'_>,
    words: &Wording,
    by: SpeakerOrSide,
    source: SourceIx,
    more: Html,
) -> Html {
    let translation = translation(context.words, words);
    html! {
        <>
            { wording(words) }
            { " " }
            <span class="attributed-words__by">
                { context.isolated_html(&capitalized(context.dispute.name_of(by))) }
                { " (" }{ source_link(context, source) }{ ")." }
                if let Some(translation) = translation {
                    { " " }{ text(&translation) }
                }
                { verification(context, words) }
                { more }
            </span>
        </>
    }
}

/// The line in place of the words of a side that has none.
pub(super) fn no_words(side: Option<SideKey>, line: &str) -> Html {
    html! { <p class="attributed-words__none" data-side={side.map(data_side)}>{ text(line) }</p> }
}
