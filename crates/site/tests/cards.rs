//! Preview cards of disputes in scripts that the bundled fonts lack.

use std::fs;
use std::path::Path;

use says_who_bundle::Bundle;
use says_who_site::{Input, Options, generate_site};

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Builds the fixture with a text of a file replaced, and returns the warnings about
/// its cards.
fn warnings(file: &str, find: &str, replace: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture"),
        &data,
    );
    let path = data.join(file);
    let text = fs::read_to_string(&path).expect("a data file");
    assert!(text.contains(find), "{file} has no {find}");
    fs::write(&path, text.replacen(find, replace, 1)).expect("a data file");
    let input = Input::read(&data).unwrap_or_else(|report| panic!("{report}"));
    let options = Options {
        bundle: Bundle::for_tests(),
        base: "/repo/".parse().expect("a valid base path"),
        origin: Some("https://example.org".to_owned()),
        offline: false,
        card_cache: folder.path().join("cards"),
    };
    let out = folder.path().join("site");
    let warnings = generate_site(&input, &options, &out, |_, _| {}).expect("a site");
    for card in ["", "bridge-repair/", "bridge-repair/who-pays/"] {
        let png = fs::read(out.join(card).join("card.png")).expect("a card");
        assert_eq!(png.get(1..4), Some(b"PNG".as_slice()));
    }
    warnings.lines().collect()
}

#[test]
fn what_can_be_drawn_gives_no_warning() {
    let file = "bridge-repair/dispute.toml";
    assert_eq!(warnings(file, "question = ", "question = "), [""; 0]);
    let arabic = "question = \"هل أبلغت المقاطعة البلدة؟\" # ";
    assert_eq!(warnings(file, "question = ", arabic), [""; 0]);
}

#[test]
fn each_file_with_text_that_can_not_be_drawn_gives_one_warning() {
    let amharic = "question = \"ድልድዩን ማን ዘጋው?\" # ";
    let found = warnings("bridge-repair/dispute.toml", "question = ", amharic);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("bridge-repair/dispute.toml: ") && found[0].contains("(Ethiopic)"),
        "{found:?}"
    );
    let file = "bridge-repair/points/who-pays.toml";
    let found = warnings(file, "question = ", amharic);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("bridge-repair/points: "), "{found:?}");
}
