//! What one speaker, or a side as a whole, calls a document.

use says_who_model::Called;
use yew::prelude::*;

use super::attributed_words::attributed_words;
use super::later_mark::later_mark;
use super::source_link::item_links;
use crate::context::RenderContext;

/// The name, who uses it, and the source.
pub(super) fn document_name(context: RenderContext<'_>, called: &Called) -> Html {
    let statement = called.statement.as_ref().map(|statement| {
        html! {
            <>
                { " " }{ context.words.items.in_statement }{ " " }
                { item_links(context, std::slice::from_ref(statement)) }{ "." }
            </>
        }
    });
    let statement = statement.unwrap_or_default();
    html! {
        <li class="attributed-words">
            { attributed_words(context, &called.wording, called.by, called.source, statement) }
            { later_mark(context, called.after) }
        </li>
    }
}
