//! Embed pages in frames on other sites, in three browsers: in every sandbox they
//! have their styles and their URL, both sides are visible at every width, and they
//! report their height to a page that listens.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;

use fantoccini::Locator;
use says_who_tests::{Browser, Engine, FaultyServer, Script, Served, base, in_every_engine, site};
use serde_json::{Value, json};

in_every_engine! {
    every_sandbox_shows_the_styles_and_the_url,
    both_sides_are_visible_at_every_width,
    embed_js_sets_the_height_of_a_frame,
    links_open_from_a_sandbox_that_allows_scripts,
}

const STATEMENT: &str = "bridge-repair/mayor-never-saw-it/";

/// Serves a page of another site with `body`, beside the small site.
async fn serve_host(body: &str) -> FaultyServer {
    let page = format!("<!doctype html><meta charset=utf-8><title>Another site</title>{body}");
    FaultyServer::serve("a-b", move |path, it| {
        if path == "host.html" {
            Served::Bytes("text/html; charset=utf-8", page.clone().into_bytes())
        } else {
            it
        }
    })
    .await
}

/// Opens a browser on a page of another site with `body`.
async fn open_host(engine: Engine, body: &str) -> Browser {
    let host = serve_host(body).await;
    let browser = Browser::open_address(engine, host.address, Script::On).await;
    browser.goto("host.html").await;
    browser
}

/// Switches to a frame and waits for its embed page, without script, because some
/// sandboxes allow none.
async fn enter_embed(browser: &Browser, path: &[u16]) {
    browser.switch_to_frame(path).await;
    browser
        .client
        .wait()
        .for_element(Locator::Css(".framed__back"))
        .await
        .unwrap();
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

/// The pages of the large dispute that can be embedded: their paths, and the height
/// in their embed code.
fn embed_pages() -> Vec<(String, u64)> {
    let dispute = "did-the-ferry-answer";
    let folder = site("repo").join(dispute);
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let file = entry.path().join("oembed.json");
        if let Ok(response) = fs::read(file) {
            let response: Value = serde_json::from_slice(&response).unwrap();
            let name = entry.file_name().into_string().unwrap();
            pages.push((
                format!("{dispute}/{name}/"),
                response["height"].as_u64().unwrap(),
            ));
        }
    }
    pages.sort();
    assert!(pages.len() > 100);
    pages
}

/// A script that returns what is visible in a frame without scrolling: the whole page,
/// the first line of each side, the heading of each side, the link back to the site.
const VISIBLE_PARTS: &str = "
    const page = frames[0].document;
    const foot = page.querySelector('.framed__back').getBoundingClientRect();
    const isVisible = (box) => box !== undefined && box.top >= 0 && box.bottom <= foot.top + 1;
    const first = (cell) => {
      const words = page.createRange();
      words.selectNodeContents(cell.querySelector('.wording, .absence__kind'));
      return words.getClientRects()[0];
    };
    const cells = [...page.querySelectorAll('.cell')];
    return {
      all: page.documentElement.scrollHeight <= frames[0].innerHeight,
      words: cells.map((cell) => isVisible(first(cell))),
      heads: cells.map((cell) => isVisible(cell.querySelector('.cell__head').getBoundingClientRect())),
      back: foot.bottom <= frames[0].innerHeight + 1 && foot.top >= 0,
    };";

async fn both_sides_are_visible_at_every_width(engine: Engine) {
    let browser = Browser::open_in(engine, "repo", Script::On).await;
    // A text file has no policy, so a script can add frames to it and access them.
    browser.goto("did-the-ferry-answer/cite.txt").await;
    let (mut checked, mut full) = (0, 0);
    for (page, height) in embed_pages().into_iter().step_by(9) {
        let source = format!("{}embed/{page}", browser.address);
        browser
            .eval(&format!(
                "const frame = document.createElement('iframe');
                 frame.src = '{source}';
                 frame.style.border = 0;
                 frame.height = {height};
                 document.body.replaceChildren(frame);"
            ))
            .await;
        browser
            .wait("return frames[0].document.querySelector('.framed__back') !== null && frames[0].document.readyState === 'complete'")
            .await;
        for (width, size) in [
            (280, "100%"),
            (340, "100%"),
            (375, "100%"),
            (480, "100%"),
            (640, "100%"),
            (700, "100%"),
            (340, "200%"),
            (640, "200%"),
        ] {
            browser
                .eval(&format!(
                    "document.querySelector('iframe').width = {width};
                     frames[0].document.documentElement.style.fontSize = '{size}';"
                ))
                .await;
            let seen = browser.eval(VISIBLE_PARTS).await;
            let what = format!("{page} at {width} px, text at {size}: {seen}");
            assert_eq!(seen["back"], json!(true), "{what}");
            let is = |what: &str, cell: usize| seen[what][cell] == json!(true);
            // Skip pages without words of a side, and those on which others' statements
            // come first.
            let others = browser
                .eval("return frames[0].document.querySelector('.point-row__others ~ .point-row__cells') !== null")
                .await;
            if seen["words"] == json!([]) || others == json!(true) {
                continue;
            }
            // With the sides next to each other, a question in text of twice the size
            // can fill the frame. The text then fades out above the foot, which shows
            // that there is more.
            let is_filled = size == "200%" && width >= 608;
            let first = is("heads", 0) || is_filled;
            let second = is("words", 1) || is("heads", 1) || is_filled;
            assert!(first && second, "{what}");
            checked += 1;
            // The height in the embed code fits a page of this width.
            if size == "100%" && width >= 640 && height < 1000 {
                assert!(is("words", 0) && is("words", 1), "{what}");
                full += usize::from(seen["all"] == json!(true));
                assert_eq!(seen["all"], json!(true), "{what}");
            }
        }
    }
    assert!(checked > 50 && full > 10, "{checked}, {full}");
}

