//! Addresses: what a path means, and the path of each page. The only place
//! that knows the base path and the form of an address.

mod asked;
mod base;
mod decode;
mod mangled;
pub mod percent;
pub mod search;
mod sent;

use std::fmt;

use says_who_model::Id;

use asked::{is_passed_over, of_path};
use decode::numeric_reference;
use percent::decoded;
use search::find;

pub use asked::{Asked, Below, query_in};
pub use base::{Base, BaseError};
pub use mangled::{Part, parts};
pub use sent::{as_sent, sent};

/// A page's address below the base path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    Home,
    /// What the site says of itself.
    About,
    /// The whole explainer of a dispute.
    Dispute(Id),
    /// One item of a dispute.
    Item(Id, Id),
    /// Every item of a dispute with its link, card and citation.
    Share(Id),
    /// How even-handed a dispute is, in figures.
    Figures(Id),
    /// The short edition of a dispute for paper.
    Print(Id),
    /// Nothing this site could have.
    Unknown,
    /// What stands in for a page that is not kept on the reader's device, while
    /// the site can't be reached.
    Unkept,
}

impl Route {
    /// Reads a path below the base path, as it is or as it came to look on its
    /// way (`mangled`). Which ids there are is not known here, so that it is the
    /// likeliest reading; [`Asked`] knows. Any text is fine; what is no address
    /// is [`Route::Unknown`].
    #[must_use]
    pub fn parse(path: &str) -> Self {
        if path == UNKEPT {
            return Self::Unkept;
        }
        let parts = of_path(path);
        let mut parts = parts.iter().filter(|part| !is_passed_over(part));
        let Some(first) = parts.next() else {
            return Self::Home;
        };
        let Ok(dispute) = first.name().parse() else {
            return match first.name() == ABOUT {
                true => Self::About,
                false => Self::Unknown,
            };
        };
        let Some(below) = parts.next() else {
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
            Self::Home | Self::About | Self::Unknown | Self::Unkept => None,
        }
    }
}

/// The path below the base path, with its last slash. [`Route::Unknown`] has
/// none of its own and prints as `404.html`, the page that answers for it.
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
            Self::Unkept => f.write_str(UNKEPT),
        }
    }
}

/// A name that no dispute can have.
const UNKEPT: &str = "offline.html";

/// A word that no dispute can have as its id.
const ABOUT: &str = "about";

/// Below a dispute's page; no item can have this id.
const SHARE: &str = "share";

/// As [`SHARE`].
const FIGURES: &str = "figures";

/// As [`SHARE`].
const PRINT: &str = "print";

/// What begins the part of a hash that is for the browser alone.
pub const TEXT_DIRECTIVE: &str = ":~:";

/// What the part of an address after `#` names, decoded: an element's id, or
/// nothing. A text directive (`:~:text=`) is the browser's and left out.
#[must_use]
pub fn fragment(hash: &str) -> String {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    let end = find(hash, TEXT_DIRECTIVE).unwrap_or(hash.len());
    decoded(&hash[..end])
}

/// A path and its hash as the one path that they were before a browser took the
/// `#` of a numeric character reference (`&#45;`) for the beginning of the hash;
/// `None` where none did.
#[must_use]
pub fn join_at_reference(path: &str, hash: &str) -> Option<String> {
    let (name, _) = hash.split_once(';')?;
    let is_cut = path.ends_with('&') && numeric_reference(name).is_some();
    is_cut.then(|| format!("{path}{hash}"))
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
        assert_eq!(Route::parse("bridge/who-pays/&x=1"), item);
        assert_eq!(Route::parse("bridge/%23who-pays"), item);
        assert_eq!(Route::parse("bridge/who%E2%80%91pays**"), item);
        assert_eq!(Route::parse("новости/who-pays"), Route::Unknown);
    }

    #[test]
    fn the_page_that_stands_in_for_others_reads_back() {
        assert_eq!(Route::parse(&Route::Unkept.to_string()), Route::Unkept);
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
