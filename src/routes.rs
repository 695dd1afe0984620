//! Addresses: what a path means, and the path of each page. The only place
//! that knows the base path and the form of an address.

use std::fmt;
use std::str::FromStr;

use says_who_model::{Fingerprint, Id};

use crate::percent::decoded;

/// A page's address below the base path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    Home,
    /// The whole explainer of a dispute.
    Dispute(Id),
    /// One item of a dispute.
    Item(Id, Id),
    /// Every item of a dispute with its link, card and citation.
    Share(Id),
    /// How even-handed a dispute is, in figures.
    Figures(Id),
    /// Nothing this site could have.
    Unknown,
    /// What stands in for a page that is not kept on the reader's device, while
    /// the site can't be reached.
    Unkept,
}

impl Route {
    /// Reads a path below the base path, with or without the last slash and
    /// `index.html`. A mail program's capitals and percent signs are read as
    /// what they stand for, and the end of the sentence that an address stood in
    /// is left out. Any text is fine; what is no address is [`Route::Unknown`].
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let path = decoded(path).to_ascii_lowercase();
        let path = without_tail(&path);
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let path = without_tail(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        let path = without_tail(path);
        if path.is_empty() {
            return Self::Home;
        }
        if path == UNKEPT {
            return Self::Unkept;
        }
        if let Some(dispute) = path.strip_suffix(SHARE) {
            return dispute.parse().map_or(Self::Unknown, Self::Share);
        }
        if let Some(dispute) = path.strip_suffix(FIGURES) {
            return dispute.parse().map_or(Self::Unknown, Self::Figures);
        }
        let mut parts = path.split('/').map(Id::from_str);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(Ok(dispute)), None, _) => Self::Dispute(dispute),
            (Some(Ok(dispute)), Some(Ok(item)), None) => Self::Item(dispute, item),
            _ => Self::Unknown,
        }
    }
}

/// The path below the base path, with its last slash. [`Route::Unknown`] has
/// none of its own and prints as `404.html`, the page that answers for it.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => Ok(()),
            Self::Dispute(dispute) => write!(f, "{dispute}/"),
            Self::Item(dispute, item) => write!(f, "{dispute}/{item}/"),
            Self::Share(dispute) => write!(f, "{dispute}{SHARE}/"),
            Self::Figures(dispute) => write!(f, "{dispute}{FIGURES}/"),
            Self::Unknown => f.write_str("404.html"),
            Self::Unkept => f.write_str(UNKEPT),
        }
    }
}

/// A name that no dispute can have.
const UNKEPT: &str = "offline.html";

/// Below a dispute's page; no item can have this id.
const SHARE: &str = "/share";

/// As [`SHARE`].
const FIGURES: &str = "/figures";

/// The name of the query's part that holds a [`Fingerprint`].
const SENT: &str = "v=";

/// A text without the marks that a program took for part of an address at the
/// end of a sentence or in brackets.
pub(crate) fn without_tail(text: &str) -> &str {
    text.trim_end_matches([
        '.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '”', '»', '…',
    ])
}

/// What the part of an address after `#` names, decoded: an element's id, or
/// nothing. A text directive (`:~:text=`) is the browser's and left out.
#[must_use]
pub fn fragment(hash: &str) -> String {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    let name = hash.split(":~:").next().unwrap_or_default();
    decoded(name)
}

/// The version of an item that the sender of a link saw, if the query says one.
#[must_use]
pub fn sent(query: &str) -> Option<Fingerprint> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let value = query.split('&').find_map(|part| part.strip_prefix(SENT))?;
    value.parse().ok()
}

