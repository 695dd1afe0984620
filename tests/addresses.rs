//! URLs that mail, chat and other programs have mangled still lead to the item that
//! they name (`addresses.toml`).
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use says_who_model::{Dispute, Id, Library};
use says_who_routes::{DisputePath, Resolved, Route, fingerprint_in_query, query_in_path};
use says_who_tests::{Browser, Engine, Script, Server, base, in_every_engine, lacks, site};
use serde_json::{Value, json};

in_every_engine! {
    a_mangled_path_leads_to_its_item,
    a_mangled_hash_leads_to_its_item,
    a_mangled_address_leads_to_its_item_offline,
    a_mangled_version_is_recognised,
    a_mangled_view_keeps_its_filters,
    an_unknown_id_gets_suggestions_from_its_dispute,
    the_order_of_sides_is_kept_across_pages,
}

const WHOLE: &str = "bridge-repair/";
const ITEM: &str = "who-pays";

/// A list in `addresses.toml`.
fn list(name: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("addresses.toml");
    let table: toml::Table = fs::read_to_string(file).unwrap().parse().unwrap();
    let list = table[name].as_array().unwrap().iter();
    list.map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// Every mangled form of an id.
fn forms(id: &str) -> Vec<String> {
    let around = list("around");
    let around = around.iter().map(|form| form.replace("{}", id));
    let hyphens = list("hyphens");
    let hyphens = hyphens.iter().map(|hyphen| id.replace('-', hyphen));
    let inside = list("inside");
    let inside = inside.iter().flat_map(|wrap| {
        let places = [1, id.find('-').unwrap_or(2), id.find('-').unwrap_or(2) + 1];
        places.map(|at| format!("{}{wrap}{}", &id[..at], &id[at..]))
    });
    let full_width = id
        .chars()
        .map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap());
    let full_width: String = full_width.collect();
    let capitals = id.to_uppercase();
    around
        .chain(hyphens)
        .chain(inside)
        .chain([full_width, capitals])
        .collect()
}

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
        says_who_files::library(&folder).unwrap()
    })
}

/// Every id with a page below the dispute, including those of `frozen/addresses.toml`.
fn ids(dispute: &Dispute) -> &'static BTreeSet<String> {
    static IDS: OnceLock<BTreeMap<String, BTreeSet<String>>> = OnceLock::new();
    let all = IDS.get_or_init(|| {
        let disputes = library().disputes.iter();
        let all = disputes.map(|dispute| (dispute.id.to_string(), pages_below(dispute)));
        all.collect()
    });
    &all[dispute.id.as_str()]
}

fn pages_below(dispute: &Dispute) -> BTreeSet<String> {
    let frozen =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("frozen/addresses.toml"));
    let frozen: toml::Table = frozen.unwrap().parse().unwrap();
    let older = frozen["files"].as_array().unwrap().iter();
    let older = older.filter_map(|path| {
        let below = path.as_str()?.strip_prefix(dispute.id.as_str())?;
        let id = below.strip_prefix('/')?.strip_suffix('/')?;
        id.parse::<Id>().ok().map(|id| id.to_string())
    });
    let items = dispute.items().map(|item| item.id().to_string());
    items.chain(older).collect()
}

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

async fn open_small_site(engine: Engine) -> Browser {
    Browser::open_in(engine, "a-b", Script::On).await
}

/// The forms of an id to test in a browser: only some, because each one is a page
/// load. All forms of all ids are tested without a browser above.
fn forms_for_browsers(id: &str) -> Vec<String> {
    // In a browser, the `#` would begin the hash.
    let forms = forms(id).into_iter().filter(|form| !form.contains("&#"));
    let forms: Vec<String> = forms.collect();
    forms
        .iter()
        .step_by(forms.len() / FORMS_PER_BROWSER)
        .cloned()
        .collect()
}

/// The approximate number of forms of one id to test in a browser.
const FORMS_PER_BROWSER: usize = 20;

/// A script that returns whether the page of an item is shown under its own URL.
fn on_its_page(path: &str) -> String {
    format!(
        "return location.pathname === {} && document.querySelector('main .item') !== null",
        json!(path)
    )
}

