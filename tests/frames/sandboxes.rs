//! Embed pages in every sandbox: their styles, their URL, their links.

use fantoccini::Locator;
use says_who_tests::page::{Address, HostPage, click_by_script};
use says_who_tests::{Browser, Engine, FaultyServer, base, in_every_engine};

use crate::host::{STATEMENT, enter_embed, open_host};

in_every_engine! {
    every_sandbox_shows_the_styles_and_the_url,
    links_open_from_a_sandbox_that_allows_scripts,
}

/// The computed style of the first element for a selector.
async fn computed_style(browser: &Browser, selector: &str, property: &str) -> String {
    let element = browser.client.find(Locator::Css(selector)).await.unwrap();
    element.css_value(property).await.unwrap()
}

async fn every_sandbox_shows_the_styles_and_the_url(engine: Engine) {
    let sandboxes = [
        "",
        "sandbox",
        "sandbox=allow-scripts security=restricted",
        "sandbox=allow-popups",
        "sandbox=allow-same-origin",
        "sandbox=allow-top-navigation-by-user-activation",
        "sandbox='allow-scripts allow-same-origin allow-popups'",
        "credentialless",
    ];
    for (name, origin) in [("a-b", None), ("hosted", Some("https://example.org"))] {
        let site = FaultyServer::serve(name, |_, it| it).await;
        let page = format!("{}embed/{STATEMENT}", site.address);
        let frame = |attributes: &str| format!("<iframe {attributes} src='{page}'></iframe>");
        // The embedding page may have a `data:` or `about:` URL, or an opaque origin.
        let inside = frame("").replace('\'', "&quot;");
        let nested = [
            format!("<iframe srcdoc='{inside}'></iframe>"),
            format!("<iframe src='data:text/html,{inside}'></iframe>"),
            format!("<iframe sandbox srcdoc='{inside}'></iframe>"),
        ];
        let body: String = sandboxes
            .iter()
            .map(|attributes| frame(attributes))
            .chain(nested.iter().cloned())
            .collect();
        let browser = open_host(engine, &body).await;
        let single = (0..sandboxes.len()).map(|index| (sandboxes[index], vec![index]));
        let deeper = (0..nested.len()).map(|index| ("nested", vec![sandboxes.len() + index, 0]));
        for (what, path) in single.chain(deeper) {
            let path: Vec<u16> = path
                .iter()
                .map(|one| u16::try_from(*one).unwrap())
                .collect();
            enter_embed(&browser, &path).await;
            assert_eq!(
                computed_style(&browser, ".framed__back", "position").await,
                "sticky",
                "{name}, {what} {path:?}"
            );
            // Where links don't open, the URL can be copied.
            let address = browser.text(".framed__address a").await;
            let own = format!("{}{STATEMENT}", base(name));
            match origin {
                Some(origin) => assert_eq!(address, format!("{origin}{own}"), "{what}"),
                None => assert!(address.ends_with(&own), "{what}: {address}"),
            }
            let select = if engine == Engine::Webkit {
                "-webkit-user-select"
            } else {
                "user-select"
            };
            assert_eq!(
                computed_style(&browser, ".framed__address", select).await,
                "all",
                "{what}"
            );
        }
    }
}

async fn links_open_from_a_sandbox_that_allows_scripts(engine: Engine) {
    let site = FaultyServer::serve("a-b", |_, it| it).await;
    let page = format!("{}embed/{STATEMENT}", site.address);
    let secret = "a1B2c3";
    let body = format!(
        "<script>{}</script>
         <iframe sandbox=allow-scripts src='{page}#?secret={secret}'></iframe>
         <iframe sandbox=allow-scripts src='{page}'></iframe>",
        HostPage::RECORD_FIRST_FRAME
    );
    let browser = open_host(engine, &body).await;
    // This is the protocol of WordPress for its frames.
    HostPage(&browser)
        .wait_for_height_message(secret, 200)
        .await;
    enter_embed(&browser, &[0]).await;
    click_by_script(&browser, ".framed__back a").await;
    browser.switch_to_frame(&[]).await;
    let link = format!("{}{STATEMENT}", site.address);
    HostPage(&browser)
        .wait_for_link_message(secret, &link)
        .await;
    // Without a listener and without a new window, the frame itself navigates.
    enter_embed(&browser, &[1]).await;
    click_by_script(&browser, ".framed__back a").await;
    Address(&browser).wait_for_url(&link).await;
}
