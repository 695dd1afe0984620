//! A mangled id in the path or in the hash leads to its item.

use says_who_tests::{Engine, base, in_every_engine};
use serde_json::json;

use crate::small_site::{forms_for_browsers, on_its_page, open_small_site};
use crate::{ITEM, WHOLE};

in_every_engine! {
    a_mangled_path_leads_to_its_item,
    a_mangled_hash_leads_to_its_item,
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
