//! Both sides are visible in a frame of any width.

use std::fs;

use says_who_tests::page::{FramedEmbed, FramedPage};
use says_who_tests::{Engine, Start, in_every_engine, site};
use serde_json::Value;

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

async fn both_sides_are_visible_at_every_width(engine: Engine) {
    let browser = Start::site("repo").browser(engine).await;
    // A text file has no policy, so a script can add frames to it and access them.
    browser.goto("did-the-ferry-answer/cite.txt").await;
    let (mut checked, mut fully_visible) = (0, 0);
    for (page, height) in embed_pages().into_iter().step_by(9) {
        let address = format!("{}embed/{page}", browser.address);
        FramedPage(&browser).open(&address, 300, height).await;
        FramedEmbed(&browser).wait_until_complete().await;
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
            FramedPage(&browser).resize(width, size).await;
            let seen = FramedEmbed(&browser).visible_parts().await;
            let what = format!("{page} at {width} px, text at {size}: {seen:?}");
            assert!(seen.back, "{what}");
            let is = |parts: &[bool], cell: usize| parts.get(cell) == Some(&true);
            // Skip pages without words of a side, and those on which others' statements
            // come first.
            if seen.words.is_empty() || FramedEmbed(&browser).begins_with_others().await {
                continue;
            }
            // With the sides next to each other, a question in text of twice the size
            // can fill the frame. The text then fades out above the foot, which shows
            // that there is more.
            let is_filled = size == "200%" && width >= 608;
            let first = is(&seen.heads, 0) || is_filled;
            let second = is(&seen.words, 1) || is(&seen.heads, 1) || is_filled;
            assert!(first && second, "{what}");
            checked += 1;
            // The height in the embed code fits a page of this width.
            if size == "100%" && width >= 640 && height < 1000 {
                assert!(is(&seen.words, 0) && is(&seen.words, 1), "{what}");
                assert!(seen.all, "{what}");
                fully_visible += 1;
            }
        }
    }
    assert!(
        checked > 50 && fully_visible > 10,
        "{checked}, {fully_visible}"
    );
}
