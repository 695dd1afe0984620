//! Every valid dispute has pages that a browser parses as they were written and that
//! the app can hydrate, whatever its texts contain.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

#[path = "support/parsing.rs"]
mod parsing;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use pulldown_cmark::{Event, Parser, Tag};
use says_who_bundle::Bundle;
use says_who_model::Library;
use says_who_model::read::{InputFile, escape_hidden, library, unintended_text};
use says_who_routes::Base;
use says_who_site::{Site, markdown};
use says_who_tests::{Browser, Engine, Script, says_who};
use toml::{Table, Value};

/// The keys with free text.
const TEXTS: [&str; 26] = [
    "about",
    "accepted",
    "as-of-note",
    "attributed-to",
    "authors",
    "contested",
    "corporate-authors",
    "headline",
    "how",
    "left-out",
    "method",
    "name",
    "note",
    "order-note",
    "outlet",
    "question",
    "reason",
    "role",
    "said",
    "says",
    "setting",
    "settled-by",
    "summary",
    "text",
    "verb",
    "what",
];

/// Characters that look like quotation marks, which texts with quotations must not
/// contain.
const MARKS: &str =
    "'`´＇‘’‚‛‹›❛❜❝❞❟❠〝〞〟＂⹂「」『』﹁﹂﹃﹄｢｣′″‴‵‶‷\u{2b9}\u{2ba}\u{2bc}\u{2dd}\u{2ee}״׳🙶🙷🙸";

/// A text with some of the characters that are special in any of the formats.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => "[a-zA-Z]{1,12}",
        2 => "\\PC{1,8}",
        1 => Just("<script>alert(1)</script>".to_owned()),
        1 => Just("</main></div></details>".to_owned()),
        1 => Just("<!-- --> ]]> &amp; &lt;".to_owned()),
        1 => Just("' onerror='x' `{{x}}` \\ %2F".to_owned()),
        1 => Just("שלום \u{200f}مرحبا".to_owned()),
        1 => Just("\u{1f469}\u{200d}\u{1f467} e\u{301}".to_owned()),
        1 => "[a-z]{60,90}",
    ];
    // Quotation marks are added by the caller, where they are allowed.
    let marks = ['“', '”', '"', '„', '‟', '«', '»'];
    let texts = proptest::collection::vec(part, 1..5).prop_map(move |parts| {
        let text = parts.join(" ").replace(marks, "");
        format!("x {text}")
    });
    // Invisible characters, unintended texts and look-alike marks are rejected.
    texts.prop_filter("an accepted text", |text| {
        let typed = ["<<", ">>", ",,"].iter().any(|marks| text.contains(marks));
        escape_hidden(text) == *text && unintended_text(text).is_none() && !typed
    })
}

/// The texts to insert, in order.
struct Texts<'a>(std::iter::Cycle<std::slice::Iter<'a, String>>);

impl Texts<'_> {
    fn next(&mut self) -> String {
        self.0.next().unwrap().clone()
    }

    /// Replaces each free text.
    fn put(&mut self, key: &str, value: &mut Value) {
        match value {
            Value::String(old) if TEXTS.contains(&key) && !old.starts_with("not stated") => {
                let quoted = key == "said" && old.contains('“');
                // Texts that can quote must not contain look-alikes of quotation
                // marks.
                let quotes = ["said", "text", "words"].contains(&key);
                let marks = |c: char| quotes && MARKS.contains(c);
                // Replace them with a letter, so that the characters around them don't
                // combine.
                let text = self.next().replace(marks, "x");
                *old = if quoted {
                    let more = [self.next(), self.next()].map(|text| text.replace(marks, "x"));
                    format!("{text} “{}” {}", more[0], more[1])
                } else {
                    text
                };
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.put(key, value)),
            Value::Table(table) => {
                // An alias has a `to` as well, which is an id.
                if table.contains_key("hop")
                    && let Some(Value::String(to)) = table.get_mut("to")
                {
                    *to = self.next();
                }
                for (key, value) in table.iter_mut() {
                    self.put(key, value);
                }
            }
            _ => {}
        }
    }
}

