//! Link previews: every page has a card, and a description that names both sides.

use std::fs;

use says_who_tests::{files, site};

/// Every page of the large site has a link preview: its card exists and has the
/// right size, and its description names both sides.
#[test]
fn every_page_has_a_link_preview() {
    let folder = site("repo");
    let library = says_who_files::library(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture-large"),
    )
    .unwrap();
    let mut cards = 0;
    for page in files(&folder) {
        let path = page
            .strip_prefix(&folder)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        if !path.ends_with(".html") || path.starts_with("embed/") {
            continue;
        }
        let html = fs::read_to_string(&page).unwrap();
        let content = |name: &str| {
            let after = html
                .split_once(name)
                .unwrap_or_else(|| panic!("{path} has no {name}"))
                .1;
            after
                .split_once("content=\"")
                .unwrap()
                .1
                .split_once('"')
                .unwrap()
                .0
                .to_owned()
        };
        let card = content("og:image\"");
        let file = card
            .strip_prefix("https://example.org/repo/")
            .unwrap()
            .split('?')
            .next()
            .unwrap();
        let png = fs::read(folder.join(file)).unwrap();
        assert_eq!(&png[1..4], b"PNG");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (1200, 630), "{file}");
        assert_eq!(content("name=\"twitter:card\""), "summary_large_image");
        let (description, og_description) =
            (content("name=\"description\""), content("og:description\""));
        assert_eq!(description, og_description);
        let dispute = path.split_once('/').map(|(first, _)| first);
        // The "about" page belongs to no dispute.
        if let Some(dispute) = dispute.filter(|first| *first != "about") {
            let sides = &library.dispute(dispute).unwrap().sides;
            for says in [&sides.first.says, &sides.second.says] {
                assert!(
                    description.contains(&format!("{says}: ")),
                    "{path}: {description}"
                );
            }
            assert!(content("og:image:alt\"").contains(&description));
            assert!(
                html.contains("rel=\"canonical\"") || html.contains("noindex"),
                "{path}"
            );
        }
        cards += 1;
    }
    assert!(cards > 100, "{cards}");
}
