//! Addresses of pages, and how they are read back.

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
        id().prop_map(Route::Timeline),
        id().prop_map(Route::Speakers),
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
