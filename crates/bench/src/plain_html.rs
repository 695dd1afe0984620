//! Removes the scripts from a page, to compare it with plain HTML.

/// Removes everything that only scripts need: the scripts, their preload links, the
/// `meta` elements they read, and the comments that mark components for hydration.
pub(crate) fn without_script(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(begin) = rest.find('<') {
        plain.push_str(&rest[..begin]);
        rest = &rest[begin..];
        if rest.starts_with("<!--") {
            rest = after(rest, "-->");
            continue;
        }
        let tag = tag(rest);
        if name(tag) == "script" {
            rest = after(rest, "</script>");
            continue;
        }
        if !is_for_script(tag) {
            plain.push_str(tag);
        }
        rest = &rest[tag.len()..];
    }
    plain.push_str(rest);
    plain
}

/// Whether a page has any element that [`without_script`] removes.
pub(crate) fn has_script(html: &str) -> bool {
    html.match_indices('<')
        .map(|(begin, _)| tag(&html[begin..]))
        .any(|tag| name(tag) == "script" || is_for_script(tag))
}

/// Adds `more` at the end of the head, and removes the integrity attributes of style
/// sheets, so that these may be changed. `None` if the page has no `</head>`.
pub(crate) fn append_to_head(html: &str, more: &str) -> Option<String> {
    let (head, rest) = html.split_once("</head>")?;
    let mut free = String::with_capacity(html.len() + more.len());
    let mut left = head;
    while let Some(begin) = left.find('<') {
        free.push_str(&left[..begin]);
        let tag = tag(&left[begin..]);
        left = &left[begin + tag.len()..];
        match attribute(tag, "integrity") {
            Some(digest) if attribute(tag, "rel") == Some("stylesheet") => {
                let quoted = format!("integrity=\"{digest}\"");
                free.push_str(
                    &tag.replace(&quoted, "")
                        .replace(&quoted.replace('"', ""), ""),
                );
            }
            _ => free.push_str(tag),
        }
    }
    free.push_str(left);
    Some(format!("{free}{more}</head>{rest}"))
}

/// The page with its own styles changed as by [`without_content_visibility`]. Its policy
/// then allows any styles in the page: it has the digest of the original ones.
pub(crate) fn with_everything_laid_out(html: &str) -> String {
    const POLICY: &str = "style-src 'self' '";
    let Some(changed) = without_content_visibility(html) else {
        return html.to_owned();
    };
    match changed.split_once(POLICY) {
        Some((before, rest)) => {
            format!("{before}{POLICY}unsafe-inline'{}", after(rest, "'"))
        }
        None => changed,
    }
}

/// Replaces `content-visibility: auto` with `visible` in a style sheet, so that
/// off-screen content is laid out too. `None` if nothing changes.
pub(crate) fn without_content_visibility(css: &str) -> Option<String> {
    const PROPERTY: &str = "content-visibility:";
    let mut changed = false;
    let mut parts = css.split(PROPERTY);
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let value = part.trim_start();
        all.push_str(PROPERTY);
        match value.strip_prefix("auto") {
            Some(rest) if !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-') => {
                changed = true;
                all.push_str("visible");
                all.push_str(rest);
            }
            _ => all.push_str(part),
        }
    }
    changed.then_some(all)
}

fn is_for_script(tag: &str) -> bool {
    match name(tag) {
        "link" => {
            let kind = attribute(tag, "as").unwrap_or_default();
            match attribute(tag, "rel").unwrap_or_default() {
                "modulepreload" => true,
                "preload" | "prefetch" => matches!(kind, "fetch" | "script" | "worker" | ""),
                _ => false,
            }
        }
        "meta" => attribute(tag, "name").is_some_and(|name| name.starts_with("app-")),
        _ => false,
    }
}

/// The tag at the start of a text, up to its `>`.
fn tag(text: &str) -> &str {
    let mut quote = None;
    for (index, letter) in text.char_indices() {
        match (letter, quote) {
            ('>', None) => return &text[..=index],
            ('"' | '\'', None) => quote = Some(letter),
            (_, Some(open)) if open == letter => quote = None,
            _ => {}
        }
    }
    text
}

/// The name of a tag; empty for an end tag.
fn name(tag: &str) -> &str {
    let inner = tag.trim_start_matches('<');
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    &inner[..end.unwrap_or(inner.len())]
}

