//! The table of all sources, with a row for each.

use says_who_model::Source;
use yew::prelude::*;

use super::CONTENT;
use super::alias_anchors::alias_anchors;
use super::item_controls::more_link;
use super::source_card::{details, headline};
use super::{text, when_capitalized};
use crate::context::RenderContext;

/// The table of sources, in the order of the data.
pub(crate) fn source_table(context: RenderContext<'_>) -> Html {
    let heads = context.words.source_heads.map(|head| {
        html! { <th scope="col">{ head }</th> }
    });
    html! {
        <table class="source-table">
            <thead><tr>{ for heads }</tr></thead>
            <tbody>
                { for context.dispute.sources.iter().map(|source| row(context, source)) }
            </tbody>
        </table>
    }
}

/// A source: date, outlet, headline, and the details, folded.
fn row(context: RenderContext<'_>, source: &Source) -> Html {
    let words = context.words;
    html! {
        <tr class={classes!("source-row", CONTENT)} id={source.id.as_str().to_owned()} tabindex="-1">
            <td>{ alias_anchors(context, &source.id) }{ when_capitalized(words, &source.published) }</td>
            <td>{ context.isolated_html(&source.outlet) }</td>
            <td>{ headline(source) }</td>
            <td>
                <details>
                    <summary>
                        { (words.read_as)(source.read) }
                        <span class="visually-hidden">
                            { text(&(words.title_suffix)(&context.source_title(source))) }
                        </span>
                    </summary>
                    <p>{ details(context, source) }</p>
                    { more_link(context, &source.id) }
                </details>
            </td>
        </tr>
    }
}
