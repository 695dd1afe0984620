//! The chain: a line of hops from the mouth to the source that was read.

use says_who_model::{Chain, Link, Outlet, Source};
use yew::prelude::*;

use super::source_link::source_link;
use super::text;
use crate::dom::class;
use crate::view::View;

/// The hops in order, punctuated so that they read as one sentence, `speaker` being
/// the name at their start; `summarised_by` is the outlet whose own words it is.
/// The last names the publication, with its headline as the way there.
pub(super) fn chain(
    view: View<'_>,
    speaker: &str,
    summarised_by: Option<&str>,
    chain: &Chain,
) -> Html {
    let words = view.words;
    let source = view.dispute.source(chain.source);
    let relays = chain.relays.iter().map(|relay| {
        let hop = match &relay.by {
            Outlet::Read(source) => {
                html! { <>{ (words.relay)(relay.kind, "") }{ source_link(view, *source) }</> }
            }
            Outlet::Named(name) => text(&(words.relay)(relay.kind, name)),
            Outlet::NotStated => text(&(words.relay)(relay.kind, words.not_stated)),
        };
        let by = view.dispute.outlet_name(&relay.by);
        html! {
            <li class="chain__hop">{ hop }{ verb(view, by, relay.verb.as_deref()) }{ "," }</li>
        }
    });
    html! {
        <ol class={class::CHAIN}>
            <li class="chain__hop">{ text(&said(view, speaker, summarised_by, chain)) }{ "," }</li>
            { for relays }
            <li class="chain__hop">
                { (words.relay)(chain.kind, "") }{ source_link(view, chain.source) }
                { original(view, source) }
                { verb(view, Some(&source.outlet), chain.verb.as_deref()) }{ "." }
            </li>
        </ol>
    }
}

/// The publication itself: its headline as the way there, or a word where the
/// headline stands before it.
fn original(view: View<'_>, source: &Source) -> Html {
    let title = view.source_title(source);
    let is_named = view.dispute.apart(&source.id).more;
    let language = (!is_named).then(|| source.language.as_str().to_owned());
    match &source.link {
        Link::At(address) if is_named => html! {
            <>
                { " (" }
                <a href={address.clone()} rel="external noopener noreferrer" aria-label={(view.words.original_of)(&title)}>
                    { view.words.original }
                </a>
                { ")" }
            </>
        },
        Link::At(address) => html! {
            <>
                { ", " }
                <a href={address.clone()} rel="external noopener noreferrer" lang={language} dir="auto">
                    { text(&format!("“{}”", source.headline)) }
                </a>
            </>
        },
        Link::NotRecorded(_) if is_named => Html::default(),
        Link::NotRecorded(_) => html! {
            <>{ ", " }<cite lang={language} dir="auto">{ text(&format!("“{}”", source.headline)) }</cite></>
        },
    }
}

/// The first hop.
fn said(view: View<'_>, speaker: &str, summarised_by: Option<&str>, chain: &Chain) -> String {
    let mut said = view.words.first_hop(speaker, chain, summarised_by);
    if let Some(how) = &chain.said.how {
        said.push_str(", ");
        said.push_str(how);
    }
    said
}

/// The outlet's own verb, as its own.
fn verb(view: View<'_>, outlet: Option<&str>, verb: Option<&str>) -> Html {
    verb.map_or_else(Html::default, |verb| {
        text(&format!(" ({})", (view.words.wrote)(outlet, verb)))
    })
}

/// The same in a line, without the source that was read: who said it to whom and
/// who passed it on.
pub(super) fn chain_line(view: View<'_>, speaker: &str, chain: &Chain) -> String {
    let words = view.words;
    let relays = chain.relays.iter().map(|relay| {
        let by = view.dispute.outlet_name(&relay.by);
        let by = by.unwrap_or(words.not_stated);
        let verb = relay.verb.as_deref();
        let verb = verb.map_or_else(String::new, |verb| {
            format!(" ({})", (words.wrote)(None, verb))
        });
        format!("{}{verb}", (words.relay)(relay.kind, by))
    });
    let hops: Vec<String> = std::iter::once(said(view, speaker, None, chain))
        .chain(relays)
        .collect();
    hops.join(", ")
}
