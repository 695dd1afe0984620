//! Everything that can be sent of an item: its link, its words, its citation,
//! a frame.

use yew::prelude::*;

use super::addressed;
use super::item_controls::{Copies, copy_button};
use crate::citations::{self, Format};
use crate::dom::class;
use crate::share::{self, Text};
use crate::subject::Subject;
use crate::view::View;

/// The tools, drawn alike on an item's page and in the panel.
pub(crate) fn share_tools(view: View<'_>, subject: &Subject<'_>) -> Html {
    let words = view.words;
    // Beside a page lie files; one file that does not know the site has neither.
    let page = view.base.page(&view.route(subject));
    let title = view.title(subject);
    let sent = view.sent(subject);
    let (report, report_to) = match view.report(subject) {
        Some(report) => (report, (words.report_to)(view.site.publisher.as_deref())),
        None => (view.how_to_report(), words.report_head.to_owned()),
    };
    let button = |what: Text, label: &'static str| {
        copy_button(view, what, subject, label, &title, Copies::Shown)
    };
    let formats = Format::ALL.into_iter().map(|format| {
        html! {
            <li>
                <a href={page.as_ref().map(|page| format!("{page}{}", format.file()))}>
                    { (words.citation_format)(format) }
                </a>
                { " " }
                { copy_button(
                    view,
                    Text::Citation(format),
                    subject,
                    words.copy,
                    (words.citation_format)(format),
                    match format {
                        Format::Plain => Copies::Shown,
                        _ => Copies::This(citations::cite(view, subject, format)),
                    },
                ) }
            </li>
        }
    });
    html! {
        <dl class={class::SHARE} data-of={subject.name().to_owned()} data-title={title.clone()}>
            <div>
                <dt>{ words.address }</dt>
                <dd>
                    <a class={class::SHARE_TEXT} translate="no" href={view.sent_path(subject)}>{ addressed(&sent) }</a>
                    <p class="share__buttons">
                        { button(Text::Link, words.copy_link) }
                        <button type="button" class="control share__device" data-device={title.clone()}>
                            { words.share_device }
                        </button>
                    </p>
                </dd>
            </div>
            if let Some(quotation) = citations::quotation(view, subject) {
                <div>
                    <dt>{ words.quotation }</dt>
                    <dd>
                        <p class={class::SHARE_TEXT} dir="auto" translate="no">{ addressed(&quotation) }</p>
                        <p class="share__buttons">
                            { button(Text::Quotation, words.copy_quotation) }
                        </p>
                    </dd>
                </div>
            }
            <div>
                <dt>{ words.cite }</dt>
                <dd>
                    <p class={class::SHARE_TEXT} dir="auto" translate="no">
                        { addressed(&citations::cite(view, subject, Format::Plain)) }
                    </p>
                    <ul class="share__formats">{ for formats }</ul>
                </dd>
            </div>
            <div class="share__embed" hidden={page.is_none()}>
                <dt>{ words.embed }</dt>
                <dd>
                    <p>{ words.embed_lead }</p>
                    <p class={classes!(class::SHARE_TEXT, "share__text--code")} translate="no">
                        { addressed(&share::embed_code(view, subject)) }
                    </p>
                    <p class="share__buttons">
                        { button(Text::Embed, words.copy_embed) }
                        { copy_button(
                            view,
                            Text::Embed,
                            subject,
                            words.copy_fitted_embed,
                            &title,
                            Copies::This(share::fitted_embed_code(view, subject)),
                        ) }
                    </p>
                </dd>
            </div>
            <div>
                <dt>{ words.report_error }</dt>
                <dd><a href={report}>{ report_to }</a></dd>
            </div>
        </dl>
    }
}
