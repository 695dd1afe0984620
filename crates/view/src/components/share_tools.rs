//! Everything that can be shared of an item: its link, its words, its citation, its
//! embed code.

use says_who_model::Item;
use yew::prelude::*;

use super::addressed;
use super::item_controls::{CopySource, copy_button};
use crate::citations::{self, Format};
use crate::comparison::{ComparisonQuery, WordingId};
use crate::context::RenderContext;
use crate::direction;
use crate::dom::class;
use crate::error_report::contact_rel;
use crate::shareable::Shareable;
use crate::words::Message;
use crate::{copyable::Copyable, embed_code};

/// The share tools, which are the same on an item's page and in the dialog.
//
// Long because it is one list, in the order of the page.
pub(crate) fn share_tools(context: RenderContext<'_>, shareable: &Shareable<'_>) -> Html {
    let words = context.words;
    // The files are beside a page; a single-file copy that does not know its site's
    // URL has neither.
    let page = context.base.page(&context.route_to(shareable));
    let title = context.title(shareable);
    let dir = direction::for_language(&context.dispute.language);
    let sent = context.share_url(shareable);
    let (report, report_to) = match context.report_url(shareable) {
        Some(report) => (report, (words.report_to)(context.site.publisher.as_deref())),
        None => (context.how_to_report_url(), words.report_head.to_owned()),
    };
    let button = |what: Copyable, label: &'static str| {
        copy_button(
            context,
            what,
            shareable,
            label,
            &title,
            CopySource::Adjacent,
        )
    };
    let formats = Format::ALL.into_iter().map(|format| {
        html! {
            <li>
                <a href={page.as_ref().map(|page| format!("{page}{}", format.file_name()))}>
                    { (words.citation_format)(format) }
                </a>
                { " " }
                { copy_button(
                    context,
                    Copyable::Citation(format),
                    shareable,
                    words.copy,
                    (words.citation_format)(format),
                    match format {
                        Format::Plain => CopySource::Adjacent,
                        _ => CopySource::Inline(citations::cite(context, shareable, format)),
                    },
                ) }
            </li>
        }
    });
    html! {
        <dl class={class::SHARE} data-of={shareable.data_item().to_owned()} data-title={title.clone()}>
            <div>
                <dt>{ words.address }</dt>
                <dd>
                    <a class={class::SHARE_TEXT} translate="no" href={context.share_path(shareable)}>{ addressed(&sent) }</a>
                    <p class="share__buttons">
                        { button(Copyable::Link, words.copy_link) }
                        <button type="button" class="control share__device" data-device={title.clone()}>
                            { words.share_device }
                        </button>
                    </p>
                </dd>
            </div>
            if let Some(quotation) = citations::quotation(context, shareable) {
                <div>
                    <dt>{ words.quotation }</dt>
                    <dd>
                        <p class={class::SHARE_TEXT} {dir} translate="no">{ addressed(&quotation) }</p>
                        <p class="share__buttons">
                            { button(Copyable::Quotation, words.copy_quotation) }
                        </p>
                    </dd>
                </div>
            }
            <div>
                <dt>{ words.cite }</dt>
                <dd>
                    <p class={class::SHARE_TEXT} {dir} translate="no">
                        { addressed(&citations::cite(context, shareable, Format::Plain)) }
                    </p>
                    <ul class="share__formats">{ for formats }</ul>
                </dd>
            </div>
            <div class="share__embed" hidden={page.is_none()}>
                <dt>{ words.embed }</dt>
                <dd>
                    <p>{ words.embed_lead }</p>
                    <p class={classes!(class::SHARE_TEXT, "share__text--code")} translate="no">
                        { addressed(&embed_code::embed_code(context, shareable)) }
                    </p>
                    <p class="share__buttons">
                        { button(Copyable::Embed, words.copy_embed) }
                        { copy_button(
                            context,
                            Copyable::Embed,
                            shareable,
                            words.copy_auto_height_embed,
                            &title,
                            CopySource::Inline(embed_code::auto_height_embed_code(context, shareable)),
                        ) }
                    </p>
                </dd>
            </div>
            if let Some(compare) = compare_url(context, shareable) {
                <div class="share__compare">
                    <dt>{ (words.message)(Message::Compare) }</dt>
                    <dd><a href={compare}>{ words.compare_with_another }</a></dd>
                </div>
            }
            <div>
                <dt>{ words.report_error }</dt>
                <dd><a rel={contact_rel(&report)} href={report}>{ report_to }</a></dd>
            </div>
        </dl>
    }
}

/// Where a statement is compared with others; `None` for anything else.
fn compare_url(context: RenderContext<'_>, shareable: &Shareable<'_>) -> Option<String> {
    let Shareable::Item(Item::Statement(place)) = shareable else {
        return None;
    };
    let query = ComparisonQuery::Two(WordingId::own(place.statement.id.clone()), None);
    Some(context.explainer_url_with(&query.merge_into("")))
}