async fn a_mangled_path_leads_to_its_item(engine: Engine) {
    let browser = open_small_site(engine).await;
    let there = on_its_page(&format!("{}{WHOLE}{ITEM}/", base("a-b")));
    for form in forms_for_browsers(ITEM) {
        browser.goto(&format!("{WHOLE}{form}")).await;
        browser.wait(&there).await;
    }
    // In a browser, the `#` of a numeric character reference begins the hash.
    for form in [
        "who&#45;pays",
        "who&#x2D;pays/",
        "who&#173;-p&#8203;ays",
        "who-pays&#62;",
    ] {
        browser.goto(&format!("{WHOLE}{form}")).await;
        browser.wait(&there).await;
        browser.wait("return location.hash === ''").await;
    }
    // An alias, below a mangled id of its dispute.
    browser
        .goto("Bridge%E2%80%90Repair/was-notice-given).")
        .await;
    let present = format!("{}{WHOLE}notice-given/", base("a-b"));
    browser.wait(&on_its_page(&present)).await;
    // Junk alone leads to the page that precedes it.
    for (path, to) in [
        (format!("{WHOLE}%E2%80%8B"), WHOLE),
        (format!("{WHOLE}&utm_source=x"), WHOLE),
        ("%E2%80%8B".to_owned(), ""),
        ("index.html).".to_owned(), ""),
    ] {
        browser.goto(&path).await;
        browser
            .wait(&format!(
                "return location.pathname === '{}{to}' && document.querySelector('.site').dataset.page !== 'missing'",
                base("a-b")
            ))
            .await;
    }
}

async fn a_mangled_hash_leads_to_its_item(engine: Engine) {
    let browser = open_small_site(engine).await;
    let there = format!(
        "return location.hash === '#{ITEM}' && document.activeElement.id === '{ITEM}'
           && document.getElementById('{ITEM}').hasAttribute('data-here')"
    );
    browser.goto_hydrated(WHOLE).await;
    let mut hashes = forms_for_browsers(ITEM);
    hashes.extend(
        ["?utm_source=x", "#xtor=RSS-8", "?v=abcdefgh"].map(|tail| format!("{ITEM}{tail}")),
    );
    hashes.extend(["#", "?", "/", "!/", "#/"].map(|head| format!("{head}{ITEM}")));
    for hash in hashes {
        browser.eval("location.hash = '#notice-given'").await;
        browser
            .wait("return document.getElementById('notice-given').hasAttribute('data-here')")
            .await;
        browser
            .eval(&format!("location.hash = {}", json!(format!("#{hash}"))))
            .await;
        browser.wait(&there).await;
    }
    // Mangled hashes work on page load too.
    for hash in ["who-pays?utm_source=x", "/who-pays", "who%E2%80%90pays**"] {
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&format!("{WHOLE}#{hash}")).await;
        browser.wait(&there).await;
    }
    // Sections of the page work like items. A hash that names nothing is ignored.
    browser
        .eval("location.hash = '#_sources?utm_source=x'")
        .await;
    browser
        .wait("return location.hash === '#_sources' && document.activeElement.id === '_sources'")
        .await;
    for hash in [
        "#utm_source=who-pays",
        "#google_vignette",
        "#:~:text=who-pays",
    ] {
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&format!("{WHOLE}{hash}")).await;
        let quiet = browser
            .eval("return document.querySelector('#_missing, [data-here]') === null")
            .await;
        assert_eq!(quiet, json!(true), "{hash}");
    }
}

async fn a_mangled_address_leads_to_its_item_offline(engine: Engine) {
    let folder = site("a-b");
    let mut server = Server::start(&folder, base("a-b"));
    let browser = Browser::open_address(engine, server.address(), Script::On).await;
    browser.goto_hydrated(WHOLE).await;
    if browser.eval("return 'serviceWorker' in navigator").await == json!(false) {
        lacks(engine, "service workers, so pages need a connection");
        return;
    }
    let kept = |path: &str| {
        format!(
            "caches.match(location.origin + '{}{path}').then((kept) => {{ window.kept = kept !== undefined; }});
             return window.kept === true && navigator.serviceWorker.controller !== null",
            base("a-b")
        )
    };
    browser.wait(&kept("offline.html")).await;
    // The page of one item was visited; the other is cached only as part of the page
    // of the whole dispute.
    browser.goto_hydrated(&format!("{WHOLE}{ITEM}/")).await;
    browser.wait(&kept(&format!("{WHOLE}{ITEM}/"))).await;
    server.stop();
    let visited = on_its_page(&format!("{}{WHOLE}{ITEM}/", base("a-b")));
    let id = "notice-given";
    let in_place = format!(
        "return location.pathname === '{}{WHOLE}' && location.hash === '#{id}' && document.activeElement.id === '{id}'",
        base("a-b")
    );
    let tails = ["", "/", "/index.html", "?utm_source=x"];
    for (id, there) in [(ITEM, visited), (id, in_place)] {
        let mangled = forms_for_browsers(id).into_iter().step_by(4);
        let tails = tails.map(|tail| format!("{id}{tail}"));
        for form in tails.into_iter().chain(mangled) {
            browser.goto(&format!("{WHOLE}{form}")).await;
            browser.wait(&there).await;
        }
    }
}

