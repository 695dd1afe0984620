//! The query of the address in view: read, replaced, and its changes told to
//! whoever draws by it.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use web_sys::Event;

use super::history::replace_address;
use says_who_routes::search::replace;
use says_who_routes::{as_sent, sent};
use says_who_view::filter::FilterQuery;

/// The event on the document that tells of another query.
const CHANGED: &str = "says-who-address";

/// Where a query is kept that the browser let nobody write into the address,
/// behind the one that stands there: some let a file write none, and all let
/// nobody write too often.
const KEPT: &str = "data-query";

/// The query with its mark: the one in view, unless another was kept out.
pub(super) fn text() -> String {
    let in_view = in_view();
    let kept = document()
        .document_element()
        .and_then(|html| html.get_attribute(KEPT));
    match kept.as_deref().and_then(|kept| kept.split_once('#')) {
        Some((before, query)) if before == in_view => query.to_owned(),
        _ => in_view,
    }
}

/// Holds by `query` also where it was not `written` into the address.
pub(super) fn hold(query: &str, written: bool) {
    if let Some(html) = document().document_element() {
        // An element that refuses an attribute leaves nobody to tell.
        let _ = if written {
            html.remove_attribute(KEPT)
        } else {
            html.set_attribute(KEPT, &format!("{}#{query}", in_view()))
        };
    }
}

/// Takes into the query of the address in view what came as a part of its path:
/// what is asked to be shown, and the version that the sender of a link saw.
pub(super) fn take_in(query: &str) {
    let (in_view, asked) = (in_view(), FilterQuery::parse(query));
    let mut all = in_view.clone();
    if asked != FilterQuery::default() && FilterQuery::parse(&in_view) == FilterQuery::default() {
        all = asked.within(&all);
    }
    if let Some(version) = sent(query).filter(|_| sent(&in_view).is_none()) {
        let version = as_sent(version);
        all = match all.is_empty() {
            true => version,
            false => format!("{all}&{}", version.trim_start_matches('?')),
        };
    }
    if all != in_view {
        let location = window().location();
        let path = location.pathname().unwrap_or_default();
        let hash = location.hash().unwrap_or_default();
        replace_address(&format!("{path}{all}{hash}"));
    }
}

/// How an ampersand ends that is escaped for HTML by its number.
const NUMBERED: [&str; 4] = ["#38;", "#038;", "#x26;", "#X26;"];

/// Puts a query together of which a `&#38;` made a hash.
pub(super) fn repair() {
    let location = window().location();
    let (query, hash) = (in_view(), location.hash().unwrap_or_default());
    let rest = NUMBERED.iter().find_map(|number| hash.strip_prefix(number));
    let Some(rest) = rest.filter(|_| query.ends_with('&')) else {
        return;
    };
    // Each one that follows is in what was taken for the hash as well.
    let rest = NUMBERED.iter().fold(rest.to_owned(), |rest, number| {
        replace(&rest, &format!("&{number}"), "&")
    });
    let (more, hash) = rest.split_at(rest.find('#').unwrap_or(rest.len()));
    let path = location.pathname().unwrap_or_default();
    replace_address(&format!("{path}{query}{more}{hash}"));
}

fn in_view() -> String {
    window().location().search().unwrap_or_default()
}

/// What the address in view asks to see.
pub(super) fn query() -> FilterQuery {
    FilterQuery::parse(&text())
}

/// Writes what is asked for into the address, in the same entry of the history.
pub(super) fn write_query(asked: &FilterQuery) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let query = text();
    let hash = location.hash().unwrap_or_default();
    let asked = asked.within(&query);
    if asked != query {
        let written = replace_address(&format!("{path}{asked}{hash}"));
        hold(&asked, written);
        notify();
    }
}

/// Tells that the address has another query.
pub(super) fn notify() {
    if let Ok(event) = Event::new(CHANGED) {
        // Nobody cancels it.
        let _ = document().dispatch_event(&event);
    }
}

/// Calls `then` whenever the query may be another one.
pub(super) fn on_change(mut then: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&document(), CHANGED, move |_| then())
}
