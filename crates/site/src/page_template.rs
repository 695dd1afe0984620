//! The page template: `index.html` after Trunk has inserted the names of its files,
//! with five placeholders. Trunk builds it once for any base path.

use std::fmt;

use super::escape::escape;
use says_who_routes::Base;

/// The placeholder that Trunk writes for the base path: `public_url` in Trunk.toml.
const BASE_PLACEHOLDER: &str = "/says-who.base/";

const LANGUAGE: &str = "%lang%";
const DIRECTION: &str = "%dir%";
const HEAD: &str = "<title>%head%</title>";
const DATA: &str = "</head>";
const PAGE: &str = "%page%";

/// All placeholders. The structured data comes last in the head, after the tags
/// that start loading the page's assets.
const PLACEHOLDERS: [&str; 5] = [LANGUAGE, DIRECTION, HEAD, DATA, PAGE];

/// The page template.
#[derive(Clone, Debug)]
pub struct Template(String);

/// A placeholder that the template doesn't have exactly once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TemplateError(&'static str);

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "index.html must contain `{}` exactly once", self.0)
    }
}

impl std::error::Error for TemplateError {}

impl Template {
    /// The template for the pages of a site under `base`.
    ///
    /// # Errors
    ///
    /// Names the first placeholder that is missing or occurs more than once.
    pub fn new(html: &str, base: &Base) -> Result<Self, TemplateError> {
        for placeholder in PLACEHOLDERS {
            if html.matches(placeholder).count() != 1 {
                return Err(TemplateError(placeholder));
            }
        }
        let html = html.replace(BASE_PLACEHOLDER, base.as_str());
        Ok(Self(remove_preloads(&html)))
    }

    /// A whole page, from its language, text direction, head tags, structured data
    /// and app root element.
    pub(super) fn fill(
        &self,
        language: &str,
        direction: &str,
        head: &str,
        data: &str,
        page: &str,
    ) -> String {
        let (language, data) = (escape(language), format!("{data}{DATA}"));
        let values = [&language, direction, head, &data, page];
        // Allocated once: pages can be large.
        let lengths = values.map(str::len);
        let capacity = self.0.len() + lengths.iter().sum::<usize>();
        let mut filled = String::with_capacity(capacity);
        let mut rest = self.0.as_str();
        // From first to last, in one pass, so that text in a value is never taken
        // for a placeholder.
        loop {
            let placeholders = PLACEHOLDERS.iter().zip(values);
            let next = placeholders.filter_map(|(placeholder, value)| {
                let start = rest.find(placeholder)?;
                Some((start, start + placeholder.len(), value))
            });
            let Some((start, end, value)) = next.min_by_key(|(start, ..)| *start) else {
                break;
            };
            filled.push_str(&rest[..start]);
            filled.push_str(value);
            rest = &rest[end..];
        }
        filled.push_str(rest);
        filled
    }

    /// The links to the site's style sheet, for pages that don't use the template.
    pub(super) fn style_sheet(&self) -> String {
        let is_style_sheet =
            |tag: &&str| tag.starts_with("<link") && attribute(tag, "rel") == Some("stylesheet");
        tags(&self.0).into_iter().filter(is_style_sheet).collect()
    }
}

/// Removes the links by which Trunk preloads the app: on a slow line the app would
/// delay the page. Their digests move to the `<meta>` tags that name the two files,
/// where `web/boot.js` reads them.
fn remove_preloads(html: &str) -> String {
    let is_preload = |tag: &str| {
        tag.starts_with("<link")
            && matches!(attribute(tag, "rel"), Some("modulepreload" | "preload"))
    };
    let (preloads, others): (Vec<_>, Vec<_>) =
        tags(html).into_iter().partition(|part| is_preload(part));
    let digest = |file: &str| {
        let link = preloads
            .iter()
            .find(|link| attribute(link, "href") == Some(file));
        attribute(link?, "integrity")
    };
    let with_digest = |tag: &str| {
        let file = attribute(tag, "content").filter(|_| tag.starts_with("<meta"));
        match file.and_then(digest) {
            Some(digest) => tag.replacen("<meta", &format!("<meta data-integrity=\"{digest}\""), 1),
            None => tag.to_owned(),
        }
    };
    others.into_iter().map(with_digest).collect()
}

/// Splits HTML into tags and the text between them.
fn tags(html: &str) -> Vec<&str> {
    let (mut tags, mut rest) = (Vec::new(), html);
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '<' => rest.find('>').map(|end| end + 1),
            _ => rest.find('<'),
        };
        let (tag, after) = rest.split_at(end.unwrap_or(rest.len()));
        tags.push(tag);
        rest = after;
    }
    tags
}

/// The value of an attribute, quoted or not.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let tag = tag.strip_suffix('>')?;
    let (_, after) = tag.split_once(&format!(" {name}="))?;
    match after.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => after.split(' ').next(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Template, remove_preloads};

    #[test]
    fn digests_move_from_preloads_to_meta_tags() {
        let frame = r#"<!doctype html><!-- a > b --><meta content=/app.js name=app-js><meta name="app-wasm" content="/app.wasm"><meta name="a" content="b"><link rel="stylesheet" href="/a.css"><script src="/boot.js"></script><link integrity="sha256-a=" href=/app.js rel=modulepreload><link rel="preload" href="/app.wasm" integrity="sha256-b=" as="fetch"><p>a</p>"#;
        assert_eq!(
            remove_preloads(frame),
            r#"<!doctype html><!-- a > b --><meta data-integrity="sha256-a=" content=/app.js name=app-js><meta data-integrity="sha256-b=" name="app-wasm" content="/app.wasm"><meta name="a" content="b"><link rel="stylesheet" href="/a.css"><script src="/boot.js"></script><p>a</p>"#
        );
    }

    #[test]
    fn a_style_sheet_is_found_minified_or_not() {
        for link in [
            r#"<link rel="stylesheet" href="/a.css" />"#,
            "<link data-integrity=none href=/a.css rel=stylesheet>",
        ] {
            let html = format!(r#"<link rel="icon" href="/a.svg">{link}<p>a</p>"#);
            assert_eq!(Template(html).style_sheet(), link);
        }
    }
}
