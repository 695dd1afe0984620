//! What one can do with an item: go to its page, copy its link, share, cite.

use says_who_model::Id;
use yew::prelude::*;

use super::text;
use crate::routes::Route;
use crate::view::View;

/// The id of the part of an item's page that the controls lead to.
pub(crate) const SHARE: &str = "_share";

/// The controls of an item. `name` says whose they are to those who hear them
/// one by one. Without script two of them are plain links.
pub(crate) fn item_controls(view: View<'_>, id: &Id, name: &str) -> Html {
    let words = view.words;
    let own = if view.base.is_one_file() {
        words.place
    } else {
        words.permalink
    };
    let page = Route::Item(view.dispute.id.clone(), id.clone());
    html! {
        <p class="controls">
            <a href={view.page(id)}>{ own }{ whose(view, name) }</a>
            { copy_button(view, "link", id.as_str(), words.copy_link, name) }
            { share_control(view, view.base.page(&page), id.as_str(), name) }
        </p>
    }
}

/// The controls at the top of an item's own page, which has the tools below.
pub(crate) fn own_controls(view: View<'_>, id: &Id) -> Html {
    let words = view.words;
    html! {
        <p class="controls">
            { copy_button(view, "link", id.as_str(), words.copy_link, "") }
            <a href={format!("#{SHARE}")}>{ words.share_and_cite }</a>
        </p>
    }
}

/// The controls of the whole explainer, whose tools stand on the share index.
pub(crate) fn whole_controls(view: View<'_>) -> Html {
    let words = view.words;
    html! {
        <p class="controls">
            { copy_button(view, "link", "", words.copy_link, words.whole_explainer) }
            { share_control(view, view.share(), "", "") }
        </p>
    }
}

/// What opens the panel for the item `id`. Without script it leads to the tools
/// on `page`, where that has a known address.
fn share_control(view: View<'_>, page: Option<String>, id: &str, name: &str) -> Html {
    let label = view.words.share_and_cite;
    let id = id.to_owned();
    match page {
        Some(page) => html! {
            <a href={format!("{page}#{SHARE}")} data-share={id}>{ label }{ whose(view, name) }</a>
        },
        None => html! {
            <button type="button" class="control" data-share={id}>
                { label }{ whose(view, name) }
            </button>
        },
    }
}

/// A button that copies `what` of the item `id`; both names are read by the
/// code that copies. Without script it is not shown.
pub(crate) fn copy_button(
    view: View<'_>,
    what: &'static str,
    id: &str,
    label: &'static str,
    name: &str,
) -> Html {
    html! {
        <button type="button" class="control" data-copy={what} data-item={id.to_owned()}>
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