async fn embed_js_sets_the_height_of_a_frame(engine: Engine) {
    let site = FaultyServer::serve("a-b", |_, it| it).await;
    let page = format!("{}embed/{STATEMENT}", site.address);
    let body = format!(
        "<style>.around {{ box-sizing: border-box; padding: 0 }}</style>
         <iframe width=640 height=150 style='border:3px solid' src='{page}'></iframe>
         <iframe width=340 height=150 style='border:3px solid' class=around sandbox=allow-scripts src='{page}'></iframe>
         <iframe width=340 height=150 src='{}{STATEMENT}'></iframe>
         <script async src='{}embed.js'></script>",
        site.address, site.address
    );
    let browser = open_host(engine, &body).await;
    let heights = "[...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight)";
    browser
        .wait(&format!(
            "return {heights}[0] > 200 && {heights}[1] > {heights}[0]"
        ))
        .await;
    for frame in [0, 1] {
        enter_embed(&browser, &[frame]).await;
        browser
            .wait("return Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) < 1.5
                     && document.documentElement.scrollHeight <= innerHeight")
            .await;
    }
    browser.switch_to_frame(&[]).await;
    // A page that is not an embed page sends no message.
    assert_eq!(
        browser.eval(&format!("return {heights}[2]")).await,
        json!(150)
    );

    // A narrower frame becomes taller.
    let before = browser.eval(&format!("return {heights}[0]")).await;
    browser
        .eval("document.querySelector('iframe').width = 300; scrollTo(0, 0)")
        .await;
    browser
        .wait(&format!("return {heights}[0] > {before}"))
        .await;

    // Messages from other frames are ignored, whatever they contain.
    let before = browser.eval(&format!("return {heights}")).await;
    browser
        .eval(
            "window.heard = 0;
             addEventListener('message', ({ data }) => { window.heard += data === 'done' ? 1 : 0; });
             const hostile = document.createElement('iframe');
             hostile.srcdoc = `<script>for (const height of [1e9, -1, NaN, 0, '700', {}, null, [9]]) parent.postMessage({ height }, '*');
               for (const other of [null, 5, 'height', []]) parent.postMessage(other, '*');
               parent.postMessage('done', '*')</script>`;
             document.body.append(hostile);",
        )
        .await;
    browser.wait("return window.heard === 1").await;
    let after = browser.eval(&format!("return {heights}.slice(0, 3)")).await;
    assert_eq!(before, after);
    // The site's own frames can't grow without limit, and only numbers count.
    enter_embed(&browser, &[0]).await;
    browser
        .eval("for (const height of [1e9, NaN, '1', null]) parent.postMessage({ height }, '*')")
        .await;
    browser.switch_to_frame(&[]).await;
    browser
        .wait(&format!("return {heights}[0] === 10000"))
        .await;
}

async fn links_open_from_a_sandbox_that_allows_scripts(engine: Engine) {
    let site = FaultyServer::serve("a-b", |_, it| it).await;
    let page = format!("{}embed/{STATEMENT}", site.address);
    let body = format!(
        "<script>window.got = []; addEventListener('message', ({{ data, source }}) => {{ if (source === frames[0]) got.push(data); }})</script>
         <iframe sandbox=allow-scripts src='{page}#?secret=a1B2c3'></iframe>
         <iframe sandbox=allow-scripts src='{page}'></iframe>"
    );
    let browser = open_host(engine, &body).await;
    // This is the protocol of WordPress for its frames.
    browser
        .wait("return got.some(({ secret, message, value }) => secret === 'a1B2c3' && message === 'height' && value > 200)")
        .await;
    let follow = "document.querySelector('.framed__back a').click()";
    enter_embed(&browser, &[0]).await;
    browser.eval(follow).await;
    browser.switch_to_frame(&[]).await;
    let link = format!("{}{STATEMENT}", site.address);
    browser
        .wait(&format!(
            "return got.some(({{ secret, message, value }}) => secret === 'a1B2c3' && message === 'link' && value === {})",
            json!(link)
        ))
        .await;
    // Without a listener and without a new window, the frame itself navigates.
    enter_embed(&browser, &[1]).await;
    browser.eval(follow).await;
    browser
        .wait(&format!("return location.href === {}", json!(link)))
        .await;
}
