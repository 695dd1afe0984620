//! Authors as other programs read them from each format.

mod importers;
mod names;

use std::path::Path;

use says_who_model::Library;
use says_who_model::read::library;
use says_who_routes::Base;

use super::{Format, cite, quotation};
use crate::context::RenderContext;
use crate::words::ENGLISH;
use importers::{Read, from_bibtex, from_csl, from_ris, parts, whole};

/// The fixture with `edit` applied to the text of each of its data files.
fn edited(edit: impl Fn(&str, String) -> String) -> Library {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture");
    let mut files = says_who_files::read_folder(&folder).expect("the fixture can be read");
    // The register's fingerprints are those of the unedited texts.
    files.retain(|file| !file.path.ends_with("register.toml"));
    for file in &mut files {
        let text = String::from_utf8(std::mem::take(&mut file.bytes)).expect("text");
        file.bytes = edit(&file.path, text).into_bytes();
    }
    library("data", &files).unwrap_or_else(|report| panic!("{report}"))
}

/// The fixture with these TOML lines in place of its author line.
fn signed(lines: &str) -> Library {
    edited(|path, text| match path {
        "bridge-repair/sources.toml" => text.replace("authors = \"Sam Reed\"", lines),
        _ => text,
    })
}

fn context<'a>(library: &'a Library, base: &'a Base, origin: &'a str) -> RenderContext<'a> {
    RenderContext {
        site: &library.site,
        dispute: &library.disputes[0],
        base,
        origin,
        words: &ENGLISH,
        level: 3,
    }
}

fn cited(library: &Library, id: &str, format: Format) -> String {
    let base: Base = "/repo/".parse().expect("a base path");
    let context = context(library, &base, "https://example.org");
    cite(
        context,
        &context.find_shareable(id).expect("an item"),
        format,
    )
}

/// Checks what a program reads from each format of the source's citation. RIS has no
/// comma within a name, and no format but BibTeX has a word for "others".
fn read_alike(lines: &str, expected: &[Read]) -> Library {
    let library = signed(lines);
    let id = "courier-bridge-closes";
    assert_eq!(
        from_csl(&cited(&library, id, Format::CslJson)),
        expected,
        "{lines}"
    );
    let mut bibtex = from_bibtex(&cited(&library, id, Format::Bibtex));
    if bibtex.last() == Some(&whole("others")) && expected.last() != Some(&whole("others")) {
        bibtex.pop();
    }
    assert_eq!(bibtex, expected, "{lines}");
    let without_commas = expected.iter().cloned().map(|name| match name {
        Read::Whole(name) => Read::Whole(name.replace(',', "")),
        parts => parts,
    });
    let ris = from_ris(&cited(&library, id, Format::Ris));
    assert_eq!(ris, without_commas.collect::<Vec<_>>(), "{lines}");
    library
}

#[test]
fn several_authors_are_several_in_every_form() {
    let three = [
        parts("Hansler", "Jennifer", ""),
        parts("Atwood", "Kylie", ""),
        parts("Herb", "Jeremy", ""),
    ];
    for lines in [
        r#"authors = ["Jennifer Hansler", "Kylie Atwood", "Jeremy Herb"]"#,
        r#"authors = "Jennifer Hansler, Kylie Atwood and Jeremy Herb""#,
        r#"authors = ["Jennifer Hansler, Kylie Atwood, and Jeremy Herb"]"#,
        r#"authors = ["Jennifer Hansler; Kylie Atwood; Jeremy Herb"]"#,
        r#"authors = ["Jennifer Hansler & Kylie Atwood", "Jeremy Herb"]"#,
    ] {
        let library = read_alike(lines, &three);
        let plain = cited(&library, "courier-bridge-closes", Format::Plain);
        assert!(
            plain.starts_with("Jennifer Hansler, Kylie Atwood and Jeremy Herb, 10 March 2021: "),
            "{plain}"
        );
    }
    for lines in [
        r#"authors = ["Sam Reed", "others"]"#,
        r#"authors = ["Sam Reed and others"]"#,
        r#"authors = ["Sam Reed et al."]"#,
        r#"authors = ["Sam Reed", "et al."]"#,
    ] {
        let library = read_alike(lines, &[parts("Reed", "Sam", "")]);
        let text = |format| cited(&library, "courier-bridge-closes", format);
        assert!(text(Format::Plain).starts_with("Sam Reed and others, "));
        assert!(text(Format::Bibtex).contains("author = {Reed, Sam and others},"));
        assert!(text(Format::Ris).contains("N1  - Sam Reed and others.\r\n"));
        assert!(text(Format::CslJson).contains("\"note\":\"Sam Reed and others. "));
    }
}

