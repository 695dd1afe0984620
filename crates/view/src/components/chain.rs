//! The chain of a statement: the hops from the speaker to the source that was read.

use says_who_model::{Chain, Link, Outlet, Source};
use yew::prelude::*;

use super::source_link::source_link_mid_sentence;
use super::text;
use crate::context::RenderContext;
use crate::dom::class;

/// The hops in order, punctuated so that they read as one sentence that begins with
/// the name `speaker`; `summarised_by` is the outlet that sums up in its own words.
/// The last hop is the publication, with its headline as the link.
pub(super) fn chain(
    context: RenderContext<'_>,
    speaker: &str,
    summarised_by: Option<&str>,
    chain: &Chain,
) -> Html {
    let words = context.words;
    let source = context.dispute.source(chain.source);
    let relays = chain.relays.iter().map(|relay| {
        let hop = match &relay.by {
            Outlet::Read(source) => {
                html! { <>{ (words.relay)(relay.kind, "") }{ source_link_mid_sentence(context, *source) }</> }
            }
            Outlet::Named(name) => text(&(words.relay)(relay.kind, name)),
            Outlet::NotStated => text(&(words.relay)(relay.kind, words.not_stated)),
        };
        let by = context.dispute.outlet_name(&relay.by);
        html! {
            <li class="chain__hop">{ hop }{ verb(context, by, relay.verb.as_deref()) }{ "," }</li>
        }
    });
    html! {
        <ol class={class::CHAIN}>
            <li class="chain__hop">{ text(&first_hop(context, speaker, summarised_by, chain)) }{ "," }</li>
            { for relays }
            <li class="chain__hop">
                { (words.relay)(chain.kind, "") }{ source_link_mid_sentence(context, chain.source) }
                { publication_link(context, source) }
                { verb(context, Some(&source.outlet), chain.verb.as_deref()) }
                { full_stop(context, chain) }
            </li>
        </ol>
    }
}

/// The full stop after the chain, unless it ends with a headline that has one.
fn full_stop(context: RenderContext<'_>, chain: &Chain) -> &'static str {
    let source = context.dispute.source(chain.source);
    let ends_with_headline =
        chain.verb.is_none() && !context.dispute.disambiguation(&source.id).more;
    if ends_with_headline && source.headline.ends_with('.') {
        ""
    } else {
        "."
    }
}

/// The link to the publication: its headline, or the word “original” if the headline
/// is already part of the source's title.
fn publication_link(context: RenderContext<'_>, source: &Source) -> Html {
    let title = context.source_title(source);
    let is_named = context.dispute.disambiguation(&source.id).more;
    let language = (!is_named).then(|| source.language.as_str().to_owned());
    match &source.link {
        Link::At(address) if is_named => html! {
            <>
                { " (" }
                <a href={address.clone()} rel="external noopener noreferrer" aria-label={(context.words.original_of)(&title)}>
                    { context.words.original }
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

/// The first hop, as a text.
fn first_hop(
    context: RenderContext<'_>,
    speaker: &str,
    summarised_by: Option<&str>,
    chain: &Chain,
) -> String {
    let mut said = context.words.first_hop(speaker, chain, summarised_by);
    if let Some(how) = &chain.said.how {
        said.push_str(", ");
        said.push_str(how);
    }
    said
}

/// The outlet's own verb, in quotation marks.
fn verb(context: RenderContext<'_>, outlet: Option<&str>, verb: Option<&str>) -> Html {
    verb.map_or_else(Html::default, |verb| {
        text(&format!(" ({})", (context.words.wrote)(outlet, verb)))
    })
}

/// The chain as one line, without the source that was read: who said it to whom, and
/// who passed it on.
pub(super) fn chain_line(context: RenderContext<'_>, speaker: &str, chain: &Chain) -> String {
    let words = context.words;
    let relays = chain.relays.iter().map(|relay| {
        let by = context.dispute.outlet_name(&relay.by);
        let by = by.unwrap_or(words.not_stated);
        let verb = relay.verb.as_deref();
        let verb = verb.map_or_else(String::new, |verb| {
            format!(" ({})", (words.wrote)(None, verb))
        });
        format!("{}{verb}", (words.relay)(relay.kind, by))
    });
    let hops: Vec<String> = std::iter::once(first_hop(context, speaker, None, chain))
        .chain(relays)
        .collect();
    hops.join(", ")
}