/// The fixture with other texts, and `more` additional points with `statements`
/// statements each.
fn generated(texts: &[String], more: usize, statements: usize) -> Vec<InputFile> {
    let mut texts = Texts(texts.iter().cycle());
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let mut files = Vec::new();
    for file in says_who_files::read_folder(&fixture).unwrap() {
        // The lock file and the register are of the original texts.
        if file.path.ends_with("quotations.toml") || file.path.ends_with("register.toml") {
            continue;
        }
        // The logo is not a text, and texts about the site have limits of their own.
        if !file.path.ends_with(".toml") || file.path == "library.toml" {
            files.push(file);
            continue;
        }
        let mut table: Table = String::from_utf8(file.bytes).unwrap().parse().unwrap();
        if file.path.ends_with("sources.toml") {
            for (_, source) in table.iter_mut() {
                let source = source.as_table_mut().unwrap();
                source.insert("not-verified".to_owned(), Value::String(texts.next()));
            }
        }
        if file.path == "bridge-repair/dispute.toml" {
            let points = table["points"].as_array_mut().unwrap();
            points.extend((0..more).map(|index| Value::String(format!("more-{index}"))));
        }
        if file.path.ends_with("who-pays.toml") {
            for index in 0..more {
                let mut point = table.clone();
                repeat_statement(&mut point, index, statements);
                point
                    .iter_mut()
                    .for_each(|(key, value)| texts.put(key, value));
                files.push(InputFile {
                    path: format!("bridge-repair/points/more-{index}.toml"),
                    bytes: point.to_string().into_bytes(),
                });
            }
        }
        table
            .iter_mut()
            .for_each(|(key, value)| texts.put(key, value));
        files.push(InputFile {
            path: file.path,
            bytes: table.to_string().into_bytes(),
        });
    }
    files
}

fn repeat_statement(point: &mut Table, index: usize, statements: usize) {
    let list = point["statement"].as_array_mut().unwrap();
    let first = list[0].clone();
    list.clear();
    for number in 0..statements {
        let mut statement = first.clone();
        statement["id"] = Value::String(format!("said-{index}-{number}"));
        list.push(statement);
    }
}

/// The arguments of [`generated`].
fn parts() -> impl Strategy<Value = (Vec<String>, usize, usize)> {
    (
        proptest::collection::vec(text(), 5..30),
        0usize..4,
        1usize..5,
    )
}

fn read(files: &[InputFile]) -> Library {
    library("data", files).unwrap_or_else(|report| panic!("{report}"))
}

/// Checks that the Markdown has only intended markup, and none from texts.
fn assert_only_intended_markdown(library: &Library) {
    for dispute in &library.disputes {
        let text = markdown(&library.site, dispute);
        let mut questions = 0;
        for event in Parser::new(&text) {
            match event {
                Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::Rule => {
                    panic!("{event:?} in {text}")
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert!(dest_url.starts_with("https://example.com/"), "{dest_url}");
                }
                Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock) => {
                    panic!("{event:?} in {text}")
                }
                Event::Start(Tag::Heading { level, .. }) if level as u8 == 4 => questions += 1,
                _ => {}
            }
        }
        let cells = 2 * dispute.all_points().count();
        let others = dispute
            .all_points()
            .filter(|point| !point.others.is_empty());
        assert_eq!(questions, cells + others.count(), "{text}");
    }
}

#[test]
fn pages_of_any_valid_dispute_parse_as_written() {
    let base: Base = "/repo/".parse().unwrap();
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::with_cases(24)
    });
    runner
        .run(&parts(), |(texts, more, statements)| {
            let library = Arc::new(read(&generated(&texts, more, statements)));
            let bundle = Bundle::for_tests();
            let site = Site::new(&library, &bundle, &base, Some("https://example.org")).unwrap();
            let files = site.files();
            prop_assert!(files.len() > 20);
            for file in files.iter().filter(|file| file.path.ends_with(".html")) {
                parsing::changes_nothing(&file.text, &file.path);
            }
            assert_only_intended_markdown(&library);
            Ok(())
        })
        .unwrap();
}

/// The number of sites that are hydrated in a browser: only a few, because building
/// one takes long.
const SITES: usize = 5;

#[tokio::test]
async fn pages_of_any_valid_dispute_hydrate() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..SITES {
        let (texts, more, statements) = parts().new_tree(&mut runner).unwrap().current();
        let folder = tempfile::tempdir().unwrap();
        let (data, site) = (folder.path().join("data"), folder.path().join("site"));
        for file in generated(&texts, more, statements) {
            let path = data.join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file.bytes).unwrap();
        }
        let run = |command: &mut Command| {
            let output = command.output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{said} {texts:?}");
        };
        run(says_who(&["register"]).arg(&data));
        run(
            says_who(&["build", "--quiet", "--public-url", "/x/", "--data"])
                .arg(&data)
                .arg("--out")
                .arg(&site),
        );
        let browser = Browser::open_folder(Engine::Chromium, &site, "/x/", Script::On).await;
        for page in [
            "",
            "bridge-repair/",
            "bridge-repair/who-pays/",
            "bridge-repair/mayor-never-saw-it/",
            "bridge-repair/closure-letter/",
            "bridge-repair/figures/",
            "bridge-repair/print/",
            "bridge-repair/share/",
            "bridge-repair/mayor-first-remark/",
        ] {
            browser.goto_hydrated(page).await;
            assert_eq!(
                browser.console().await,
                Vec::<String>::new(),
                "{page} of {texts:?}"
            );
        }
    }
}
