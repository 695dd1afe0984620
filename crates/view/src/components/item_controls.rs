//! The controls of an item: go to its page, copy its link, share, cite, report an
//! error.

use says_who_model::Id;
use says_who_routes::Route;
use yew::prelude::*;

use super::text;
use crate::context::RenderContext;
use crate::copyable::Copyable;
use crate::dom::{class, id};
use crate::shareable::Shareable;

/// The “⋯” link that every item has. It leads to the item's page, which has its
/// share tools; the app shows them in a dialog over the page instead.
pub(crate) fn more_link(context: RenderContext<'_>, id: &Id) -> Html {
    let shareable = item(context, id);
    let page = Route::Item(context.dispute.id.clone(), id.clone());
    let tools = share_tools_url(context.base.page(&page), &context.item_page_url(id));
    html! {
        <a
            class={class::ITEM_LINK}
            href={tools}
            data-share={context.version_query(&shareable)}
            aria-label={(context.words.more_of)(&context.title(&shareable))}
        >
            { "⋯" }
        </a>
    }
}

/// The controls at the top of an item's page, which has the share tools below.
pub(crate) fn item_page_controls(context: RenderContext<'_>, id: &Id) -> Html {
    let words = context.words;
    html! {
        <p class={class::CONTROLS}>
            { copy_link(context, &item(context, id), "") }
            <a href={format!("#{}", id::SHARE)}>{ words.share_and_cite }</a>
        </p>
    }
}

/// The controls of the explainer page, whose share tools are on the share index.
pub(crate) fn explainer_controls(context: RenderContext<'_>) -> Html {
    let words = context.words;
    html! {
        <p class={class::CONTROLS}>
            { copy_link(context, &Shareable::Whole, words.whole_explainer) }
            <a href={share_tools_url(context.share_index_url(), "#")} data-share="">{ words.share_and_cite }</a>
        </p>
    }
}

/// The URL of the share tools that the dialog shows, for readers without script. A
/// single-file copy that does not know its site's URL has no such page: the link
/// then leads to `fallback`, and the style sheet hides it without script.
fn share_tools_url(page: Option<String>, fallback: &str) -> String {
    page.map_or_else(
        || fallback.to_owned(),
        |page| format!("{page}#{}", id::SHARE),
    )
}

/// A button that copies the link of `shareable`.
pub(crate) fn copy_link(context: RenderContext<'_>, shareable: &Shareable<'_>, name: &str) -> Html {
    copy_button(
        context,
        Copyable::Link,
        shareable,
        context.words.copy_link,
        name,
        CopySource::Inline(context.share_url(shareable)),
    )
}

/// The item with this id. Every caller has the id from an item of the dispute, so
/// the fallback is never used.
fn item<'a>(context: RenderContext<'a>, id: &Id) -> Shareable<'a> {
    context
        .find_shareable(id.as_str())
        .unwrap_or(Shareable::Whole)
}

/// Where a copy button takes its text from.
pub(crate) enum CopySource {
    /// From the text beside it.
    Adjacent,
    /// From its own attribute.
    Inline(String),
}

/// A button that copies `what` of `shareable`. It is hidden without script.
pub(crate) fn copy_button(
    context: RenderContext<'_>,
    what: Copyable,
    shareable: &Shareable<'_>,
    label: &'static str,
    name: &str,
    source: CopySource,
) -> Html {
    let text = match source {
        CopySource::Adjacent => None,
        CopySource::Inline(text) => Some(text),
    };
    html! {
        <button
            type="button"
            class="control"
            data-copy={what.name()}
            data-item={shareable.data_item().to_owned()}
            data-text={text}
        >
            { label }{ item_label(context, name) }
        </button>
    }
}

/// Names the item of a control for screen readers; a page about one item needs none.
fn item_label(context: RenderContext<'_>, name: &str) -> Html {
    if name.is_empty() {
        return Html::default();
    }
    html! { <span class="visually-hidden">{ text(&(context.words.title_suffix)(name)) }</span> }
}
