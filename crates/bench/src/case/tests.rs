//! Tests of sizes, variants and compressed files.

use std::fs;

use super::{Size, Variant, compress_files, write_variants};
use crate::plain_html::has_script;

#[test]
fn the_variants_are_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = |variant: Variant| folder.path().join(variant.name());
    let read = |variant: Variant, file: &str| fs::read_to_string(site(variant).join(file));
    let app = site(Variant::App);
    fs::create_dir_all(app.join("d")).expect("a folder");
    fs::write(
        app.join("d/index.html"),
        r#"<html><head><link rel="stylesheet" href="/bench/a.css" integrity="x"><script src="/bench/boot.js"></script></head><body><p>1</p></body></html>"#,
    )
    .expect("a file");
    fs::write(app.join("boot.js"), "1").expect("a file");
    fs::write(app.join("icon.svg"), "<svg/>").expect("a file");

    for css in ["p{color:red}", "p{content-visibility:auto}"] {
        fs::write(app.join("a.css"), css).expect("a file");
        let made = write_variants(&app, "d/", &site).expect("the others");
        let made: Vec<Variant> = made.into_iter().map(|(variant, _)| variant).collect();
        let laid_out = css.replace("auto", "visible");
        if css == laid_out {
            assert_eq!(made, [Variant::Floor, Variant::Peer]);
        } else {
            assert_eq!(made, [Variant::Floor, Variant::Plain, Variant::Peer]);
        }
        for variant in made {
            let page = read(variant, "d/index.html").expect("a page");
            assert!(page.contains("<p>1</p>"), "{page}");
            assert_eq!(has_script(&page), variant == Variant::Peer, "{page}");
            assert_eq!(page.contains("peer.js"), variant == Variant::Peer, "{page}");
            assert_eq!(
                page.contains("integrity"),
                variant == Variant::Floor,
                "{page}"
            );
            let expected = if variant == Variant::Floor {
                css
            } else {
                &laid_out
            };
            assert_eq!(read(variant, "a.css").expect("styles"), expected);
            assert!(read(variant, "boot.js").is_err());
        }
    }
    fs::write(app.join("d/index.html"), "<html><head></head></html>").expect("a file");
    assert!(write_variants(&app, "d/", &site).is_err());
}

#[test]
fn files_that_pages_compresses_are_compressed() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path();
    fs::create_dir_all(site.join("d/e")).expect("a folder");
    for file in ["a.wasm", "a.css", "a.bin", "d/index.html", "d/e/index.html"] {
        fs::write(site.join(file), "x".repeat(1000)).expect("a file");
    }
    compress_files(site, &site.join("d/").join("index.html")).expect("packed");
    for (file, is_compressed) in [
        ("a.wasm.gz", true),
        ("a.css.gz", true),
        ("a.bin.gz", false),
        ("d/index.html.gz", true),
        ("d/e/index.html.gz", false),
    ] {
        let size = fs::metadata(site.join(file)).map(|file| file.len());
        assert_eq!(size.is_ok_and(|size| size < 100), is_compressed, "{file}");
    }
}

#[test]
fn sizes_are_read() {
    let size = |points, statements| Ok(Size { points, statements });
    assert_eq!("100".parse(), size(100, 4));
    assert_eq!("1000x10".parse(), size(1000, 10));
    for wrong in ["", "7", "100x1", "x", "100x", "many"] {
        assert!(wrong.parse::<Size>().is_err(), "{wrong}");
    }
}
