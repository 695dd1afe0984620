//! What a path asks for that leads to no file: the dispute and the item in it,
//! by what is known of both.

use says_who_model::Id;

use crate::decode::decode_but_mail;
use crate::mangled::{Part, parts};
use crate::{FIGURES, PRINT, Route, SHARE};

/// A path below the base path that names a dispute of the site, and what stands
/// behind that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The dispute.
    pub dispute: Id,
    rest: Vec<Part>,
}

/// What a path asks for below a dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Below {
    /// A page that there is.
    Page(Route),
    /// An item that there is not; `None` where it could not be an id.
    Unknown(Option<Id>),
}

impl Asked {
    /// Reads a path; `None` where it names none of the disputes that are known.
    #[must_use]
    pub fn read(path: &str, is_dispute: &dyn Fn(&str) -> bool) -> Option<Self> {
        let mut rest = of_path(path).into_iter();
        let dispute = rest.find_map(|part| part.find(is_dispute))?;
        Some(Self {
            dispute: dispute.parse().ok()?,
            rest: rest.collect(),
        })
    }

    /// What it asks for, by the names of the dispute's items.
    #[must_use]
    pub fn below(&self, is_item: &dyn Fn(&str) -> bool) -> Below {
        let dispute = || self.dispute.clone();
        let is_own = |name: &str| [SHARE, FIGURES, PRINT].contains(&name) || is_item(name);
        let is_dispute = |part: &Part| part.name() == self.dispute.as_str();
        let mut parts = self.rest.iter();
        while let Some(part) = parts.next() {
            if let Some(name) = part.find(&is_own) {
                return match name.parse() {
                    Ok(id) => Below::Page(Route::Item(dispute(), id)),
                    Err(_) if name == SHARE => Below::Page(Route::Share(dispute())),
                    Err(_) if name == FIGURES => Below::Page(Route::Figures(dispute())),
                    Err(_) => Below::Page(Route::Print(dispute())),
                };
            }
            // A whole address may stand behind another.
            let is_named = !is_passed_over(part) && !is_dispute(part);
            if is_named && !parts.any(is_dispute) {
                return Below::Unknown(part.unknown());
            }
        }
        Below::Page(Route::Dispute(dispute()))
    }
}

/// The query that a path holds because its question mark came encoded, or as an
/// ampersand; empty where it has none.
#[must_use]
pub fn query_in(path: &str) -> String {
    let path = decode_but_mail(path);
    let query = path.find(['?', '&', ';']).and_then(|at| path.get(at + 1..));
    let query = query.and_then(|query| query.split('#').next());
    query.unwrap_or_default().to_owned()
}

/// The parts of a path that can be names: not those of a query that came into it.
pub(crate) fn of_path(path: &str) -> Vec<Part> {
    let mut in_query = false;
    let mut of_path = parts(path);
    of_path.retain(|part| {
        match part.mark {
            '?' | '&' => in_query = true,
            '#' => in_query = false,
            _ => {}
        }
        !in_query && part.mark != ';'
    });
    of_path
}

/// Whether a part of a path names nothing: marks alone, the file of a page, what
/// counts visitors.
pub(crate) fn is_passed_over(part: &Part) -> bool {
    part.is_empty() || part.is_setting || part.find(&|name| name == INDEX).is_some()
}

/// The name of every page's file, without its ending.
const INDEX: &str = "index";
