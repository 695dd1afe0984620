//! Any text as an address: a route that prints and reads back, and one answer
//! below a dispute.
#![no_main]

use libfuzzer_sys::fuzz_target;
use says_who_routes::{Asked, Base, Below, Route, fragment, query_in, sent};

fuzz_target!(|text: &str| {
    let route = Route::parse(text);
    assert_eq!(Route::parse(&route.to_string()), route);
    let _ = (fragment(text), sent(text), sent(&query_in(text)));
    let is_dispute = |name: &str| name == "bridge";
    let is_item = |name: &str| ["who", "who-pays", "tolls"].contains(&name);
    if let Some(asked) = Asked::read(text, &is_dispute)
        && let Below::Page(route) = asked.below(&is_item)
    {
        let again = Asked::read(&route.to_string(), &is_dispute).expect("the same dispute");
        assert_eq!(again.below(&is_item), Below::Page(route));
    }
    if let Ok(base) = text.parse::<Base>() {
        assert!(base.href(&route).starts_with(base.as_str()));
    }
});
