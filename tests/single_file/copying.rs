//! The links that the file copies and shows, without and with the URL of the site.

use says_who_tests::page::{Explainer, click_by_script};
use says_who_tests::{Engine, Script, in_every_engine};
use serde_json::json;

use crate::{SITE, STATEMENT, WITH_SITE_URL, WITHOUT_SITE_URL, assert_no_requests, load, open};

in_every_engine! {
    copied_links_lead_to_the_site_or_the_file,
    a_copy_with_a_site_url_links_to_the_site,
}

/// Replaces the clipboard with one that records in `window.copied`.
const FAKE_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true,
    value: { writeText: async (text) => { window.copied = text; } } })";

async fn copied_links_lead_to_the_site_or_the_file(engine: Engine) {
    let browser = open(engine, Script::On).await;
    for (name, whole, item) in [
        (WITHOUT_SITE_URL, None, None),
        (
            WITH_SITE_URL,
            Some("bridge-repair/"),
            Some("bridge-repair/mayor-never-saw-it/?v="),
        ),
    ] {
        load(&browser, &format!("{name}?first=town#who-pays")).await;
        browser.eval(FAKE_CLIPBOARD).await;
        browser
            .eval("document.querySelectorAll('.sourcing').forEach((one) => { one.open = true; })")
            .await;
        let file = format!("{}{name}", browser.address);
        let in_file = |place: &str| format!("{file}{place}");
        let online = |path: &str| format!("{SITE}{path}");
        for (place, expected) in [
            (".opening", whole.map_or_else(|| in_file("#"), online)),
            (
                &format!("#{STATEMENT}"),
                item.map_or_else(|| in_file("#mayor-never-saw-it"), online),
            ),
        ] {
            let in_panel = "dialog[open] [data-copy=link]";
            let control = if place == ".opening" {
                ".opening [data-copy=link]"
            } else {
                click_by_script(&browser, &format!("{place} .more")).await;
                in_panel
            };
            browser
                .wait(&format!(
                    "return document.querySelector('{control}') !== null"
                ))
                .await;
            click_by_script(&browser, control).await;
            let copied = format!(
                "return (window.copied ?? '').startsWith({})",
                json!(expected)
            );
            browser.wait(&copied).await;
            browser.eval("window.copied = ''").await;
        }
        // The dialog shows the same link. It links to citation files and offers an
        // embed code only if there is a site that has them.
        click_by_script(&browser, &format!("#{STATEMENT} [data-share]")).await;
        let expected = item.map_or_else(|| in_file("#mayor-never-saw-it"), online);
        browser
            .wait(&format!(
                "const link = document.querySelector('dialog[open] a.share__text');
                 return link !== null && link.href.startsWith({expected}) && link.innerText === link.href",
                expected = json!(expected)
            ))
            .await;
        let offered = browser
            .eval(
                "return [...document.querySelectorAll('dialog[open] :is(a[href], .share__embed)')]
                     .filter((one) => one.checkVisibility()).length",
            )
            .await;
        assert_eq!(offered, json!(if item.is_some() { 7 } else { 2 }), "{name}");
        let code = browser
            .eval("return document.querySelector('dialog[open] .share__text--code').textContent")
            .await;
        if item.is_some() {
            let frame = format!("<iframe src=\"{SITE}embed/bridge-repair/{STATEMENT}/\"");
            assert!(code.as_str().unwrap().starts_with(&frame), "{code}");
        }
        assert_no_requests(&browser, name).await;
    }
}

async fn a_copy_with_a_site_url_links_to_the_site(engine: Engine) {
    let browser = open(engine, Script::On).await;
    load(&browser, WITH_SITE_URL).await;
    let note = browser.text(".one-file").await;
    assert_eq!(
        note,
        format!(
            "As of 10 March 2021. This copy is complete in one file; it does not change when the site does. \
             It was made from {SITE}bridge-repair/"
        )
    );
    // Links to items stay in the file; links to other pages lead to the site.
    let hrefs = browser
        .eval(
            "const of = (selector) => document.querySelector(selector).getAttribute('href');
             return [of('.masthead__name a'), of('.contents__sections > li:last-child > a'),
               of('.prose a[href*=figures]'), of('#who-pays .point__head [data-share]'), of('#who-pays .point__question a')]",
        )
        .await;
    assert_eq!(
        hrefs,
        json!([
            SITE,
            format!("{SITE}bridge-repair/share/"),
            format!("{SITE}bridge-repair/figures/"),
            format!("{SITE}bridge-repair/who-pays/#_share"),
            "#who-pays",
        ])
    );
    let printed = Explainer(&browser).print_line().await;
    assert_eq!(
        printed,
        json!(format!("As of 10 March 2021 · {SITE}bridge-repair/"))
    );
    // Without a site URL, no URL is printed: that of the file is a path on the reader's
    // disk.
    load(&browser, WITHOUT_SITE_URL).await;
    let printed = Explainer(&browser).print_line().await;
    assert_eq!(printed, json!("As of 10 March 2021"));
    let note = browser.text(".one-file").await;
    assert!(note.ends_with("when the site does."), "{note}");
}
