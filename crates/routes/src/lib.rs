//! Routes: parses paths and gives the path of each page. The only crate that knows
//! the base path and the format of an address.

mod base;
mod decode;
mod dispute_path;
mod fingerprint_query;
pub mod percent;
mod segment;
pub mod substring;

use std::fmt;

use says_who_model::Id;

use decode::numeric_reference;
use dispute_path::{is_skipped, path_segments};
use percent::decoded;
use substring::find;

pub use base::{Base, BaseError};
pub use dispute_path::{DisputePath, Resolved, query_in_path};
pub use fingerprint_query::{fingerprint_in_query, query_with_fingerprint};
pub use segment::{Segment, segments};

/// A page's address below the base path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    Home,
    /// The page “About”.
    About,
    /// The whole explainer of a dispute.
    Dispute(Id),
    /// One item of a dispute.
    Item(Id, Id),
    /// The share page of a dispute: every item with its link, card and citation.
    Share(Id),
    /// Figures on how even-handed a dispute is.
    Figures(Id),
    /// The short print edition of a dispute.
    Print(Id),
    /// An address that no page of this site can have.
    Unknown,
    /// The fallback page that is shown offline for an address that is not available
    /// offline.
    NotOffline,
}

impl Route {
    /// Parses a path below the base path, also one that was changed on its way (see
    /// [`segments`]). It doesn't know which ids exist, so it returns the likeliest
    /// route; [`DisputePath`] knows. Any text is accepted; what is no address
    /// becomes [`Route::Unknown`].
    #[must_use]
    pub fn parse(path: &str) -> Self {
        if path == NOT_OFFLINE {
            return Self::NotOffline;
        }
        let segments = path_segments(path);
        let mut segments = segments.iter().filter(|segment| !is_skipped(segment));
        let Some(first) = segments.next() else {
            return Self::Home;
        };
        let Ok(dispute) = first.name().parse() else {
            return match first.name() == ABOUT {
                true => Self::About,
                false => Self::Unknown,
            };
        };
        let Some(below) = segments.next() else {
            return Self::Dispute(dispute);
        };
        match below.name().as_str() {
            SHARE => Self::Share(dispute),
            FIGURES => Self::Figures(dispute),
            PRINT => Self::Print(dispute),
            item => item
                .parse()
                .map_or(Self::Unknown, |item| Self::Item(dispute, item)),
        }
    }

    /// The dispute that the page belongs to.
    #[must_use]
    pub fn dispute(&self) -> Option<&Id> {
        match self {
            Self::Dispute(dispute)
            | Self::Item(dispute, _)
            | Self::Share(dispute)
            | Self::Figures(dispute)
            | Self::Print(dispute) => Some(dispute),
            Self::Home | Self::About | Self::Unknown | Self::NotOffline => None,
        }
    }
}

/// The path below the base path, with its trailing slash. [`Route::Unknown`] has no
/// path of its own and is displayed as `404.html`, the page that is served for it.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => Ok(()),
            Self::About => write!(f, "{ABOUT}/"),
            Self::Dispute(dispute) => write!(f, "{dispute}/"),
            Self::Item(dispute, item) => write!(f, "{dispute}/{item}/"),
            Self::Share(dispute) => write!(f, "{dispute}/{SHARE}/"),
            Self::Figures(dispute) => write!(f, "{dispute}/{FIGURES}/"),
            Self::Print(dispute) => write!(f, "{dispute}/{PRINT}/"),
            Self::Unknown => f.write_str("404.html"),
            Self::NotOffline => f.write_str(NOT_OFFLINE),
        }
    }
}

/// The file of [`Route::NotOffline`]: a name that no dispute can have.
const NOT_OFFLINE: &str = "offline.html";

/// A word that no dispute can have as its id.
const ABOUT: &str = "about";

/// Below a dispute's page; no item can have this id.
const SHARE: &str = "share";

/// As [`SHARE`].
const FIGURES: &str = "figures";

/// As [`SHARE`].
const PRINT: &str = "print";

/// Starts the part of a fragment that only the browser reads: a text directive.
pub const TEXT_DIRECTIVE: &str = ":~:";

/// The element id in a hash (`#…`), decoded; may be empty. A text directive
/// (`:~:text=`) is for the browser and left out.
#[must_use]
pub fn fragment(hash: &str) -> String {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    let end = find(hash, TEXT_DIRECTIVE).unwrap_or(hash.len());
    decoded(&hash[..end])
}

/// Rejoins a path and its hash if a browser took the `#` of a numeric character
/// reference (`&#45;`) for the start of the hash; otherwise `None`.
#[must_use]
pub fn join_at_reference(path: &str, hash: &str) -> Option<String> {
    let (name, _) = hash.split_once(';')?;
    let is_cut = path.ends_with('&') && numeric_reference(name).is_some();
    is_cut.then(|| format!("{path}{hash}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Base, Route, fingerprint_in_query, fragment, query_with_fingerprint};

    fn id() -> impl Strategy<Value = says_who_model::Id> {
        "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}".prop_filter_map("reserved", |text| text.parse().ok())
    }

    fn route() -> impl Strategy<Value = Route> {
        prop_oneof![
            Just(Route::Home),
            Just(Route::About),
            id().prop_map(Route::Dispute),
            (id(), id()).prop_map(|(dispute, item)| Route::Item(dispute, item)),
            id().prop_map(Route::Share),
            id().prop_map(Route::Figures),
            id().prop_map(Route::Print),
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
            prop_assert_eq!(fingerprint_in_query(&query_with_fingerprint(print)), Some(print));
            prop_assert_eq!(fingerprint_in_query(&format!("?x{before}&v={text}&z")), Some(print));
        }

        #[test]
        fn any_query_and_any_hash_have_an_answer(text in "\\PC*") {
            let _ = fingerprint_in_query(&text);
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
        assert_eq!(Route::parse("bridge/who-pays/&x=1"), item);
        assert_eq!(Route::parse("bridge/%23who-pays"), item);
        assert_eq!(Route::parse("bridge/who%E2%80%91pays**"), item);
        assert_eq!(Route::parse("новости/who-pays"), Route::Unknown);
    }

    #[test]
    fn the_page_that_stands_in_for_others_reads_back() {
        assert_eq!(
            Route::parse(&Route::NotOffline.to_string()),
            Route::NotOffline
        );
        assert_eq!(Route::parse("404.html"), Route::Unknown);
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
