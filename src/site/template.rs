//! The frame of a page: `index.html` after Trunk has put in the names of its
//! files, with five places to fill. Trunk makes it once for any base path.

use std::fmt;

use super::escape::escape;
use says_who_addresses::Base;

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
        Ok(Self(quiet_preload(&html.replace(BASE, base.as_str()))))
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
