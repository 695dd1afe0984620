//! The chain: a line of hops from the mouth to the source that was read.

use says_who_model::{Chain, Outlet};
use yew::prelude::*;

use super::source_link::source_link;
use super::text;
use crate::view::View;

/// The hops in order, punctuated so that they read as one sentence, `speaker` being
/// the name at their start; `summarised_by` is the outlet whose own words it is.
pub(super) fn chain(
    view: View<'_>,
    speaker: &str,
    summarised_by: Option<&str>,
    chain: &Chain,
) -> Html {
    let words = view.words;
    let said = words.first_hop(chain, summarised_by);
    let relays = chain.relays.iter().map(|relay| {
        let hop = match &relay.by {
            Outlet::Read(source) => {
                html! { <>{ (words.relay)(relay.kind, "") }{ source_link(view, *source) }</> }
            }
            Outlet::Named(name) => text(&(words.relay)(relay.kind, name)),
            Outlet::NotStated => text(&(words.relay)(relay.kind, words.not_stated)),
        };
        html! { <li class="chain__hop">{ hop }{ verb(view, relay.verb.as_deref()) }{ "," }</li> }
    });
    html! {
        <ol class="chain">
            <li class="chain__hop">
                <b>{ text(speaker) }</b>{" "}{ said }
                if let Some(how) = &chain.said.how {
                    { ", " }{ text(how) }
                }
                { "," }
            </li>
            { for relays }
            <li class="chain__hop">
                { (words.relay)(chain.kind, "") }{ source_link(view, chain.source) }
                { verb(view, chain.verb.as_deref()) }{ "." }
            </li>
        </ol>
    }
}

/// The outlet's own verb, as its own.
fn verb(view: View<'_>, verb: Option<&str>) -> Html {
    verb.map_or_else(Html::default, |verb| {
        html! { <span class="chain__verb">{ format!(" ({})", (view.words.its_verb)(verb)) }</span> }
    })
}
