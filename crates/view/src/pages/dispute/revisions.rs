//! The section on what has changed.

use says_who_model::Retired;
use yew::prelude::*;

use crate::components::{CONTENT, date, revision, text, time};
use crate::context::RenderContext;
use crate::exports::FEED_TYPE;

/// The revisions and the removed items: an old link to a removed item leads to the
/// entry that says why it was removed.
pub(super) fn revisions(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let gone = context
        .dispute
        .retired
        .iter()
        .filter_map(|retired| match retired {
            Retired::Tombstone { id, date, reason } => Some((id, *date, reason)),
            Retired::Alias { .. } => None,
        });
    let count = context.dispute.revisions.len() + gone.clone().count();
    html! {
        <>
            if let Some(last) = context.dispute.revisions.first() {
                <p>{ (words.last_changed)(&date(words, last.date)) }</p>
            }
            <details class="revisions-all">
                <summary>{ (words.all_changes)(count) }</summary>
                <ul class="revisions">
                    { for context.dispute.revisions.iter().map(|entry| revision(context, entry)) }
                    { for gone.map(|(id, on, reason)| html! {
                        <li class={CONTENT} id={id.as_str().to_owned()} tabindex="-1">
                            { time(words, on) }{ ". " }
                            <b>{ (words.gone_title)(id.as_str()) }</b>{ ". " }
                            { text(reason) }
                        </li>
                    }) }
                </ul>
            </details>
            <p hidden={!context.has_downloads()}>
                <a href={context.has_downloads().then(|| context.feed_url())} type={context.has_downloads().then_some(FEED_TYPE)}>{ words.feed }</a>
            </p>
        </>
    }
}
