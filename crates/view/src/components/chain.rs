//! The chain of a statement: the hops from the speaker to the source that was read.

use says_who_model::{Chain, Circumstances, Link, Outlet, Relay, Source, Step};
use yew::prelude::*;

use super::source_link::source_link_mid_sentence;
use super::text;
use crate::context::RenderContext;
use crate::direction;
use crate::dom::class;
use crate::words::{begins_sentence, mark_before, quoted_headline};

/// The hops in order, punctuated so that they read as one sentence that begins with
/// the name `speaker`; `summarised_by` is the outlet that sums up in its own words.
/// The last hop is the publication, with its headline as the link. A hop that is not known is a sentence of its own.
pub(super) fn chain(
    context: RenderContext<'_>,
    speaker: &str,
    summarised_by: Option<&str>,
    chain: &Chain,
) -> Html {
    let words = context.words;
    let source = context.dispute.source(chain.source);
    let first = words.first_hop(speaker, chain, summarised_by);
    let steps = chain.steps.iter().enumerate().map(|(index, step)| {
        let hop = match step {
            Step::Unknown(reason) => {
                text(&words.unknown_step(context.dispute, speaker, chain, index, reason))
            }
            Step::Relay(relay) => relay_hop(context, relay, begins_sentence(chain, index)),
        };
        html! { <li class="chain__hop">{ hop }{ mark_before(chain, index + 1) }</li> }
    });
    let begins = begins_sentence(chain, chain.steps.len());
    html! {
        <ol class={class::CHAIN}>
            if let Some(first) = first {
                <li class="chain__hop">{ text(&first) }{ mark_before(chain, 0) }</li>
            }
            { for steps }
            <li class="chain__hop">
                { words.relay_hop(chain.kind, "", begins) }{ source_link_mid_sentence(context, chain.source) }
                { publication_link(context, source) }
                { words.hop_details(chain.at.as_deref(), &chain.circumstances) }
                { verb(context, Some(&source.outlet), chain.verb.as_deref()) }
                { full_stop(context, chain) }
            </li>
        </ol>
    }
}

/// A hop between the speaker and the source that was read.
fn relay_hop(context: RenderContext<'_>, relay: &Relay, begins: bool) -> Html {
    let words = context.words;
    let hop = match &relay.by {
        Outlet::Read(source) => html! {
            <>{ words.relay_hop(relay.kind, "", begins) }{ source_link_mid_sentence(context, *source) }</>
        },
        Outlet::Named(name) => text(&words.relay_hop(relay.kind, name, begins)),
        Outlet::NotStated => text(&words.relay_hop(relay.kind, words.not_stated, begins)),
    };
    let by = context.dispute.outlet_name(&relay.by);
    let details = words.hop_details(relay.at.as_deref(), &relay.circumstances);
    html! { <>{ hop }{ text(&details) }{ verb(context, by, relay.verb.as_deref()) }</> }
}

/// The full stop after the chain, unless it ends with a headline that has one.
fn full_stop(context: RenderContext<'_>, chain: &Chain) -> &'static str {
    let source = context.dispute.source(chain.source);
    let ends_with_headline = chain.verb.is_none()
        && chain.at.is_none()
        && chain.circumstances == Circumstances::default()
        && !context.dispute.disambiguation(&source.id).more;
    if ends_with_headline && source.headline.text().ends_with('.') {
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
    // A description is ours, so it is in the language of the page.
    let is_own = source.headline.is_known();
    let language = is_own.then(|| source.language.as_str().to_owned());
    let headline = quoted_headline(&source.headline);
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
                <a href={address.clone()} rel="external noopener noreferrer" lang={language} dir={direction::for_language(&source.language)}>
                    { text(&headline) }
                </a>
            </>
        },
        Link::NotRecorded(_) if is_named => Html::default(),
        Link::NotRecorded(_) if is_own => html! {
            <>{ ", " }<cite lang={language} dir={direction::for_language(&source.language)}>{ text(&headline) }</cite></>
        },
        Link::NotRecorded(_) => html! { <>{ ", " }{ text(&headline) }</> },
    }
}

/// The outlet's own verb, in quotation marks.
fn verb(context: RenderContext<'_>, outlet: Option<&str>, verb: Option<&str>) -> Html {
    verb.map_or_else(Html::default, |verb| {
        let outlet = outlet.map(|outlet| context.isolated(outlet));
        text(&format!(
            " ({})",
            (context.words.wrote)(outlet.as_deref(), verb)
        ))
    })
}

/// The chain as one line, without the source that was read: who said it to whom, and
/// who passed it on.
pub(super) fn chain_line(context: RenderContext<'_>, speaker: &str, chain: &Chain) -> String {
    let words = context.words;
    let mut line = words.first_hop(speaker, chain, None).unwrap_or_default();
    for (index, step) in chain.steps.iter().enumerate() {
        if !line.is_empty() {
            line.push_str(mark_before(chain, index));
            line.push(' ');
        }
        match step {
            Step::Unknown(reason) => {
                line.push_str(&words.unknown_step(context.dispute, speaker, chain, index, reason));
            }
            Step::Relay(relay) => {
                let by = context.dispute.outlet_name(&relay.by);
                let by = by.unwrap_or(words.not_stated);
                line.push_str(&words.relay_hop(relay.kind, by, begins_sentence(chain, index)));
                line.push_str(&words.hop_details(relay.at.as_deref(), &relay.circumstances));
                if let Some(verb) = &relay.verb {
                    line.push_str(&format!(" ({})", (words.wrote)(None, verb)));
                }
            }
        }
    }
    line
}
