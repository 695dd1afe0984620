//! Embeds: the page in a frame, and the oEmbed responses.

use std::fs;

use says_who_tests::page::{Address, FramedEmbed};
use says_who_tests::{Engine, Start, base, files, in_every_engine, site, with_boot};
use serde_json::{Value, json};

use crate::{EXPLAINER, STATEMENT};

in_every_engine! {
    an_embed_on_another_page,
}

async fn an_embed_on_another_page(engine: Engine) {
    let folder = with_boot("a-b", Some(""));
    let host = format!(
        "<!doctype html><title>Another page</title><h1>Another page</h1><iframe id=frame src=\"{}embed/{EXPLAINER}{STATEMENT}/\" width=700 height=480></iframe>",
        base("a-b")
    );
    fs::write(folder.path().join("host.html"), host).unwrap();
    let browser = Start::folder(folder.path(), base("a-b"))
        .load(engine, "host.html")
        .await;
    FramedEmbed(&browser).wait_until_parsed().await;
    let frame = FramedEmbed(&browser).text().await;
    for words in [
        "As of 10 March 2021",
        "County says",
        "Town says",
        "“We never saw it <or> heard of it.”",
        "Ada Okafor",
    ] {
        assert!(frame.contains(words), "{words}: {frame}");
    }
    assert_eq!(FramedEmbed(&browser).loaded_script_count().await, 0);
    // The link to its own URL opens in the top window, other links in a new one.
    assert_eq!(FramedEmbed(&browser).link_target().await, "_blank");
    FramedEmbed(&browser).follow_own_link().await;
    Address(&browser)
        .wait_for_path(&format!("{}{EXPLAINER}{STATEMENT}/", base("a-b")))
        .await;
    // Explainers, aliases, removed items and sources have embed pages too.
    for page in [
        "",
        "was-notice-given/",
        "mayor-first-remark/",
        "radio-bridge/",
    ] {
        browser.goto(&format!("embed/{EXPLAINER}{page}")).await;
        assert!(
            browser.text("main").await.contains("As of 10 March 2021"),
            "{page}"
        );
    }
}

/// Other sites request an item's oEmbed response to embed it.
#[test]
fn every_item_has_an_oembed_response() {
    let folder = site("repo");
    let mut responses = 0;
    for file in files(&folder) {
        if file.file_name().unwrap() != "oembed.json" {
            continue;
        }
        let response: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        assert_eq!(
            (&response["version"], &response["type"]),
            (&json!("1.0"), &json!("rich"))
        );
        let frame = response["html"].as_str().unwrap();
        let source = frame
            .split_once("src=\"https://example.org/repo/")
            .unwrap()
            .1
            .split_once('"')
            .unwrap()
            .0;
        let framed = fs::read_to_string(folder.join(source).join("index.html")).unwrap();
        assert!(
            framed.contains("<base target=\"_blank\">") && !framed.contains("<script src"),
            "{source}"
        );
        let height = &response["height"];
        assert!(frame.contains(&format!(" height=\"{height}\"")), "{source}");
        assert_eq!(response["width"], json!(640), "{source}");
        let page = fs::read_to_string(file.with_file_name("index.html")).unwrap();
        assert!(
            page.contains("type=\"application/json+oembed\""),
            "{}",
            file.display()
        );
        responses += 1;
    }
    assert!(responses > 100, "{responses}");
}
