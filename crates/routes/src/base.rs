//! Where the pages are served: the base path of a site, or a single file.

use std::fmt;
use std::str::FromStr;

use crate::Route;
use crate::substring::find;

/// Where the pages are served. A site has a path: `/`, `/repo/`, `/a/b/`. A dispute
/// exported as a single file has `#`, with the address of the site that it is a
/// copy of if that is known: `#https://example.org/repo/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

/// The base of a single file starts with this.
const ONE_FILE: &str = "#";

/// Why a text is not a base path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseError;

impl fmt::Display for BaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "a base path begins and ends with a slash, like `/repo/`; for one file it is `#`, and the address of the site where that is known",
        )
    }
}

impl std::error::Error for BaseError {}

impl FromStr for Base {
    type Err = BaseError;

    fn from_str(text: &str) -> Result<Self, BaseError> {
        let slashed = text.starts_with('/') && text.ends_with('/') && find(text, "//").is_none();
        let (is_well_formed, rest, punctuation) = match text.strip_prefix(ONE_FILE) {
            None => (slashed, text, "/-._~"),
            Some("") => (true, "", ""),
            Some(site) => (
                site.starts_with("http") && site.ends_with('/'),
                site,
                "/-._~:",
            ),
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || punctuation.contains(c);
        if is_well_formed && rest.chars().all(plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BaseError)
        }
    }
}

impl Base {
    /// The base as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is a dispute exported as a single file.
    #[must_use]
    pub fn is_one_file(&self) -> bool {
        self.0.starts_with(ONE_FILE)
    }

    /// The prefix of every page's address on the site; empty for a single file that
    /// doesn't know its site.
    #[must_use]
    pub fn site(&self) -> &str {
        self.0.strip_prefix(ONE_FILE).unwrap_or(&self.0)
    }

    /// The address of a page on the site; `None` for a single file that doesn't know
    /// its site.
    #[must_use]
    pub fn page(&self, route: &Route) -> Option<String> {
        let site = self.site();
        (!site.is_empty()).then(|| format!("{site}{route}"))
    }

    /// The `href` of a link to a page. In a single file an item is a fragment, and a
    /// page with neither a fragment nor a known address links to the top.
    #[must_use]
    pub fn href(&self, route: &Route) -> String {
        let here = match route {
            Route::Item(_, id) if self.is_one_file() => Some(format!("#{id}")),
            Route::Dispute(_) if self.is_one_file() => None,
            _ => self.page(route),
        };
        here.unwrap_or_else(|| "#".to_owned())
    }

    /// The route of a path on this site; `None` for a path outside the site. A
    /// single file has no paths.
    #[must_use]
    pub fn route(&self, path: &str) -> Option<Route> {
        match path.strip_prefix(&self.0) {
            Some(below) => Some(Route::parse(below)),
            None if self.0.strip_suffix('/') == Some(path) => Some(Route::Home),
            None => None,
        }
    }
}
