//! The line at the top of every printed page: the as-of date and the URL.

use says_who_routes::Route;
use yew::prelude::*;

use super::addressed;
use crate::context::RenderContext;
use crate::dom::class;

/// The line, which is hidden on screens. It has no URL in a single-file copy that
/// does not know its site's URL.
pub(crate) fn print_line(context: RenderContext<'_>, canonical: &Route) -> Html {
    let as_of = context.words.as_of_phrase(context.dispute);
    let address = context.base.page(canonical);
    let address = address.map(|path| format!(" · {}", context.absolute_url(&path)));
    html! {
        <p class={class::PRINT_LINE} aria-hidden="true">
            <span>{ as_of }{ addressed(&address.unwrap_or_default()) }</span>
        </p>
    }
}
