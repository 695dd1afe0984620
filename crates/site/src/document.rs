//! The HTML document around a page: the head that all pages share, and the body.

use says_who_bundle::Manifest;

use super::Site;
use super::escape::escape;

/// The Content Security Policy of every page: only the site's own files, the style sheet
/// in the page itself, and no script in it except data. A page without styles of its own
/// needs their digest too: the app reads other pages in it.
fn policy(site: &Site<'_>) -> String {
    let style = &site.style_digest;
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' '{style}'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types says-who"
    )
}

/// Where the styles of a page are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Styles {
    /// In the page, for pages that readers come to first: on a slow line it appears
    /// earlier by the time of a request.
    Inline,
    /// From the style sheet, which is loaded once for many pages.
    Linked,
}

/// What differs from page to page.
pub(super) struct Document<'a> {
    pub(super) language: &'a str,
    /// The text direction.
    pub(super) direction: &'a str,
    /// The tags for tabs, search engines and link previews.
    pub(super) head: &'a str,
    /// The structured data. It comes last in the head, after the tags that start
    /// loading the page's assets.
    pub(super) data: &'a str,
    /// The app's root element.
    pub(super) root: &'a str,
    /// Where its styles are.
    pub(super) styles: Styles,
}

impl Document<'_> {
    /// The whole document. `offline_script` is the tag of the script that registers the
    /// service worker, or empty.
    pub(super) fn html(&self, site: &Site<'_>, offline_script: &str) -> String {
        let manifest = &site.bundle.manifest;
        let base = escape(site.base.as_str());
        let Self {
            direction,
            head,
            data,
            root,
            ..
        } = self;
        let language = escape(self.language);
        let style = match self.styles {
            Styles::Inline => {
                let (sheet, style) = (&manifest.style.name, site.inline_style);
                format!(r#"<style data-href="{base}{sheet}">{style}</style>"#)
            }
            Styles::Linked => style_sheet_link(site),
        };
        let policy = policy(site);
        let icon = &manifest.icon.name;
        let boot = &manifest.boot.name;
        let app = app_tags(manifest, &base);
        // No `referrer`: other sites don't learn which page a reader came from.
        format!(
            r#"<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">{head}{style}<link rel="icon" type="image/svg+xml" href="{base}{icon}">{app}<script type="module" async src="{base}{boot}"></script>{data}{offline_script}</head><body>{root}</body></html>
"#
        )
    }
}

/// The link to the style sheet. Like `web/boot.js` it has no integrity attribute:
/// archives and proxies may add a comment to either, and in an iframe with an opaque
/// origin a request with one fails. `web/boot.js` checks the digest of the app.
pub(super) fn style_sheet_link(site: &Site<'_>) -> String {
    let (base, name) = (escape(site.base.as_str()), &site.bundle.manifest.style.name);
    format!(r#"<link rel="stylesheet" href="{base}{name}">"#)
}

/// The tags that name the app for `web/boot.js`, and load it at once. With a low
/// priority: on a slow line it must not delay the page.
fn app_tags(manifest: &Manifest, base: &str) -> String {
    let (name, integrity) = (&manifest.app_wasm.name, &manifest.app_wasm.integrity);
    format!(
        r#"<meta name="app-wasm" content="{base}{name}" data-integrity="{integrity}"><link rel="preload" as="fetch" crossorigin fetchpriority="low" href="{base}{name}">"#
    )
}