/// The value of an attribute of a tag, quoted or not.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    loop {
        let at = rest.find(name)?;
        let begins = rest[..at].ends_with(|c: char| c.is_ascii_whitespace());
        let value = rest[at + name.len()..].strip_prefix('=');
        rest = &rest[at + name.len()..];
        if let Some(value) = value.filter(|_| begins) {
            return Some(match value.chars().next()? {
                quote @ ('"' | '\'') => value[1..].split(quote).next()?,
                _ => value.split([' ', '>', '\n']).next()?,
            });
        }
    }
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::{
        append_to_head, has_script, with_everything_laid_out, without_content_visibility,
        without_script,
    };

    /// A shortened example of a built page.
    const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A</title><meta name="app-data" content="/x/library-1.bin"><link rel="preload" as="fetch" crossorigin href="/x/library-1.bin" data-integrity="sha384-a"><meta name="description" content="a > b"><link rel="stylesheet" href="/x/main-1.css" integrity="sha384-b" crossorigin="anonymous"><link rel="icon" href="/x/icon-1.svg" type="image/svg+xml"><meta name="app-js" content="/x/app-1.js"><meta name="app-wasm" content="/x/app-1.wasm"><link rel=modulepreload href=/x/app-1.js integrity=sha384-c><link rel=preload href=/x/app-1.wasm as=fetch type=application/wasm><script type="module" src="/x/boot-1.js"></script></head><body><div id="app" data-base="/x/"><!--<[]>--><p>1 &lt; 2</p><!--</[]>--><details><summary>s</summary></details></div></body></html>"#;

    #[test]
    fn everything_for_scripts_is_removed_and_the_rest_kept() {
        assert!(has_script(PAGE));
        let plain = without_script(PAGE);
        assert!(!has_script(&plain), "{plain}");
        for gone in ["<script", ".js", ".wasm", ".bin", "app-", "<!--", "preload"] {
            assert!(!plain.contains(gone), "{gone} is in {plain}");
        }
        for kept in [
            "<!DOCTYPE html>",
            r#"<meta name="description" content="a > b">"#,
            r#"<link rel="stylesheet" href="/x/main-1.css""#,
            r#"<link rel="icon""#,
            r#"<div id="app" data-base="/x/"><p>1 &lt; 2</p><details>"#,
        ] {
            assert!(plain.contains(kept), "{kept} is not in {plain}");
        }
        assert_eq!(without_script(&plain), plain);
    }

    #[test]
    fn a_single_remnant_is_detected() {
        let plain = without_script(PAGE);
        for left in [
            "<script src=a></script>",
            "<link rel=modulepreload href=a>",
            "<link rel=preload as=fetch href=a>",
            "<meta name=app-js content=a>",
        ] {
            assert!(has_script(&format!("{plain}{left}")), "{left}");
        }
    }

    #[test]
    fn a_script_is_added_and_integrity_is_removed() {
        for page in [PAGE.to_owned(), PAGE.replace('"', "")] {
            let more = "<script src=\"p\"></script>";
            let page = append_to_head(&page, more).expect("a head");
            assert!(page.contains(&format!("{more}</head>")), "{page}");
            assert!(!page.contains("sha384-b"), "{page}");
            assert!(page.contains("sha384-c"), "{page}");
        }
        assert_eq!(append_to_head("<p>", ""), None);
    }

    #[test]
    fn content_visibility_is_replaced() {
        let css = ".a{content-visibility:auto;b:c}@media print{.a{content-visibility: visible}}";
        let all = without_content_visibility(css).expect("a change");
        assert_eq!(all, css.replace("auto", "visible"));
        assert_eq!(without_content_visibility(&all), None);
        assert_eq!(without_content_visibility(".a{color:red}"), None);
    }

    #[test]
    fn a_page_with_changed_styles_allows_them() {
        let page = |style: &str, policy: &str| {
            format!("<meta content=\"style-src 'self' '{policy}'; a\"><style>{style}</style>")
        };
        let own = page("p{content-visibility:auto}", "sha256-a=");
        let changed = page("p{content-visibility:visible}", "unsafe-inline");
        assert_eq!(with_everything_laid_out(&own), changed);
        let plain = page("p{color:red}", "sha256-a=");
        assert_eq!(with_everything_laid_out(&plain), plain);
    }
}
