//! The frame of a page: `index.html` after Trunk has put in the names of its
//! files, with three places to fill.

use std::fmt;

use crate::pages::Meta;
use crate::routes::{Base, Route};

const LANGUAGE: &str = "%lang%";
const HEAD: &str = "<title>%head%</title>";
const PAGE: &str = "%page%";

/// The frame.
#[derive(Clone, Debug)]
pub struct Template(String);

/// A place that the frame must have once and does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TemplateError(&'static str);

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "index.html must have `{}` exactly once", self.0)
    }
}

impl std::error::Error for TemplateError {}

impl Template {
    /// Reads a frame.
    ///
    /// # Errors
    ///
    /// Names the first place that is missing or stands more than once.
    pub fn new(html: &str) -> Result<Self, TemplateError> {
        for place in [LANGUAGE, HEAD, PAGE] {
            if html.matches(place).count() != 1 {
                return Err(TemplateError(place));
            }
        }
        Ok(Self(quiet_preload(html)))
    }

    /// A whole page. `body` is the app's own HTML; `origin` is the scheme and
    /// host the site will have, where they are known.
    pub(super) fn fill(
        &self,
        meta: &Meta,
        route: &Route,
        base: &Base,
        origin: Option<&str>,
        body: &str,
    ) -> String {
        let root = format!(
            r#"<div id="app" data-base="{}" data-route="{}">{body}</div>"#,
            escape(base.as_str()),
            escape(&route.to_string()),
        );
        // The page comes last, so that nothing in it can pass for a place.
        self.0
            .replace(LANGUAGE, &escape(&meta.language))
            .replace(HEAD, &head(meta, base, origin))
            .replace(PAGE, &root)
    }
}

/// Gives the digest on the preload of the wasm another name. Browsers ignore
/// it there and complain on every page; `boot.js` checks it when it fetches.
fn quiet_preload(html: &str) -> String {
    html.split_inclusive('>')
        .map(|part| {
            let of_wasm = part.contains("<link") && part.contains("as=") && part.contains("fetch");
            if of_wasm {
                part.replace(" integrity=", " data-integrity=")
            } else {
                part.to_owned()
            }
        })
        .collect()
}

fn head(meta: &Meta, base: &Base, origin: Option<&str>) -> String {
    let (title, description) = (escape(&meta.title), escape(&meta.description));
    let mut head = format!(
        r#"<title>{title}</title><meta name="description" content="{description}"><meta property="og:title" content="{title}"><meta property="og:description" content="{description}"><meta property="og:type" content="article">"#
    );
    match (&meta.canonical, origin) {
        (Some(route), Some(origin)) => {
            let address = escape(&format!("{origin}{}", base.href(route)));
            head.push_str(&format!(
                r#"<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">"#
            ));
        }
        (Some(_), None) => {}
        (None, _) => head.push_str(r#"<meta name="robots" content="noindex">"#),
    }
    head
}

/// Text as it stands in HTML, in an element or between double quotes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
