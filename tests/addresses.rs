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
    a_mangled_version_is_still_known,
    a_mangled_view_keeps_its_choices,
    what_is_unknown_is_named_in_its_dispute,
    the_order_of_the_sides_stays_from_page_to_page,
}

const WHOLE: &str = "bridge-repair/";
const ITEM: &str = "who-pays";

/// A list of the corpus.
fn list(name: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("addresses.toml");
    let table: toml::Table = fs::read_to_string(file).unwrap().parse().unwrap();
    let list = table[name].as_array().unwrap().iter();
    list.map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// Every form of an id in the corpus.
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

/// Every id that has a page below a dispute.
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

/// How a path below the base path is parsed.
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
fn every_form_of_every_id_is_read() {
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
fn every_form_of_a_dispute_is_read() {
    let is_dispute = |name: &str| library().dispute(name).is_some();
    for form in forms("bridge-repair") {
        let asked = DisputePath::parse(&format!("{form}/{ITEM}/"), &is_dispute);
        let dispute = asked.map(|asked| asked.dispute.to_string());
        assert_eq!(dispute.as_deref(), Some("bridge-repair"), "{form}");
    }
}

#[test]
fn every_form_of_a_version_is_read() {
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
fn what_names_another_thing_is_not_taken_for_an_item() {
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
    // A whole URL behind another one.
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
    fn an_id_is_found_in_whatever_stands_around_it(
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
    fn any_path_has_an_answer(text in "\\PC*") {
        let library = library();
        for path in [text.clone(), format!("bridge-repair/{text}"), format!("{WHOLE}{ITEM}/{text}")] {
            let route = Route::parse(&path);
            prop_assert_eq!(Route::parse(&route.to_string()), route);
            // Parsing the result again gives the same result.
            if let Some(Resolved::Page(route)) = read(library, &path) {
                let again = read(library, &route.to_string());
                prop_assert_eq!(again, Some(Resolved::Page(route)));
            }
            let _ = fingerprint_in_query(&query_in_path(&path));
        }
    }
}

async fn small(engine: Engine) -> Browser {
    Browser::open_in(engine, "a-b", Script::On).await
}

/// The forms to test in a browser: a few of each kind, because each one is a page
/// load. How they are parsed is tested for every id above.
fn sent_to_browsers(id: &str) -> Vec<String> {
    // A browser takes what follows a `#` in a path for the hash.
    let forms = forms(id).into_iter().filter(|form| !form.contains("&#"));
    let forms: Vec<String> = forms.collect();
    forms.iter().step_by(forms.len() / FEW).cloned().collect()
}

/// The number of forms of one id that are tried in each browser, where each takes
/// time. Tests without a browser try all of them.
const FEW: usize = 20;

/// True if the page of an item is in view under its own URL.
fn on_its_page(path: &str) -> String {
    format!(
        "return location.pathname === {} && document.querySelector('main .item') !== null",
        json!(path)
    )
}

async fn a_mangled_path_leads_to_its_item(engine: Engine) {
    let browser = small(engine).await;
    let there = on_its_page(&format!("{}{WHOLE}{ITEM}/", base("a-b")));
    for form in sent_to_browsers(ITEM) {
        browser.go(&format!("{WHOLE}{form}")).await;
        browser.wait(&there).await;
    }
    // A browser takes the `#` of a numeric character reference for the start of the
    // hash.
    for form in [
        "who&#45;pays",
        "who&#x2D;pays/",
        "who&#173;-p&#8203;ays",
        "who-pays&#62;",
    ] {
        browser.go(&format!("{WHOLE}{form}")).await;
        browser.wait(&there).await;
        browser.wait("return location.hash === ''").await;
    }
    // An alias, in the dispute's own mangled name.
    browser.go("Bridge%E2%80%90Repair/was-notice-given).").await;
    let present = format!("{}{WHOLE}notice-given/", base("a-b"));
    browser.wait(&on_its_page(&present)).await;
    // Punctuation alone leads to what precedes it.
    for (path, to) in [
        (format!("{WHOLE}%E2%80%8B"), WHOLE),
        (format!("{WHOLE}&utm_source=x"), WHOLE),
        ("%E2%80%8B".to_owned(), ""),
        ("index.html).".to_owned(), ""),
    ] {
        browser.go(&path).await;
        browser
            .wait(&format!(
                "return location.pathname === '{}{to}' && document.querySelector('.site').dataset.page !== 'missing'",
                base("a-b")
            ))
            .await;
    }
}

async fn a_mangled_hash_leads_to_its_item(engine: Engine) {
    let browser = small(engine).await;
    let there = format!(
        "return location.hash === '#{ITEM}' && document.activeElement.id === '{ITEM}'
           && document.getElementById('{ITEM}').hasAttribute('data-here')"
    );
    browser.ready(WHOLE).await;
    let mut hashes = sent_to_browsers(ITEM);
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
    // The same on page load.
    for hash in ["who-pays?utm_source=x", "/who-pays", "who%E2%80%90pays**"] {
        browser.ready("").await;
        browser.ready(&format!("{WHOLE}#{hash}")).await;
        browser.wait(&there).await;
    }
    // The page's own sections, and a name of nothing.
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
        browser.ready("").await;
        browser.ready(&format!("{WHOLE}{hash}")).await;
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
    browser.ready(WHOLE).await;
    if browser.eval("return 'serviceWorker' in navigator").await == json!(false) {
        lacks(
            engine,
            "service workers: pages are there with a connection only",
        );
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
    // One item was visited; the other is only known from the page of the whole
    // dispute.
    browser.ready(&format!("{WHOLE}{ITEM}/")).await;
    browser.wait(&kept(&format!("{WHOLE}{ITEM}/"))).await;
    server.go_dark();
    let visited = on_its_page(&format!("{}{WHOLE}{ITEM}/", base("a-b")));
    let id = "notice-given";
    let in_place = format!(
        "return location.pathname === '{}{WHOLE}' && location.hash === '#{id}' && document.activeElement.id === '{id}'",
        base("a-b")
    );
    let tails = ["", "/", "/index.html", "?utm_source=x"];
    for (id, there) in [(ITEM, visited), (id, in_place)] {
        let mangled = sent_to_browsers(id).into_iter().step_by(4);
        let tails = tails.map(|tail| format!("{id}{tail}"));
        for form in tails.into_iter().chain(mangled) {
            browser.go(&format!("{WHOLE}{form}")).await;
            browser.wait(&there).await;
        }
    }
}

async fn a_mangled_version_is_still_known(engine: Engine) {
    let browser = small(engine).await;
    let page = format!("{WHOLE}engineer-sent-letter/");
    let told = "return document.querySelector('main .item') !== null && document.querySelector('#_changed') !== null";
    let queries = list("versions").into_iter().step_by(3);
    for query in queries.chain(list("versions-in-path")) {
        browser.ready("").await;
        browser.go(&format!("{page}{query}")).await;
        browser.wait(told).await;
    }
}

/// The statements that are shown as matches, and the selected side.
const VIEW: &str =
    "return JSON.stringify([...document.querySelectorAll('[data-match]')].map((one) => one.id))";

async fn a_mangled_view_keeps_its_choices(engine: Engine) {
    let browser = small(engine).await;
    let matches = "return document.querySelector('[data-match]') !== null";
    let view = async |address: &str| -> Value {
        browser.ready("").await;
        browser.go(&format!("{WHOLE}{address}")).await;
        browser.wait(matches).await;
        browser.eval(VIEW).await
    };
    let clean = view("?speaker=mayor&wording=quoted").await;
    assert_ne!(
        clean,
        view("?speaker=mayor").await,
        "the second choice leaves nothing out"
    );
    for address in list("views") {
        assert_eq!(view(&address).await, clean, "{address}");
    }
}

async fn what_is_unknown_is_named_in_its_dispute(engine: Engine) {
    let browser = small(engine).await;
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
        browser.go(&format!("{WHOLE}{address}")).await;
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
    // What can't be an id is not echoed; the points of the dispute are listed.
    for address in ["%D1%8F/", "google_vignette/"] {
        browser.go(&format!("{WHOLE}{address}")).await;
        browser.wait(own_alone).await;
        let page = browser.text("main").await;
        assert!(!page.contains("There is no"), "{address}: {page}");
        assert!(
            page.contains("Was notice given before the closure?"),
            "{address}: {page}"
        );
    }
}

async fn the_order_of_the_sides_stays_from_page_to_page(engine: Engine) {
    let browser = small(engine).await;
    browser.ready(&format!("{WHOLE}?first=town#who-pays")).await;
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
    // On to the next point, and back to the page of the whole dispute.
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
    // It is not shown unless the reader asked for it.
    browser.ready(&format!("{WHOLE}who-pays/")).await;
    browser.wait(&first("first")).await;
}
