//! The frame of a page: `index.html` after Trunk has put in the names of its
//! files, with five places to fill. Trunk makes it once for any base path.

use std::fmt;

use super::escape::escape;
use says_who_routes::Base;

/// What Trunk writes for the base path; `public_url` in Trunk.toml.
const BASE: &str = "/says-who.base/";

const LANGUAGE: &str = "%lang%";
const DIRECTION: &str = "%dir%";
const HEAD: &str = "<title>%head%</title>";
const DATA: &str = "</head>";
const PAGE: &str = "%page%";

/// All of them. The data for machines comes last in the head, where what the
/// page loads has been asked for.
const PLACES: [&str; 5] = [LANGUAGE, DIRECTION, HEAD, DATA, PAGE];

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
    /// Reads the frame of the pages of a site under `base`.
    ///
    /// # Errors
    ///
    /// Names the first place that is missing or stands more than once.
    pub fn new(html: &str, base: &Base) -> Result<Self, TemplateError> {
        for place in PLACES {
            if html.matches(place).count() != 1 {
                return Err(TemplateError(place));
            }
        }
        Ok(Self(without_preloads(&html.replace(BASE, base.as_str()))))
    }

    /// A whole page: its language and the way that is written, the tags of its
    /// head, the data in it for machines, the app's element.
    pub(super) fn fill(
        &self,
        language: &str,
        direction: &str,
        head: &str,
        data: &str,
        page: &str,
    ) -> String {
        let (language, data) = (escape(language), format!("{data}{DATA}"));
        let filling = [&language, direction, head, &data, page];
        // Once the room that it takes: pages can be large.
        let lengths = filling.map(str::len);
        let room = self.0.len() + lengths.iter().sum::<usize>();
        let mut filled = String::with_capacity(room);
        let mut rest = self.0.as_str();
        // In the order in which the places stand, so that nothing that is put
        // in can pass for one.
        loop {
            let places = PLACES.iter().zip(filling);
            let next = places.filter_map(|(place, filling)| {
                let at = rest.find(place)?;
                Some((at, at + place.len(), filling))
            });
            let Some((start, end, filling)) = next.min_by_key(|(start, ..)| *start) else {
                break;
            };
            filled.push_str(&rest[..start]);
            filled.push_str(filling);
            rest = &rest[end..];
        }
        filled.push_str(rest);
        filled
    }

    /// The links to the site's style sheet, for pages without the frame.
    pub(super) fn style_sheet(&self) -> String {
        let tags = self.0.split_inclusive('>').filter_map(|part| {
            let tag = &part[part.rfind("<link")?..];
            (tag.contains("rel=\"stylesheet\"") || tag.contains("rel=stylesheet")).then_some(tag)
        });
        tags.collect()
    }
}

/// Takes out the links by which Trunk has the program preloaded: on a slow line it
/// would come before the page that it is for. Their digests go to the `<meta>` tags
/// that name the two files, where `boot.js` reads them.
fn without_preloads(html: &str) -> String {
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

/// The text in its tags and what stands between them.
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

/// The value of an attribute, with or without quotation marks.
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
    use super::without_preloads;

    #[test]
    fn digests_go_from_the_preloads_to_the_names() {
        let frame = r#"<!doctype html><!-- a > b --><meta content=/app.js name=app-js><meta name="app-wasm" content="/app.wasm"><meta name="a" content="b"><link rel="stylesheet" href="/a.css"><script src="/boot.js"></script><link integrity="sha256-a=" href=/app.js rel=modulepreload><link rel="preload" href="/app.wasm" integrity="sha256-b=" as="fetch"><p>a</p>"#;
        assert_eq!(
            without_preloads(frame),
            r#"<!doctype html><!-- a > b --><meta data-integrity="sha256-a=" content=/app.js name=app-js><meta data-integrity="sha256-b=" name="app-wasm" content="/app.wasm"><meta name="a" content="b"><link rel="stylesheet" href="/a.css"><script src="/boot.js"></script><p>a</p>"#
        );
    }
}