async fn a_mangled_version_is_recognised(engine: Engine) {
    let browser = open_small_site(engine).await;
    let page = format!("{WHOLE}engineer-sent-letter/");
    let told = "return document.querySelector('main .item') !== null && document.querySelector('#_changed') !== null";
    let queries = list("versions").into_iter().step_by(3);
    for query in queries.chain(list("versions-in-path")) {
        browser.goto_hydrated("").await;
        browser.goto(&format!("{page}{query}")).await;
        browser.wait(told).await;
    }
}

/// The ids of the statements that are shown as matches.
const MATCHES: &str =
    "return JSON.stringify([...document.querySelectorAll('[data-match]')].map((one) => one.id))";

async fn a_mangled_view_keeps_its_filters(engine: Engine) {
    let browser = open_small_site(engine).await;
    let matches = "return document.querySelector('[data-match]') !== null";
    let view = async |address: &str| -> Value {
        browser.goto_hydrated("").await;
        browser.goto(&format!("{WHOLE}{address}")).await;
        browser.wait(matches).await;
        browser.eval(MATCHES).await
    };
    let clean = view("?speaker=mayor&wording=quoted").await;
    assert_ne!(
        clean,
        view("?speaker=mayor").await,
        "the second filter excludes nothing"
    );
    for address in list("views") {
        assert_eq!(view(&address).await, clean, "{address}");
    }
}

async fn an_unknown_id_gets_suggestions_from_its_dispute(engine: Engine) {
    let browser = open_small_site(engine).await;
    let own_alone =
        "return [...document.querySelectorAll('main [data-dispute]')].filter((one) => !one.hidden)
        .map((one) => one.dataset.dispute).join() === 'bridge-repair'";
    for address in [
        "who-pay",
        "%23who-pay",
        "who-pay/%3Fx=1",
        "who-pay%E2%80%8B**",
        "Who-Pay).",
        "who%E2%80%91pay",
    ] {
        browser.goto(&format!("{WHOLE}{address}")).await;
        browser.wait(own_alone).await;
        let page = browser.text("main").await;
        assert!(
            page.contains("“who-pay”") && page.contains("who-pays"),
            "{address}: {page}"
        );
        assert!(
            page.contains("Was notice given before the closure?"),
            "{address}: {page}"
        );
    }
    // Text that can't be an id is not shown, but the points of the dispute are.
    for address in ["%D1%8F/", "google_vignette/"] {
        browser.goto(&format!("{WHOLE}{address}")).await;
        browser.wait(own_alone).await;
        let page = browser.text("main").await;
        assert!(!page.contains("There is no"), "{address}: {page}");
        assert!(
            page.contains("Was notice given before the closure?"),
            "{address}: {page}"
        );
    }
}

async fn the_order_of_sides_is_kept_across_pages(engine: Engine) {
    let browser = open_small_site(engine).await;
    browser
        .goto_hydrated(&format!("{WHOLE}?first=town#who-pays"))
        .await;
    let first = |side: &str| {
        format!(
            "return document.querySelector('main [data-side]')?.dataset.side === '{side}' && location.search.includes('first=town') === {}",
            side == "second"
        )
    };
    browser.wait(&first("second")).await;
    browser.click("#who-pays .point__question a").await;
    browser
        .wait(&on_its_page(&format!("{}{WHOLE}who-pays/", base("a-b"))))
        .await;
    browser.wait(&first("second")).await;
    // To the next point, and back to the page of the whole dispute.
    browser.click(".neighbours__next a").await;
    browser
        .wait(&on_its_page(&format!(
            "{}{WHOLE}later-notice/",
            base("a-b")
        )))
        .await;
    browser.wait(&first("second")).await;
    browser.click(".item__whole a").await;
    browser.wait("return location.hash === '#later-notice' && document.activeElement.id === 'later-notice'").await;
    browser.wait(&first("second")).await;
    // Without the query, the sides are in their usual order.
    browser.goto_hydrated(&format!("{WHOLE}who-pays/")).await;
    browser.wait(&first("first")).await;
}
