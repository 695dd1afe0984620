//! A dispute as a single HTML file: the explainer's page with the styles, the app
//! and the share tools of the other pages inlined. It makes no requests, so it opens
//! from a folder, a mail attachment or an archive.

use std::io::Write;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::{Compression, GzBuilder};

use super::escape::escape;
use super::{Site, head, inline};
use says_who_bundle::integrity;
use says_who_routes::{Base, Route};
use says_who_view::direction;
use says_who_view::dom::id;
use says_who_view::pages::Page;

/// The tag near the start of a single file that identifies it: such a file may be
/// overwritten by a new one.
pub const SINGLE_FILE_MARKER: &str = r#"<meta name="generator" content="Says Who, one file">"#;

/// The single file of the first dispute of `site`, which should have no other.
pub(super) fn single_file(site: &Site<'_>) -> Result<String> {
    let bundle = site.bundle;
    let manifest = &bundle.manifest;
    let dispute = site.library.disputes.first();
    let route = Route::Dispute(dispute.context("there is no dispute")?.id.clone());
    let page = Page::at(site.library, &route);

    let base: Base = match site.origin {
        None => "#".parse()?,
        Some(origin) => format!("#{origin}{}", site.base.as_str())
            .parse()
            .with_context(|| {
                format!("`{origin}` is not an origin; expected a scheme and host, such as https://example.org")
            })?,
    };
    let copy = Site {
        base: &base,
        // The base already contains the origin.
        origin: site.origin.map(|_| ""),
        ..site.clone()
    };
    let body = copy.app_root(&route);
    let tools = copy.share_tools();

    let head = match site.origin {
        Some(_) => head::head(site, &page, &route),
        // No Open Graph tags: link previews need a URL.
        None => format!(
            r#"<title>{}</title><meta name="description" content="{}">"#,
            escape(&page.meta().title),
            escape(&page.preview().description),
        ),
    };
    let styles = site.inline_style;
    let script = inline::script(bundle.text(&manifest.boot_single)?)?;
    let wasm = packed(bundle.contents(&manifest.app_wasm)?)?;
    let icon = bundle.text(&manifest.icon)?;
    Ok(format!(
        r#"<!DOCTYPE html>
<html lang="{}" dir="{}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">{SINGLE_FILE_MARKER}{head}<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{}"><style>{styles}</style></head>
<body>{}{body}<template id="{}">{tools}</template>
<script type="application/gzip" id="{}">{wasm}</script>
<script type="module">{script}</script></body></html>
"#,
        escape(&page.meta().language),
        direction::for_page(&page),
        integrity(script.as_bytes()),
        site.style_digest,
        BASE64_STANDARD.encode(icon.trim()),
        copy_notice(site, &page, &route),
        id::SHARE_TOOLS_TEMPLATE,
        id::APP_WASM,
    ))
}

/// The line above the page: that this is a copy, its as-of date, and the URL of the
/// original.
fn copy_notice(site: &Site<'_>, page: &Page<'_>, route: &Route) -> String {
    let words = page.words();
    let as_of = page.dispute().map_or_else(String::new, |dispute| {
        format!("{}. ", words.as_of_phrase(dispute))
    });
    let from = site.origin.map_or_else(String::new, |_| {
        let address = escape(&site.address(&site.base.href(route)));
        format!(r#" {} <a href="{address}">{address}</a>"#, words.made_from)
    });
    format!(
        r#"<section class="one-file" aria-label="{}"><p>{}{}{from}</p></section>"#,
        escape(words.this_copy),
        escape(&as_of),
        escape(words.one_file),
    )
}

/// The app as text, for `web/boot-single.js`: gzip in Base64.
fn packed(wasm: &[u8]) -> Result<String> {
    let mut packed = GzBuilder::new().write(Vec::new(), Compression::best());
    packed.write_all(wasm)?;
    Ok(BASE64_STANDARD.encode(packed.finish()?))
}
