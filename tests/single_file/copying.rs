//! The links that the file copies and shows, without and with the URL of the site.

use says_who_tests::page::{
    AllSources, Clipboard, Element, Explainer, SharePanel, click_by_script,
};
use says_who_tests::{Engine, in_every_engine};
use serde_json::json;

use crate::{SITE, STATEMENT, WITH_SITE_URL, WITHOUT_SITE_URL, assert_no_requests, load, start};

in_every_engine! {
    copied_links_lead_to_the_site_or_the_file,
    a_copy_with_a_site_url_links_to_the_site,
}

async fn copied_links_lead_to_the_site_or_the_file(engine: Engine) {
    let browser = start().browser(engine).await;
    for (name, whole, item) in [
        (WITHOUT_SITE_URL, None, None),
        (
            WITH_SITE_URL,
            Some("bridge-repair/"),
            Some("bridge-repair/mayor-never-saw-it/?v="),
        ),
    ] {
        load(&browser, &format!("{name}?first=town#who-pays")).await;
        Clipboard(&browser).replace().await;
        AllSources(&browser).unfold_all().await;
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
            Element::new(&browser, control).wait_until_exists().await;
            click_by_script(&browser, control).await;
            Clipboard(&browser).wait_for_last(&expected).await;
            Clipboard(&browser).clear().await;
        }
        // The dialog shows the same link, and leads to a comparison in the file. It links
        // to citation files and offers an
        // embed code only if there is a site that has them.
        click_by_script(&browser, &format!("#{STATEMENT} [data-share]")).await;
        let expected = item.map_or_else(|| in_file("#mayor-never-saw-it"), online);
        SharePanel(&browser).wait_for_link(&expected).await;
        let offered = Element::new(&browser, "dialog[open] :is(a[href], .share__embed)");
        let offered = offered.visible_count().await;
        assert_eq!(offered, if item.is_some() { 8 } else { 3 }, "{name}");
        let code = Element::new(&browser, "dialog[open] .share__text--code");
        let code = code.text_content().await;
        if item.is_some() {
            let frame = format!("<iframe src=\"{SITE}embed/bridge-repair/{STATEMENT}/\"");
            assert!(code.starts_with(&frame), "{code}");
        }
        assert_no_requests(&browser, name).await;
    }
}

async fn a_copy_with_a_site_url_links_to_the_site(engine: Engine) {
    let browser = start().browser(engine).await;
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
    for (link, expected) in [
        (".masthead__name a", SITE.to_owned()),
        (
            ".contents__sections > li:last-child > a",
            format!("{SITE}bridge-repair/share/"),
        ),
        (
            ".prose a[href*=figures]",
            format!("{SITE}bridge-repair/figures/"),
        ),
        (
            "#who-pays .point__head [data-share]",
            format!("{SITE}bridge-repair/who-pays/#_share"),
        ),
        ("#who-pays .point__question a", "#who-pays".to_owned()),
    ] {
        let href = Element::new(&browser, link).attribute("href").await;
        assert_eq!(href, Some(expected), "{link}");
    }
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
