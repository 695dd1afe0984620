//! Any text as an address: a route that prints and reads back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use says_who::routes::{Base, Route, fragment, sent};

fuzz_target!(|text: &str| {
    let route = Route::parse(text);
    assert_eq!(Route::parse(&route.to_string()), route);
    let _ = (fragment(text), sent(text));
    if let Ok(base) = text.parse::<Base>() {
        assert!(base.href(&route).starts_with(base.as_str()));
    }
});
