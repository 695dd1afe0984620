//! Both sides are visible in a frame of any width.

use std::fs;

use says_who_tests::{Browser, Engine, Script, in_every_engine, site};
use serde_json::{Value, json};

in_every_engine! {
    both_sides_are_visible_at_every_width,
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
