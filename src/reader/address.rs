//! Reads and writes the query string of the address in view, and tells the app when it
//! changes.

use gloo::utils::{document, window};
use says_who_routes::substring::replace;
use says_who_routes::{fingerprint_in_query, query_with_fingerprint};
use says_who_view::filter::FilterQuery;

use super::app::{Action, dispatch};
use super::history::replace_address;

/// Holds a query that the browser refused to write into the address, after the
/// one that the address has, as `before#query`. Some browsers refuse for local
/// files, and all refuse when it is written too often.
const REFUSED: &str = "data-query";

/// The query with its `?`: the one of the address, unless a newer one was refused.
pub(super) fn text() -> String {
    let in_view = in_view();
    let kept = document()
        .document_element()
        .and_then(|html| html.get_attribute(REFUSED));
    match kept.as_deref().and_then(|kept| kept.split_once('#')) {
        Some((before, query)) if before == in_view => query.to_owned(),
        _ => in_view,
    }
}

/// Remembers `query` where it was not `written` into the address.
pub(super) fn remember(query: &str, written: bool) {
    if let Some(html) = document().document_element() {
        // Setting an attribute can only fail on an invalid name.
        let _ = if written {
            html.remove_attribute(REFUSED)
        } else {
            html.set_attribute(REFUSED, &format!("{}#{query}", in_view()))
        };
    }
}

/// Merges a query that was found in the path of a mangled address into the query
/// in view: its filter, and the version that the sender of the link saw.
pub(super) fn merge(query: &str) {
    let (in_view, asked) = (in_view(), FilterQuery::parse(query));
    let mut all = in_view.clone();
    if asked != FilterQuery::default() && FilterQuery::parse(&in_view) == FilterQuery::default() {
        all = asked.merge_into(&all);
    }
    if let Some(version) =
        fingerprint_in_query(query).filter(|_| fingerprint_in_query(&in_view).is_none())
    {
        let version = query_with_fingerprint(version);
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

/// The ends of an ampersand's numeric character references in HTML, after the `&`.
const NUMBERED: [&str; 4] = ["#38;", "#038;", "#x26;", "#X26;"];

/// Repairs an address in which `&#38;` cut the query: the `#` began the hash.
pub(super) fn repair() {
    let location = window().location();
    let (query, hash) = (in_view(), location.hash().unwrap_or_default());
    let rest = NUMBERED.iter().find_map(|number| hash.strip_prefix(number));
    let Some(rest) = rest.filter(|_| query.ends_with('&')) else {
        return;
    };
    // The hash has all that follow.
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

/// The filter that the address in view asks for.
pub(super) fn query() -> FilterQuery {
    FilterQuery::parse(&text())
}

/// Writes a filter into the address, in the same history entry.
pub(super) fn write_query(asked: &FilterQuery) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let query = text();
    let hash = location.hash().unwrap_or_default();
    let asked = asked.merge_into(&query);
    if asked != query {
        let written = replace_address(&format!("{path}{asked}{hash}"));
        remember(&asked, written);
        notify();
    }
}

/// Tells the app that the query may have changed.
pub(super) fn notify() {
    dispatch(Action::AddressChanged(text()));
}
