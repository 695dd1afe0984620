//! Embed pages in frames on other sites, in three browsers: in every sandbox they
//! have their style and their link, both sides are visible at every width, and a
//! page that listens is told their height.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;

use fantoccini::Locator;
use says_who_tests::{Browser, Engine, Faulty, Script, Served, base, in_every_engine, site};
use serde_json::{Value, json};

in_every_engine! {
    every_sandbox_shows_the_style_and_the_address,
    both_sides_are_in_sight_at_every_width,
    the_script_fits_a_frame_to_its_text,
    links_open_where_a_sandbox_has_scripts,
}

const STATEMENT: &str = "bridge-repair/mayor-never-saw-it/";

/// A page of another site with this in its body.
async fn host(body: &str) -> Faulty {
    let page = format!("<!doctype html><meta charset=utf-8><title>Another site</title>{body}");
    Faulty::serve("a-b", move |path, it| {
        if path == "host.html" {
            Served::Bytes("text/html; charset=utf-8", page.clone().into_bytes())
        } else {
            it
        }
    })
    .await
}

/// Opens a browser on it.
async fn open(engine: Engine, body: &str) -> Browser {
    let host = host(body).await;
    let browser = Browser::open_address(engine, host.address, Script::On).await;
    browser.go("host.html").await;
    browser
}

/// Switches to a frame and waits until its page is loaded. Runs no script in it,
/// because some frames allow none.
async fn enter(browser: &Browser, path: &[u16]) {
    browser.enter(path).await;
    browser
        .client
        .wait()
        .for_element(Locator::Css(".framed__back"))
        .await
        .unwrap();
}

/// The computed style of the first element for a selector.
async fn style(browser: &Browser, selector: &str, property: &str) -> String {
    let element = browser.client.find(Locator::Css(selector)).await.unwrap();
    element.css_value(property).await.unwrap()
}

async fn every_sandbox_shows_the_style_and_the_address(engine: Engine) {
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
        let site = Faulty::serve(name, |_, it| it).await;
        let page = format!("{}embed/{STATEMENT}", site.address);
        let frame = |attributes: &str| format!("<iframe {attributes} src='{page}'></iframe>");
        // The page around it may have an opaque origin, or a URL of a special
        // scheme.
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
        let browser = open(engine, &body).await;
        let single = (0..sandboxes.len()).map(|index| (sandboxes[index], vec![index]));
        let deeper = (0..nested.len()).map(|index| ("nested", vec![sandboxes.len() + index, 0]));
        for (what, path) in single.chain(deeper) {
            let path: Vec<u16> = path
                .iter()
                .map(|one| u16::try_from(*one).unwrap())
                .collect();
            enter(&browser, &path).await;
            assert_eq!(
                style(&browser, ".framed__back", "position").await,
                "sticky",
                "{name}, {what} {path:?}"
            );
            // The URL can be copied where links don't open.
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
                style(&browser, ".framed__address", select).await,
                "all",
                "{what}"
            );
        }
    }
}

/// The frames of the large dispute: their paths below its own, and the height in
/// their embed code.
fn frames() -> Vec<(String, u64)> {
    let dispute = "did-the-ferry-answer";
    let folder = site("repo").join(dispute);
    let mut frames = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let answer = entry.path().join("oembed.json");
        if let Ok(answer) = fs::read(answer) {
            let answer: Value = serde_json::from_slice(&answer).unwrap();
            let name = entry.file_name().into_string().unwrap();
            frames.push((
                format!("{dispute}/{name}/"),
                answer["height"].as_u64().unwrap(),
            ));
        }
    }
    frames.sort();
    assert!(frames.len() > 100);
    frames
}

/// What a reader sees of a frame without scrolling: whether all of it, whether the
/// first words of each side, whether the heading of each, whether the link to the
/// site.
const IN_SIGHT: &str = "
    const page = frames[0].document;
    const foot = page.querySelector('.framed__back').getBoundingClientRect();
    const shows = (box) => box !== undefined && box.top >= 0 && box.bottom <= foot.top + 1;
    const first = (cell) => {
      const words = page.createRange();
      words.selectNodeContents(cell.querySelector('.wording, .absence__kind'));
      return words.getClientRects()[0];
    };
    const cells = [...page.querySelectorAll('.cell')];
    return {
      all: page.documentElement.scrollHeight <= frames[0].innerHeight,
      words: cells.map((cell) => shows(first(cell))),
      heads: cells.map((cell) => shows(cell.querySelector('.cell__head').getBoundingClientRect())),
      back: foot.bottom <= frames[0].innerHeight + 1 && foot.top >= 0,
    };";

