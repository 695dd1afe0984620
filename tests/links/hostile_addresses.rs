//! Addresses that try to run a script or to leave the site.

use says_who_tests::page::{Document, Element};
use says_who_tests::{Engine, Start, in_every_engine};

use crate::EXPLAINER;

/// Elements that the app does not draw, but that an address may try to add.
const FOREIGN: &str =
    "#app script:not(#_data, #_words), #app img:not(.masthead__logo), #app iframe, #app [onerror]";

in_every_engine! {
    hostile_addresses,
}

async fn hostile_addresses(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let long = "a-".repeat(4000);
    let mut addresses = vec![
        format!("{EXPLAINER}#%3Cimg%20src=x%20onerror=window.hit=1%3E"),
        format!("{EXPLAINER}#javascript:window.hit=1"),
        format!("{EXPLAINER}#{long}"),
        format!("{EXPLAINER}#%"),
        format!("{EXPLAINER}#%ff%fe%00"),
        format!("{EXPLAINER}#__proto__"),
        format!("{EXPLAINER}#constructor"),
        format!("{EXPLAINER}#content"),
        format!("{EXPLAINER}#%E2%80%AEgnp.exe"),
        format!("{EXPLAINER}?v=%3Cscript%3Ewindow.hit=1%3C/script%3E&%FF=%&&&==#who-pays"),
        format!("{EXPLAINER}%3Cscript%3Ewindow.hit=1%3C%2Fscript%3E/"),
        format!("{EXPLAINER}..%2f..%2f..%2fetc%2fpasswd"),
        format!("{EXPLAINER}%00/%ff/"),
        format!("{EXPLAINER}{}/", "%20".repeat(500)),
        "%E2%80%AE/%F0%9F%92%A3/".to_owned(),
        "//evil.example/".to_owned(),
        ".//evil.example/%5c%5c".to_owned(),
    ];
    addresses.push(format!("{EXPLAINER}{}/", "x".repeat(2000)));
    for address in addresses {
        // Load another page first: a new fragment alone would not load anything.
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&address).await;
        let foreign = Element::new(&browser, FOREIGN).count().await;
        assert_eq!(foreign, 0, "{address}");
        assert!(
            !Document(&browser).has_run_hostile_script().await,
            "{address}"
        );
        let text = Element::new(&browser, "main").shown_texts().await.concat();
        assert!(text.chars().count() > 20, "{address}: {text}");
        assert!(!text.contains("evil"), "{address}: {text}");
        let errors: Vec<_> = browser
            .console()
            .await
            .into_iter()
            .filter(|line| !line.contains("status of 404"))
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{address}");
    }
}
