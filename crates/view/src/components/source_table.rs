//! Everything that was read, a row for each source.

use says_who_model::Source;
use yew::prelude::*;

use super::CONTENT;
use super::item_controls::more_link;
use super::old_names::old_names;
use super::source_card::{details, headline};
use super::{text, time};
use crate::view::View;

/// The table of sources, in the order of the data.
pub(crate) fn source_table(view: View<'_>) -> Html {
    let heads = view.words.source_heads.map(|head| {
        html! { <th scope="col">{ head }</th> }
    });
    html! {
        <table class="source-table">
            <thead><tr>{ for heads }</tr></thead>
            <tbody>
                { for view.dispute.sources.iter().map(|source| row(view, source)) }
            </tbody>
        </table>
    }
}

/// A source: day, outlet, headline, and a fold with the rest.
fn row(view: View<'_>, source: &Source) -> Html {
    let words = view.words;
    html! {
        <tr class={classes!("source-row", CONTENT)} id={source.id.as_str().to_owned()} tabindex="-1">
            <td>{ old_names(view, &source.id) }{ time(words, source.published) }</td>
            <td>{ text(&source.outlet) }</td>
            <td>{ headline(source) }</td>
            <td>
                <details>
                    <summary>
                        { (words.read_as)(source.read) }
                        <span class="visually-hidden">
                            { text(&(words.of)(&view.source_title(source))) }
                        </span>
                    </summary>
                    <p>{ details(view, source) }</p>
                    { more_link(view, &source.id) }
                </details>
            </td>
        </tr>
    }
}