async fn both_sides_are_in_sight_at_every_width(engine: Engine) {
    let browser = Browser::open_in(engine, "repo", Script::On).await;
    // A text file may contain frames, and access them.
    browser.go("did-the-ferry-answer/cite.txt").await;
    let (mut looked, mut full) = (0, 0);
    for (page, height) in frames().into_iter().step_by(9) {
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
            let seen = browser.eval(IN_SIGHT).await;
            let what = format!("{page} at {width} px, text at {size}: {seen}");
            assert_eq!(seen["back"], json!(true), "{what}");
            let is = |what: &str, cell: usize| seen[what][cell] == json!(true);
            // A frame with somebody's statement has its words first.
            let others = browser
                .eval("return frames[0].document.querySelector('.point-row__others ~ .point-row__cells') !== null")
                .await;
            if seen["words"] == json!([]) || others == json!(true) {
                continue;
            }
            // Side by side, a question in text of twice the size can fill a frame:
            // then the text fades into the foot, which shows that there is more.
            let is_filled = size == "200%" && width >= 608;
            let first = is("heads", 0) || is_filled;
            let second = is("words", 1) || is("heads", 1) || is_filled;
            assert!(first && second, "{what}");
            looked += 1;
            // The height is that for a column of text.
            if size == "100%" && width >= 640 && height < 1000 {
                assert!(is("words", 0) && is("words", 1), "{what}");
                full += usize::from(seen["all"] == json!(true));
                assert_eq!(seen["all"], json!(true), "{what}");
            }
        }
    }
    assert!(looked > 50 && full > 10, "{looked}, {full}");
}

async fn the_script_fits_a_frame_to_its_text(engine: Engine) {
    let site = Faulty::serve("a-b", |_, it| it).await;
    let page = format!("{}embed/{STATEMENT}", site.address);
    let body = format!(
        "<style>.around {{ box-sizing: border-box; padding: 0 }}</style>
         <iframe width=640 height=150 style='border:3px solid' src='{page}'></iframe>
         <iframe width=340 height=150 style='border:3px solid' class=around sandbox=allow-scripts src='{page}'></iframe>
         <iframe width=340 height=150 src='{}{STATEMENT}'></iframe>
         <script async src='{}embed.js'></script>",
        site.address, site.address
    );
    let browser = open(engine, &body).await;
    let heights = "[...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight)";
    browser
        .wait(&format!(
            "return {heights}[0] > 200 && {heights}[1] > {heights}[0]"
        ))
        .await;
    for frame in [0, 1] {
        enter(&browser, &[frame]).await;
        browser
            .wait("return Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) < 1.5
                     && document.documentElement.scrollHeight <= innerHeight")
            .await;
    }
    browser.enter(&[]).await;
    // Another kind of page sends no message.
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

    // Messages from other frames are ignored, and only a height is accepted.
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
    // Not even one of our own frames grows without limit.
    enter(&browser, &[0]).await;
    browser
        .eval("for (const height of [1e9, NaN, '1', null]) parent.postMessage({ height }, '*')")
        .await;
    browser.enter(&[]).await;
    browser
        .wait(&format!("return {heights}[0] === 10000"))
        .await;
}

async fn links_open_where_a_sandbox_has_scripts(engine: Engine) {
    let site = Faulty::serve("a-b", |_, it| it).await;
    let page = format!("{}embed/{STATEMENT}", site.address);
    let body = format!(
        "<script>window.got = []; addEventListener('message', ({{ data, source }}) => {{ if (source === frames[0]) got.push(data); }})</script>
         <iframe sandbox=allow-scripts src='{page}#?secret=a1B2c3'></iframe>
         <iframe sandbox=allow-scripts src='{page}'></iframe>"
    );
    let browser = open(engine, &body).await;
    // As WordPress expects it of the frames that it creates.
    browser
        .wait("return got.some(({ secret, message, value }) => secret === 'a1B2c3' && message === 'height' && value > 200)")
        .await;
    let follow = "document.querySelector('.framed__back a').click()";
    enter(&browser, &[0]).await;
    browser.eval(follow).await;
    browser.enter(&[]).await;
    let link = format!("{}{STATEMENT}", site.address);
    browser
        .wait(&format!(
            "return got.some(({{ secret, message, value }}) => secret === 'a1B2c3' && message === 'link' && value === {})",
            json!(link)
        ))
        .await;
    // If nobody listens and no window opens, the frame itself navigates.
    enter(&browser, &[1]).await;
    browser.eval(follow).await;
    browser
        .wait(&format!("return location.href === {}", json!(link)))
        .await;
}
