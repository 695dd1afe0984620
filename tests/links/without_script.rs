//! Links and sharing without script.

use fantoccini::Locator;
use says_who_tests::page::Viewport;
use says_who_tests::{Browser, Engine, Start, base, in_every_engine, lacks, with_boot};

use crate::{EXPLAINER, POINT, STATEMENT};

in_every_engine! {
    without_script,
}

/// Waits for a URL. Works where script is off.
async fn wait_for_url(browser: &Browser, path: &str) {
    let address = format!("{}{path}", browser.address).parse().unwrap();
    browser.client.wait().for_url(&address).await.unwrap();
}

async fn without_script(engine: Engine) {
    let folder;
    let browser = if engine == Engine::Webkit {
        lacks(
            engine,
            "a way to turn script off: the boot script is emptied instead",
        );
        folder = with_boot("a-b", None);
        Start::folder(folder.path(), base("a-b"))
            .browser(engine)
            .await
    } else {
        Start::site("a-b").without_script().browser(engine).await
    };
    let top = async |id: &str| {
        let element = browser.client.find(Locator::Id(id)).await.unwrap();
        let (_, y, _, _) = element.rectangle().await.unwrap();
        y
    };
    // The browser itself scrolls to the target of a fragment, aliases included.
    for (hash, id) in [
        (STATEMENT, STATEMENT),
        ("was-notice-given", POINT),
        ("mayor-first-remark", "mayor-first-remark"),
    ] {
        browser.goto("").await;
        browser.goto(&format!("{EXPLAINER}#{hash}")).await;
        assert!(browser.text(&format!("#{id}")).await.len() > 20);
        assert!(top(id).await > 0.0);
        if engine == Engine::Chromium || engine == Engine::Webkit {
            Viewport(&browser).wait_for(id).await;
        } else {
            lacks(
                engine,
                "driver scripts on a page without script: the scroll position is not checked",
            );
        }
    }
    // An alias in the path redirects to the current URL.
    browser.goto(&format!("{EXPLAINER}was-notice-given/")).await;
    if engine == Engine::Webkit {
        lacks(
            engine,
            "pages without script: the redirect in <noscript> is not tested",
        );
    } else {
        browser
            .client
            .wait()
            .for_element(Locator::Css(".item"))
            .await
            .unwrap();
        wait_for_url(&browser, &format!("{EXPLAINER}{POINT}/")).await;
    }
    assert!(browser.text("h1").await.contains("Was notice given"));
    // Without script, a section of the page has the link, the citation and the
    // citation files.
    browser.goto(&format!("{EXPLAINER}{STATEMENT}/")).await;
    let page = browser.text("main").await;
    assert!(
        page.contains("Share and cite") && page.contains("Jo Lind (Mayor), 9 March 2021:"),
        "{page}"
    );
    assert!(
        !page.contains("Copy link"),
        "a button without effect is shown: {page}"
    );
    browser
        .client
        .find(Locator::LinkText("BibTeX"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    // In the explainer, the share control is a link to that section.
    browser.goto(EXPLAINER).await;
    browser
        .click(&format!("#{POINT} .point__head [data-share]"))
        .await;
    wait_for_url(&browser, &format!("{EXPLAINER}{POINT}/#_share")).await;
}
