//! Resolves a path that leads to no file: finds the dispute and the item that it
//! means, among those that exist.

use says_who_model::Id;

use crate::decode::decode_keeping_equals;
use crate::route::{FIGURES, PRINT, Route, SHARE, SPEAKERS, TIMELINE};
use crate::segment::{Segment, segments};

/// A path below the base path that names a dispute of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputePath {
    /// The dispute.
    pub dispute: Id,
    /// The segments after the one that names the dispute.
    rest: Vec<Segment>,
}

/// What a path below a dispute resolves to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// A page that exists.
    Page(Route),
    /// An item that does not exist; `None` if the segment can't be an id.
    Unknown(Option<Id>),
}

impl DisputePath {
    /// Parses a path; `None` if it names no known dispute.
    #[must_use]
    pub fn parse(path: &str, is_dispute: &dyn Fn(&str) -> bool) -> Option<Self> {
        let mut rest = path_segments(path).into_iter();
        let dispute = rest.find_map(|segment| segment.find_known(is_dispute))?;
        Some(Self {
            dispute: dispute.parse().ok()?,
            rest: rest.collect(),
        })
    }

    /// Resolves the path to a page of the dispute. `is_item` knows the ids of the
    /// dispute's items.
    #[must_use]
    pub fn resolve(&self, is_item: &dyn Fn(&str) -> bool) -> Resolved {
        let dispute = || self.dispute.clone();
        let pages = [SHARE, FIGURES, TIMELINE, SPEAKERS, PRINT];
        let is_page = |name: &str| pages.contains(&name) || is_item(name);
        let is_dispute = |segment: &Segment| segment.name() == self.dispute.as_str();
        let mut segments = self.rest.iter();
        while let Some(segment) = segments.next() {
            if let Some(name) = segment.find_known(&is_page) {
                return match name.parse() {
                    Ok(id) => Resolved::Page(Route::Item(dispute(), id)),
                    Err(_) if name == SHARE => Resolved::Page(Route::Share(dispute())),
                    Err(_) if name == FIGURES => Resolved::Page(Route::Figures(dispute())),
                    Err(_) if name == TIMELINE => Resolved::Page(Route::Timeline(dispute())),
                    Err(_) if name == SPEAKERS => Resolved::Page(Route::Speakers(dispute())),
                    Err(_) => Resolved::Page(Route::Print(dispute())),
                };
            }
            // One whole address may be pasted after another.
            let is_name = !is_skipped(segment) && !is_dispute(segment);
            if is_name && !segments.any(is_dispute) {
                return Resolved::Unknown(segment.unknown_id());
            }
        }
        Resolved::Page(Route::Dispute(dispute()))
    }
}

/// The query inside a path whose question mark arrived encoded, or as an
/// ampersand; empty if there is none.
#[must_use]
pub fn query_in_path(path: &str) -> String {
    let path = decode_keeping_equals(path);
    let query = path.find(['?', '&', ';']).and_then(|at| path.get(at + 1..));
    let query = query.and_then(|query| query.split('#').next());
    query.unwrap_or_default().to_owned()
}

/// The segments of a path that can be names, without those of a query that ended
/// up in the path.
pub(crate) fn path_segments(path: &str) -> Vec<Segment> {
    let mut in_query = false;
    let mut all = segments(path);
    all.retain(|segment| {
        match segment.delimiter {
            '?' | '&' => in_query = true,
            '#' => in_query = false,
            _ => {}
        }
        !in_query && segment.delimiter != ';'
    });
    all
}

/// Whether a segment names nothing: punctuation alone, `index.html`, or a
/// tracking parameter.
pub(crate) fn is_skipped(segment: &Segment) -> bool {
    segment.is_empty()
        || segment.is_parameter
        || segment.find_known(&|name| name == INDEX).is_some()
}

/// The name of every page's file, without its extension.
const INDEX: &str = "index";
