//! What stands at the head of every printed page: the as-of date and the address.

use yew::prelude::*;

use super::addressed;
use crate::dom::class;
use crate::view::View;
use says_who_routes::Route;

/// The line. On a screen it is not shown. Where one file does not know the site,
/// it has no address.
pub(crate) fn print_line(view: View<'_>, canonical: &Route) -> Html {
    let as_of = view.words.as_of_words(view.dispute);
    let address = view.base.page(canonical);
    let address = address.map(|path| format!(" · {}", view.absolute(&path)));
    html! {
        <p class={class::PRINT_LINE} aria-hidden="true">
            <span>{ as_of }{ addressed(&address.unwrap_or_default()) }</span>
        </p>
    }
}
