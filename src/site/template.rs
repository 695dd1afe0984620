//! The frame of a page: `index.html` after Trunk has put in the names of its
//! files, with four places to fill. Trunk makes it once for any base path.

use std::fmt;

use super::escape::escape;
use crate::routes::Base;

/// What Trunk writes for the base path; `public_url` in Trunk.toml.
const BASE: &str = "/says-who.base/";

const LANGUAGE: &str = "%lang%";
const DIRECTION: &str = "%dir%";
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
    /// Reads the frame of the pages of a site under `base`.
    ///
    /// # Errors
    ///
    /// Names the first place that is missing or stands more than once.
    pub fn new(html: &str, base: &Base) -> Result<Self, TemplateError> {
        for place in [LANGUAGE, DIRECTION, HEAD, PAGE] {
            if html.matches(place).count() != 1 {
                return Err(TemplateError(place));
            }
        }
        Ok(Self(quiet_preload(&html.replace(BASE, base.as_str()))))
    }

    /// A whole page: its language and the way that is written, the tags of its
    /// head, the app's element.
    pub(super) fn fill(&self, language: &str, direction: &str, head: &str, page: &str) -> String {
        let language = escape(language);
        let places = [
            (LANGUAGE, language.as_str()),
            (DIRECTION, direction),
            (HEAD, head),
            (PAGE, page),
        ];
        // In one pass from start to end, so that nothing that is put in can pass
        // for a place.
        let mut filled = String::new();
        let mut rest = self.0.as_str();
        let next = |rest: &str| {
            let found = places
                .iter()
                .filter_map(|&(place, text)| Some((rest.find(place)?, place, text)));
            found.min_by_key(|&(at, ..)| at)
        };
        while let Some((at, place, text)) = next(rest) {
            filled.push_str(&rest[..at]);
            filled.push_str(text);
            rest = &rest[at + place.len()..];
        }
        filled + rest
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
