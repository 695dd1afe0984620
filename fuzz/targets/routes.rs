//! Any text as an address: its route round-trips, and the page to which it resolves
//! below a dispute resolves to itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use says_who_routes::{
    Base, DisputePath, Resolved, Route, fingerprint_in_query, fragment, query_in_path,
};

fuzz_target!(|text: &str| {
    let route = Route::parse(text);
    assert_eq!(Route::parse(&route.to_string()), route);
    let _ = (
        fragment(text),
        fingerprint_in_query(text),
        fingerprint_in_query(&query_in_path(text)),
    );
    let is_dispute = |name: &str| name == "bridge";
    let is_item = |name: &str| ["who", "who-pays", "tolls"].contains(&name);
    if let Some(path) = DisputePath::parse(text, &is_dispute)
        && let Resolved::Page(route) = path.resolve(&is_item)
    {
        let again = DisputePath::parse(&route.to_string(), &is_dispute).expect("the same dispute");
        assert_eq!(again.resolve(&is_item), Resolved::Page(route));
    }
    if let Ok(base) = text.parse::<Base>() {
        assert!(base.href(&route).starts_with(base.as_str()));
    }
});
