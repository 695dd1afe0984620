//! Where the pages stand: the base path of a site, or one file.

use std::fmt;
use std::str::FromStr;

use crate::Route;
use crate::search::find;

/// Where the pages stand. Either they are a site, served under a path: `/`,
/// `/repo/`, `/a/b/`. Or one dispute is a file of its own, `#`, which may know
/// the address of the site that it is a copy of: `#https://example.org/repo/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

/// What the base of a file of its own begins with.
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
        let (whole, rest, marks) = match text.strip_prefix(ONE_FILE) {
            None => (slashed, text, "/-._~"),
            Some("") => (true, "", ""),
            Some(site) => (
                site.starts_with("http") && site.ends_with('/'),
                site,
                "/-._~:",
            ),
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || marks.contains(c);
        if whole && rest.chars().all(plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BaseError)
        }
    }
}

impl Base {
    /// The base as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether one dispute is a file of its own.
    #[must_use]
    pub fn is_one_file(&self) -> bool {
        self.0.starts_with(ONE_FILE)
    }

    /// What the address of every page of the site begins with; empty where one
    /// file does not know the site.
    #[must_use]
    pub fn site(&self) -> &str {
        self.0.strip_prefix(ONE_FILE).unwrap_or(&self.0)
    }

    /// The address of a page on the site; `None` where one file does not know it.
    #[must_use]
    pub fn page(&self, route: &Route) -> Option<String> {
        let site = self.site();
        (!site.is_empty()).then(|| format!("{site}{route}"))
    }

    /// Where a link to a page leads. In one file an item is a place, and what
    /// has neither place nor known address leads to the top.
    #[must_use]
    pub fn href(&self, route: &Route) -> String {
        let here = match route {
            Route::Item(_, id) if self.is_one_file() => Some(format!("#{id}")),
            Route::Dispute(_) if self.is_one_file() => None,
            _ => self.page(route),
        };
        here.unwrap_or_else(|| "#".to_owned())
    }

    /// What `path` asks of this site; `None` where it leads elsewhere. One file
    /// has no paths.
    #[must_use]
    pub fn route(&self, path: &str) -> Option<Route> {
        match path.strip_prefix(&self.0) {
            Some(below) => Some(Route::parse(below)),
            None if self.0.strip_suffix('/') == Some(path) => Some(Route::Home),
            None => None,
        }
    }
}
