//! What one can do with an item: go to its page, copy its link, share, cite, report
//! an error.

use says_who_model::Id;
use yew::prelude::*;

use super::text;
use crate::dom::{class, id};
use crate::share::Text;
use crate::subject::Subject;
use crate::view::View;
use says_who_routes::Route;

/// The one control that every item has: “⋯”. It leads to the item's page, where all
/// one can do with it stands; the app shows that over the page instead.
pub(crate) fn more_link(view: View<'_>, id: &Id) -> Html {
    let subject = subject(view, id);
    let page = Route::Item(view.dispute.id.clone(), id.clone());
    let tools = tools(view.base.page(&page), &view.page(id));
    html! {
        <a
            class={class::MORE}
            href={tools}
            data-share={view.version(&subject)}
            aria-label={(view.words.more_of)(&view.title(&subject))}
        >
            { "⋯" }
        </a>
    }
}

/// The controls at the top of an item's own page, which has the tools below.
pub(crate) fn own_controls(view: View<'_>, id: &Id) -> Html {
    let words = view.words;
    html! {
        <p class={class::CONTROLS}>
            { copy_link(view, &subject(view, id), "") }
            <a href={format!("#{}", id::SHARE)}>{ words.share_and_cite }</a>
        </p>
    }
}

/// The controls of the whole explainer, whose tools stand on the share index.
pub(crate) fn whole_controls(view: View<'_>) -> Html {
    let words = view.words;
    html! {
        <p class={class::CONTROLS}>
            { copy_link(view, &Subject::Whole, words.whole_explainer) }
            <a href={tools(view.share(), "#")} data-share="">{ words.share_and_cite }</a>
        </p>
    }
}

/// Where the tools are that the panel shows, for those without script. In one
/// file that does not know the site nothing has any, and there the link stays
/// at its `place`; without script the style sheet hides it.
fn tools(page: Option<String>, place: &str) -> String {
    page.map_or_else(|| place.to_owned(), |page| format!("{page}#{}", id::SHARE))
}

/// A button that copies the link of `subject`.
pub(crate) fn copy_link(view: View<'_>, subject: &Subject<'_>, name: &str) -> Html {
    copy_button(
        view,
        Text::Link,
        subject,
        view.words.copy_link,
        name,
        Copies::This(view.sent(subject)),
    )
}

/// The item with this id. One that the dispute has not is none of an item.
fn subject<'a>(view: View<'a>, id: &Id) -> Subject<'a> {
    view.subject(id.as_str()).unwrap_or(Subject::Whole)
}

/// Where a button has from what it copies.
pub(crate) enum Copies {
    /// It is shown beside it.
    Shown,
    /// It stands on the button.
    This(String),
}

/// A button that copies `what` of `subject`. Without script it is not shown.
pub(crate) fn copy_button(
    view: View<'_>,
    what: Text,
    subject: &Subject<'_>,
    label: &'static str,
    name: &str,
    copies: Copies,
) -> Html {
    let text = match copies {
        Copies::Shown => None,
        Copies::This(text) => Some(text),
    };
    html! {
        <button
            type="button"
            class="control"
            data-copy={what.name()}
            data-item={subject.name().to_owned()}
            data-text={text}
        >
            { label }{ whose(view, name) }
        </button>
    }
}

/// Whose control it is; on a page about one thing it needs no saying.
fn whose(view: View<'_>, name: &str) -> Html {
    if name.is_empty() {
        return Html::default();
    }
    html! { <span class="visually-hidden">{ text(&(view.words.of)(name)) }</span> }
}
