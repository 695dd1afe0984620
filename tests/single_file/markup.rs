//! The markup of the file: it loads nothing.

use std::fs;

use says_who_tests::site;

use crate::{WITH_SITE_URL, WITHOUT_SITE_URL, parsing};

/// The value of `attribute` in a token.
fn attribute<'t>(token: &'t str, attribute: &str) -> Option<&'t str> {
    token
        .split_once(&format!(" {attribute}=\""))?
        .1
        .split('"')
        .next()
}

#[test]
fn the_file_loads_nothing() {
    for name in [WITHOUT_SITE_URL, WITH_SITE_URL] {
        let html = fs::read_to_string(site(name)).unwrap();
        parsing::changes_nothing(&html, name);
        let tokens = parsing::tokens(&html);
        let policy = tokens
            .iter()
            .find(|token| token.contains("Content-Security-Policy"));
        let policy = attribute(policy.unwrap(), "content").unwrap();
        assert!(
            policy.starts_with("default-src 'none'; script-src 'sha256-"),
            "{policy}"
        );
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("self"),
            "{policy}"
        );
        // Skip the control whose attribute contains an embed code.
        let is_code = |token: &&String| token.contains(" data-copy=\"embed\"");
        let elements = tokens.iter().filter(|token| token.starts_with('<'));
        for token in elements.filter(|token| !is_code(token)) {
            let source = attribute(token, "src");
            assert!(
                source.is_none_or(|source| source.starts_with("data:image/")),
                "{name}: {token}"
            );
            assert_eq!(attribute(token, "style"), None, "{name}: {token}");
            if token.starts_with("<link") {
                let rel = attribute(token, "rel").unwrap();
                let named = ["canonical", "alternate"].contains(&rel) && name == WITH_SITE_URL;
                let inside = rel == "icon" && token.contains("href=\"data:");
                assert!(named || inside, "{name}: {token}");
            }
            for loads in ["<iframe", "<object", "<embed", "<base"] {
                assert!(!token.starts_with(loads), "{name}: {token}");
            }
        }
        // The style sheet's byte order mark is stripped.
        assert!(html.contains("<style>@layer "), "{name}");
        let scripts = tokens.iter().filter(|token| token.starts_with("<script"));
        let types: Vec<_> = scripts.map(|script| attribute(script, "type")).collect();
        // The data of the dispute, the words of the app, a data block with the wasm, and
        // the only script that runs.
        let expected = [
            "application/x-postcard",
            "application/x-messages",
            "application/gzip",
            "module",
        ];
        assert_eq!(types, expected.map(Some), "{name}");
        assert_eq!(html.contains("og:image"), name == WITH_SITE_URL);
    }
}
