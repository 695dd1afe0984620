//! Every valid dispute has pages that a browser parses as they were written and that
//! the app can hydrate, whatever its texts contain.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod disputes;
mod intended_markdown;
mod texts;

#[path = "../support/parsing.rs"]
mod parsing;

use std::fs;
use std::process::Command;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use says_who_bundle::Bundle;
use says_who_routes::Base;
use says_who_site::Site;
use says_who_tests::{Engine, Start, says_who};

use disputes::{generated, parts, read};
use intended_markdown::assert_only_intended_markdown;

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
        let browser = Start::folder(&site, "/x/").browser(Engine::Chromium).await;
        for page in [
            "",
            "bridge-repair/",
            "bridge-repair/who-pays/",
            "bridge-repair/mayor-never-saw-it/",
            "bridge-repair/closure-letter/",
            "bridge-repair/mayor/",
            "bridge-repair/speakers/",
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