/// The query of a link that remembers how the item was.
#[must_use]
pub fn as_sent(fingerprint: Fingerprint) -> String {
    format!("?{SENT}{fingerprint}")
}

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
        let slashed = text.starts_with('/') && text.ends_with('/') && !text.contains("//");
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Base, Route, as_sent, fragment, sent};

    fn id() -> impl Strategy<Value = says_who_model::Id> {
        "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}".prop_filter_map("reserved", |text| text.parse().ok())
    }

    fn route() -> impl Strategy<Value = Route> {
        prop_oneof![
            Just(Route::Home),
            id().prop_map(Route::Dispute),
            (id(), id()).prop_map(|(dispute, item)| Route::Item(dispute, item)),
            id().prop_map(Route::Share),
            id().prop_map(Route::Figures),
        ]
    }

    fn base() -> impl Strategy<Value = Base> {
        "/([a-zA-Z0-9._~-]{1,8}/){0,3}".prop_map(|text| text.parse().expect("a base path"))
    }

    proptest! {
        #[test]
        fn every_route_reads_back(base in base(), route in route()) {
            let href = base.href(&route);
            prop_assert_eq!(base.route(&href), Some(route.clone()));
            let with_file = format!("{href}index.html");
            prop_assert_eq!(base.route(&with_file), Some(route.clone()));
            let bare = href.strip_suffix('/').unwrap_or(&href);
            prop_assert_eq!(base.route(bare), Some(route));
        }

        #[test]
        fn any_text_has_an_answer(base in base(), text in "\\PC*") {
            if let Some(route) = base.route(&text) {
                let href = base.href(&route);
                prop_assert!(href.is_ascii());
                prop_assert!(!href.contains(['<', '>', '"', '\'', '&', '?', '#', ' ']));
            }
        }

        #[test]
        fn capitals_and_percent_signs_change_nothing(route in route(), which in any::<u64>()) {
            let mangled: String = route.to_string().bytes().enumerate().map(|(at, byte)| {
                match (which >> (at % 32)) & 3 {
                    0 if byte != b'/' => format!("%{byte:02x}"),
                    1 => char::from(byte.to_ascii_uppercase()).to_string(),
                    _ => char::from(byte).to_string(),
                }
            }).collect();
            prop_assert_eq!(Route::parse(&mangled), route);
        }

        #[test]
        fn a_fingerprint_in_a_query_reads_back(text in "[a-z2-7]{8}", before in "[a-z]{0,4}=[a-z0-9%]{0,4}") {
            let print = text.parse().expect("a fingerprint");
            prop_assert_eq!(sent(&as_sent(print)), Some(print));
            prop_assert_eq!(sent(&format!("?x{before}&v={text}&z")), Some(print));
        }

        #[test]
        fn any_query_and_any_hash_have_an_answer(text in "\\PC*") {
            let _ = sent(&text);
            let name = fragment(&text);
            prop_assert!(!name.contains(":~:") || text.contains('%'));
        }

        #[test]
        fn a_longer_first_folder_is_another_site(route in route()) {
            let base: Base = "/repo/".parse().expect("a base path");
            prop_assert_eq!(base.route(&format!("/repo2/{route}")), None);
        }
    }

    #[test]
    fn in_one_file_an_item_is_a_place() {
        let route = Route::parse;
        for (base, whole, item, other, page) in [
            ("#", "#", "#who-pays", "#", None),
            (
                "#https://example.org/a/",
                "#",
                "#who-pays",
                "https://example.org/a/bridge/figures/",
                Some("https://example.org/a/bridge/who-pays/"),
            ),
        ] {
            let base: Base = base.parse().expect("a base");
            assert!(base.is_one_file());
            assert_eq!(base.href(&route("bridge/")), whole);
            assert_eq!(base.href(&route("bridge/who-pays/")), item);
            assert_eq!(base.href(&route("bridge/figures/")), other);
            assert_eq!(base.page(&route("bridge/who-pays/")).as_deref(), page);
            assert_eq!(base.route("/bridge/"), None);
        }
        let site: Base = "/a/".parse().expect("a base");
        assert!(!site.is_one_file());
        let page = site.page(&route("bridge/who-pays/"));
        assert_eq!(page.as_deref(), Some("/a/bridge/who-pays/"));
    }

    #[test]
    fn what_is_neither_a_path_nor_an_address_is_no_base() {
        for text in [
            "",
            "a/",
            "/a",
            "//a/",
            "/a b/",
            "/a:b/",
            "/#/",
            "##",
            "#/",
            "#/a/",
            "#https://example.org",
            "#javascript://a/",
            "#https://exa mple.org/",
            "#https://example.org/?a/",
            "#https://a/#/",
        ] {
            assert!(text.parse::<Base>().is_err(), "{text}");
        }
        assert!("#http://127.0.0.1:8080/a/".parse::<Base>().is_ok());
    }

    #[test]
    fn the_end_of_a_sentence_is_no_part_of_an_address() {
        let item = Route::parse("bridge/who-pays/");
        for tail in [".", ").", "/.", "/).", "/index.html,", "”", "/>"] {
            assert_eq!(
                Route::parse(&format!("bridge/who-pays{tail}")),
                item,
                "{tail}"
            );
        }
        assert_eq!(Route::parse("bridge/who.pays/"), Route::Unknown);
    }

    #[test]
    fn the_page_that_stands_in_for_others_reads_back() {
        assert_eq!(Route::parse(&Route::Unkept.to_string()), Route::Unkept);
        assert_eq!(Route::parse("offline.html/x/"), Route::Unknown);
    }

    #[test]
    fn a_hash_names_an_element() {
        for (hash, name) in [
            ("", ""),
            ("#", ""),
            ("#who-pays", "who-pays"),
            ("#Who%2DPays", "Who-Pays"),
            ("#who-pays:~:text=a,b", "who-pays"),
            ("#:~:text=a", ""),
            ("#%ff%zz", "\u{fffd}%zz"),
        ] {
            assert_eq!(fragment(hash), name, "{hash}");
        }
    }

    #[test]
    fn what_is_no_base_path_is_refused() {
        for text in [
            "", "repo", "/repo", "repo/", "//", "/a//b/", "/a b/", "/a?/", "/é/",
        ] {
            assert!(text.parse::<Base>().is_err(), "{text}");
        }
    }
}