#[test]
fn an_outlet_that_is_the_author_is_named_once() {
    for lines in ["", "corporate-authors = [\"The Valley Courier\"]"] {
        let library = read_alike(lines, &[whole("The Valley Courier")]);
        let plain = cited(&library, "courier-bridge-closes", Format::Plain);
        assert_eq!(plain.matches("The Valley Courier").count(), 1, "{plain}");
        let said = cited(&library, "courier-saw-copy", Format::Plain);
        assert_eq!(said.matches("The Valley Courier").count(), 1, "{said}");
    }
}

#[test]
fn a_speaker_is_an_author_without_the_role() {
    for (role, name, expected) in [
        ("Mayor", "Jo Lind", parts("Lind", "Jo", "")),
        (
            "Deputy Mayor, Town of Mill and Weir",
            "Jo Lind",
            parts("Lind", "Jo", ""),
        ),
        (
            "Minister",
            "Jan van der Berg",
            parts("van der Berg", "Jan", ""),
        ),
        ("President", "Xi Jinping", whole("Xi Jinping")),
    ] {
        let library = edited(|path, text| match path {
            "bridge-repair/speakers.toml" => text
                .replace("name = \"Jo Lind\"", &format!("name = {name:?}"))
                .replace("role = \"Mayor\"", &format!("role = {role:?}")),
            _ => text,
        });
        let text = |format| cited(&library, "mayor-never-saw-it", format);
        let expected = [expected];
        assert_eq!(from_csl(&text(Format::CslJson)), expected);
        assert_eq!(from_bibtex(&text(Format::Bibtex)), expected);
        assert_eq!(from_ris(&text(Format::Ris)), expected);
        let line = format!("{name} ({role})");
        assert!(text(Format::Plain).starts_with(&format!("{line}, 9 March 2021: ")));
        for format in [Format::CslJson, Format::Bibtex, Format::Ris] {
            assert!(
                text(format).contains(&format!("{line}. Said on"))
                    || text(format).contains(&format!("N1  - {line}.\r\n")),
                "{}",
                text(format)
            );
        }
    }
}

#[test]
fn a_speaker_without_a_name_is_cited_as_the_source_describes_them() {
    for (description, expected) in [
        ("a town clerk", "A town clerk (unnamed)"),
        (
            "a clerk, who asked for quiet",
            "A clerk, who asked for quiet (unnamed)",
        ),
        ("an unnamed clerk", "An unnamed clerk"),
    ] {
        let library = edited(|path, text| match path {
            "bridge-repair/speakers.toml" => text.replace("a town clerk", description),
            _ => text,
        });
        let text = |format| cited(&library, "clerk-on-register", format);
        assert_eq!(from_csl(&text(Format::CslJson)), [whole(expected)]);
        assert_eq!(from_bibtex(&text(Format::Bibtex)), [whole(expected)]);
        assert_eq!(
            from_ris(&text(Format::Ris)),
            [whole(&expected.replace(',', ""))]
        );
        assert!(text(Format::Plain).starts_with(&format!("{expected}, 9 March 2021: ")));
    }
}

#[test]
fn without_a_host_a_citation_has_no_address() {
    let library = signed("authors = [\"Sam Reed\"]");
    let base: Base = "/repo/".parse().expect("a base path");
    let context = context(&library, &base, "");
    for shareable in context.shareables() {
        for format in Format::ALL {
            let text = cite(context, &shareable, format);
            for place in ["/repo/", "UR  - ", "url = ", "\"URL\""] {
                assert!(!text.contains(place), "{text}");
            }
        }
        let quotation = quotation(context, &shareable).unwrap_or_default();
        assert!(!quotation.contains("/repo/"), "{quotation}");
    }
}
