//! A mangled id in the path or in the hash leads to its item.

use says_who_tests::page::{Address, Element, Explainer, LinkTarget};
use says_who_tests::{Engine, Start, base, in_every_engine};

use crate::forms::forms_for_browsers;
use crate::{ITEM, WHOLE};

in_every_engine! {
    a_mangled_path_leads_to_its_item,
    a_mangled_hash_leads_to_its_item,
}

async fn a_mangled_path_leads_to_its_item(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let base = base("a-b");
    let there = format!("{base}{WHOLE}{ITEM}/");
    for form in forms_for_browsers(ITEM) {
        browser.goto(&format!("{WHOLE}{form}")).await;
        Explainer(&browser).wait_for_item_page_at(&there).await;
    }
    // In a browser, the `#` of a numeric character reference begins the hash.
    for form in [
        "who&#45;pays",
        "who&#x2D;pays/",
        "who&#173;-p&#8203;ays",
        "who-pays&#62;",
    ] {
        browser.goto(&format!("{WHOLE}{form}")).await;
        Explainer(&browser).wait_for_item_page_at(&there).await;
        Address(&browser).wait_for_hash("").await;
    }
    // An alias, below a mangled id of its dispute.
    browser
        .goto("Bridge%E2%80%90Repair/was-notice-given).")
        .await;
    Explainer(&browser)
        .wait_for_item_page_at(&format!("{base}{WHOLE}notice-given/"))
        .await;
    // Junk alone leads to the page that precedes it.
    for (path, to) in [
        (format!("{WHOLE}%E2%80%8B"), WHOLE),
        (format!("{WHOLE}&utm_source=x"), WHOLE),
        ("%E2%80%8B".to_owned(), ""),
        ("index.html).".to_owned(), ""),
    ] {
        browser.goto(&path).await;
        Address(&browser)
            .wait_for_path_of_existing_page(&format!("{base}{to}"))
            .await;
    }
}

async fn a_mangled_hash_leads_to_its_item(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let target = LinkTarget::new(&browser, ITEM);
    browser.goto_hydrated(WHOLE).await;
    let mut hashes = forms_for_browsers(ITEM);
    hashes.extend(
        ["?utm_source=x", "#xtor=RSS-8", "?v=abcdefgh"].map(|tail| format!("{ITEM}{tail}")),
    );
    hashes.extend(["#", "?", "/", "!/", "#/"].map(|head| format!("{head}{ITEM}")));
    for hash in hashes {
        Address(&browser).set_hash("#notice-given").await;
        Explainer(&browser).wait_until_marked("notice-given").await;
        Address(&browser).set_hash(&format!("#{hash}")).await;
        target.wait_for_hash_focus_and_mark().await;
    }
    // Mangled hashes work on page load too.
    for hash in ["who-pays?utm_source=x", "/who-pays", "who%E2%80%90pays**"] {
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&format!("{WHOLE}#{hash}")).await;
        target.wait_for_hash_focus_and_mark().await;
    }
    // Sections of the page work like items. A hash that names nothing is ignored.
    Address(&browser).set_hash("#_sources?utm_source=x").await;
    Address(&browser).wait_for_focused_target("_sources").await;
    for hash in [
        "#utm_source=who-pays",
        "#google_vignette",
        "#:~:text=who-pays",
    ] {
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&format!("{WHOLE}{hash}")).await;
        let reaction = Element::new(&browser, "#_missing, [data-here]");
        assert!(!reaction.exists().await, "{hash}");
    }
}
