//! Every mangled form of every id is resolved, without a browser.

use proptest::prelude::*;
use says_who_model::{Id, Library};
use says_who_routes::{DisputePath, Resolved, Route, fingerprint_in_query, query_in_path};

use crate::forms::{forms, list};
use crate::library::{ids, library};
use crate::{ITEM, WHOLE};

/// Resolves a path below the base path. `None` if it names no dispute.
fn read(library: &Library, path: &str) -> Option<Resolved> {
    let is_dispute = |name: &str| library.dispute(name).is_some();
    let asked = DisputePath::parse(path, &is_dispute)?;
    let ids = ids(library.dispute(asked.dispute.as_str())?);
    Some(asked.resolve(&|name| ids.contains(name)))
}

fn item(dispute: &str, id: &str) -> Resolved {
    Resolved::Page(Route::Item(dispute.parse().unwrap(), id.parse().unwrap()))
}

#[test]
fn every_mangled_form_of_every_id_is_resolved() {
    let library = library();
    let mut wrong = Vec::new();
    for dispute in &library.disputes {
        for id in ids(dispute) {
            for form in forms(id) {
                let path = format!("{}/{form}", dispute.id);
                let read = read(library, &path);
                if read != Some(item(dispute.id.as_str(), id)) {
                    wrong.push(format!("{path}: {read:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_mangled_form_of_a_dispute_is_resolved() {
    let is_dispute = |name: &str| library().dispute(name).is_some();
    for form in forms("bridge-repair") {
        let asked = DisputePath::parse(&format!("{form}/{ITEM}/"), &is_dispute);
        let dispute = asked.map(|asked| asked.dispute.to_string());
        assert_eq!(dispute.as_deref(), Some("bridge-repair"), "{form}");
    }
}

#[test]
fn every_mangled_form_of_a_version_is_read() {
    let print = "aearlier".parse().ok();
    for query in list("versions") {
        assert_eq!(fingerprint_in_query(&query), print, "{query}");
    }
    for path in list("versions-in-path") {
        assert_eq!(
            fingerprint_in_query(&query_in_path(&format!("{WHOLE}{ITEM}/{path}"))),
            print,
            "{path}"
        );
    }
    for query in [
        "?v=",
        "?v=aaaa",
        "?v=aearlierx",
        "?xv=aearlier",
        "?v-v=aearlier",
        "v",
        "",
    ] {
        assert_eq!(fingerprint_in_query(query), None, "{query}");
    }
}

#[test]
fn an_id_elsewhere_in_a_url_is_not_taken_for_the_item() {
    let library = library();
    let dispute: Id = "bridge-repair".parse().unwrap();
    for (path, below) in [
        (
            "bridge-repair/%3Futm_source=who-pays",
            Resolved::Page(Route::Dispute(dispute.clone())),
        ),
        (
            "bridge-repair/&who-pays",
            Resolved::Page(Route::Dispute(dispute.clone())),
        ),
        (
            "bridge-repair/figures).",
            Resolved::Page(Route::Figures(dispute.clone())),
        ),
        (
            "bridge-repair/timeline”",
            Resolved::Page(Route::Timeline(dispute.clone())),
        ),
        (
            "bridge-repair/speakers),",
            Resolved::Page(Route::Speakers(dispute.clone())),
        ),
        (
            "bridge-repair/speakers/mayor",
            Resolved::Page(Route::Speakers(dispute.clone())),
        ),
        (
            "bridge-repair/print.",
            Resolved::Page(Route::Print(dispute.clone())),
        ),
        (
            "bridge-repair/share/&x=1",
            Resolved::Page(Route::Share(dispute.clone())),
        ),
        (
            "bridge-repair/who-pay/%3Fx=who-pays",
            Resolved::Unknown("who-pay".parse().ok()),
        ),
        (
            "bridge-repair/who-pay/who-pays/",
            Resolved::Unknown("who-pay".parse().ok()),
        ),
        ("bridge-repair/новости/who-pays", Resolved::Unknown(None)),
    ] {
        assert_eq!(read(library, path), Some(below), "{path}");
    }
    // A URL that was appended to another one.
    for path in [
        "https://example.org/a/b/bridge-repair/who-pays/",
        "bridge-repair/https://example.org/a/b/bridge-repair/who-pays/",
        "bridge-repair/bridge-repair/who-pays/",
    ] {
        assert_eq!(
            read(library, path),
            Some(item("bridge-repair", ITEM)),
            "{path}"
        );
    }
    assert_eq!(read(library, "no-such/who-pays/"), None);
    assert_eq!(read(library, "%E2%80%8B"), None);
}

/// Text that is not part of an id.
fn junk() -> impl Strategy<Value = String> {
    "[^a-zA-Z0-9/?#&;%=\\\\\u{2044}\u{2215}\u{29f8}\u{ff01}-\u{ff5e}-]{0,4}"
}

proptest! {
    #[test]
    fn an_id_is_found_among_junk(
        which in any::<proptest::sample::Index>(),
        (before, after) in (junk(), junk()),
        rest in proptest::option::of("[/?#&;]\\PC{0,12}"),
    ) {
        let library = library();
        let dispute = &library.disputes[0];
        let ids: Vec<&String> = ids(dispute).iter().collect();
        let id = which.get(&ids);
        let path = format!("{}/{before}{id}{after}{}", dispute.id, rest.unwrap_or_default());
        prop_assert_eq!(read(library, &path), Some(item(dispute.id.as_str(), id)), "{}", path);
    }

    #[test]
    fn resolving_any_path_is_idempotent(text in "\\PC*") {
        let library = library();
        for path in [text.clone(), format!("bridge-repair/{text}"), format!("{WHOLE}{ITEM}/{text}")] {
            let route = Route::parse(&path);
            prop_assert_eq!(Route::parse(&route.to_string()), route);
            // Resolving the result again gives the same result.
            if let Some(Resolved::Page(route)) = read(library, &path) {
                let again = read(library, &route.to_string());
                prop_assert_eq!(again, Some(Resolved::Page(route)));
            }
            let _ = fingerprint_in_query(&query_in_path(&path));
        }
    }
}
