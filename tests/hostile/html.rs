//! The HTML of every page: its security policy, and its external links.

use std::fs;

use says_who_tests::{files, site};

use crate::parsing;

/// The first two `<meta>` elements of every page are the character encoding and the
/// content security policy.
#[test]
fn every_page_starts_with_its_security_policy() {
    for html in pages() {
        let mut tags = parsing::tokens(&html.1)
            .into_iter()
            .skip_while(|token| !token.starts_with("<meta"));
        let (name, first, second) = (html.0, tags.next().unwrap(), tags.next().unwrap());
        assert_eq!(first, "<meta charset=\"utf-8\"", "{name}");
        assert!(
            second.contains("Content-Security-Policy"),
            "{name}: {second}"
        );
        let policy = second.split_once("content=\"").unwrap().1;
        let policy = policy.split('"').next().unwrap();
        let directives: Vec<Vec<&str>> = policy
            .split(';')
            .map(|directive| directive.split_whitespace().collect())
            .collect();
        for needed in ["default-src", "base-uri", "form-action"] {
            assert!(
                directives.contains(&vec![needed, "'none'"]),
                "{name}: {policy}"
            );
        }
        // Only the site's own files, and inline only the style sheet. `says-who` is the
        // Trusted Types policy that `offline.js` creates for its one URL.
        let allowed = [
            "'none'",
            "'self'",
            "'wasm-unsafe-eval'",
            "'script'",
            "says-who",
        ];
        let is_framed = name.contains("/embed/");
        for directive in &directives {
            for source in &directive[1..] {
                // An embed page has an inline script. Its style sheet may come from any
                // host, because WebKit doesn't match `'self'` in a sandbox.
                let style = directive[0] == "style-src" && source.starts_with("'sha256-");
                let framed = match directive[0] {
                    "script-src" => source.starts_with("'sha256-"),
                    "style-src" => ["http:", "https:"].contains(source),
                    _ => false,
                };
                assert!(
                    allowed.contains(source) || if is_framed { framed } else { style },
                    "{name}: {source}"
                );
            }
        }
        if !is_framed {
            // In browsers with Trusted Types, no text can become script.
            let trusted = vec!["require-trusted-types-for", "'script'"];
            assert!(directives.contains(&trusted), "{name}: {policy}");
        }
        let referrer = parsing::tokens(&html.1).into_iter().any(|token| {
            token.contains(" name=\"referrer\"") && token.contains(" content=\"no-referrer\"")
        });
        assert!(referrer, "{name} sends a referrer");
    }
}

/// External links are marked with `rel`, and give the other site neither `opener` nor
/// referrer.
#[test]
fn every_external_link_is_marked() {
    let mut external_links = 0;
    for (name, html) in pages() {
        for token in parsing::tokens(&html) {
            if token.starts_with("<a ") && token.contains(" href=\"http") {
                // Links to the site itself are absolute if its origin is configured.
                if token.contains(" href=\"https://example.org/repo/") {
                    continue;
                }
                let rel = " rel=\"external noopener noreferrer";
                assert!(token.contains(rel), "{name}: {token}");
                external_links += 1;
            }
        }
    }
    assert!(external_links > 20);
}

/// The path and HTML of every page of three sites.
fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for site in ["a-b", "repo", "stress", "keys"].map(site) {
        for file in files(&site) {
            if file.extension().is_some_and(|e| e == "html") {
                let html = fs::read_to_string(&file).unwrap();
                pages.push((file.display().to_string(), html));
            }
        }
    }
    assert!(pages.len() > 100);
    pages
}
