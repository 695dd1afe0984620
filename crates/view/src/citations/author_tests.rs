//! Authors as other programs read them from each format.

use std::path::Path;

use says_who_model::Library;
use says_who_model::read::library;
use says_who_routes::Base;

use super::{Format, cite, quotation};
use crate::context::RenderContext;
use crate::words::ENGLISH;

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

/// A name as a program has it after reading a file: split or whole.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Read {
    Parts(String, String, String),
    Whole(String),
}

fn parts(family: &str, given: &str, suffix: &str) -> Read {
    Read::Parts(family.to_owned(), given.to_owned(), suffix.to_owned())
}

fn whole(name: &str) -> Read {
    Read::Whole(name.to_owned())
}

/// RIS splits every name at its commas.
fn from_ris(record: &str) -> Vec<Read> {
    let lines = record
        .lines()
        .filter_map(|line| line.strip_prefix("AU  - "));
    let names = lines.map(|name| match name.split(", ").collect::<Vec<_>>()[..] {
        [name] => whole(name),
        [family, given] => parts(family, given, ""),
        [family, given, suffix] => parts(family, given, suffix),
        _ => panic!("{name}"),
    });
    names.collect()
}

/// BibTeX splits names at "and" outside braces, and a name at its commas.
fn from_bibtex(entry: &str) -> Vec<Read> {
    let field = entry.split_once("author = {").expect("authors").1;
    let field = field.split_once("},\n").expect("the end of a field").0;
    let (mut depth, mut outside) = (0, String::new());
    for c in field.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        assert!(depth >= 0, "{entry}");
        // Text in braces counts as one letter.
        let hidden = depth > 0 && (c == ',' || c == ' ');
        outside.push(if hidden && c == ',' {
            '\u{1}'
        } else if hidden {
            '\u{2}'
        } else {
            c
        });
    }
    let shown = |text: &str| {
        let text = text.replace('\u{1}', ",").replace('\u{2}', " ");
        let text = text.strip_prefix('{').unwrap_or(&text).to_owned();
        let text = text.strip_suffix('}').unwrap_or(&text).to_owned();
        text.replace("\\textbraceleft{}", "{")
            .replace("\\textbraceright{}", "}")
            .replace("\\textbackslash{}", "\\")
            .replace("\\&", "&")
            .replace("\\%", "%")
            .replace("\\_", "_")
    };
    let names = outside
        .split(" and ")
        .map(|name| match name.split(", ").collect::<Vec<_>>()[..] {
            [name] => whole(&shown(name)),
            [family, given] => parts(&shown(family), &shown(given), ""),
            [family, suffix, given] => parts(&shown(family), &shown(given), &shown(suffix)),
            _ => panic!("{name}"),
        });
    names.collect()
}

fn from_csl(json: &str) -> Vec<Read> {
    let read: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let authors = read[0]["author"].as_array().expect("authors");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let names = authors
        .iter()
        .map(|author| match author["literal"].as_str() {
            Some(name) => whole(name),
            None => {
                let particle = text(&author["non-dropping-particle"]);
                let family = format!("{particle} {}", text(&author["family"]));
                parts(
                    family.trim(),
                    &text(&author["given"]),
                    &text(&author["suffix"]),
                )
            }
        });
    names.collect()
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
fn a_name_is_parted_where_its_parts_are_known() {
    for (name, expected) in [
        ("Sam Reed", parts("Reed", "Sam", "")),
        ("Jan van der Berg", parts("van der Berg", "Jan", "")),
        ("Charles de Gaulle", parts("de Gaulle", "Charles", "")),
        ("Bashar al-Assad", parts("al-Assad", "Bashar", "")),
        (
            "Martin Luther King Jr.",
            parts("King", "Martin Luther", "Jr."),
        ),
        (
            "Martin Luther King, Jr.",
            parts("King", "Martin Luther", "Jr."),
        ),
        ("William Hague III", parts("Hague", "William", "III")),
        ("J. K. Rowling", parts("Rowling", "J. K.", "")),
        ("George W. Bush", parts("Bush", "George W.", "")),
        ("Conor O’Brien", parts("O’Brien", "Conor", "")),
        ("Jean-Luc Mélenchon", parts("Mélenchon", "Jean-Luc", "")),
        // The family name first, as in a bibliography.
        ("Reed, Sam", parts("Reed", "Sam", "")),
        ("van der Berg, Jan", parts("van der Berg", "Jan", "")),
        (
            "King, Martin Luther, Jr.",
            parts("King", "Martin Luther", "Jr."),
        ),
        ("Orbán, Viktor", parts("Orbán", "Viktor", "")),
        // A role is not part of a name.
        ("Sam Reed, Chief Reporter", parts("Reed", "Sam", "")),
        ("Sam Reed, political editor", parts("Reed", "Sam", "")),
        ("Sam Reed (Valley Courier)", parts("Reed", "Sam", "")),
    ] {
        read_alike(&format!("authors = [{name:?}]"), &[expected]);
    }
}

#[test]
fn a_name_stays_whole_where_its_parts_are_not_known() {
    for name in [
        "Madonna",
        "Xi Jinping",
        "Kim Jong-un",
        "Nguyen Phu Trong",
        "Orbán Viktor",
        "Murakami Haruki",
        "毛泽东",
        "山田 太郎",
        "Сергей Лавров",
        "محمد بن سلمان",
        "Gabriel García Márquez",
        "Katrín Jakobsdóttir",
        "Sir Tom Brock",
        "Abbot Ives",
        "The Editors",
        "Valley Courier Staff",
        "bell hooks",
        "AFP",
        "A. B.",
    ] {
        read_alike(&format!("authors = [{name:?}]"), &[whole(name)]);
    }
}

#[test]
fn bodies_stay_whole_whatever_is_in_their_names() {
    for name in [
        "Smith, Jones and Co.",
        "Department of Foreign Affairs, Trade and Development",
        "Ministry of Truth and others",
        "O’Melveny & Myers",
        "Reed, Sam",
        "A {curly} agency",
        "} closed before it opened {",
        "C:\\news_100%",
        "Sam Reed",
        "others",
    ] {
        let lines = format!("authors = [\"Ada Berg\"]\ncorporate-authors = [{name:?}]");
        let library = read_alike(&lines, &[parts("Berg", "Ada", ""), whole(name)]);
        let plain = cited(&library, "courier-bridge-closes", Format::Plain);
        assert!(plain.starts_with("Ada Berg"), "{plain}");
        assert!(
            plain.contains(&format!("{name}, 10 March 2021: ")),
            "{plain}"
        );
        // A comma that a format can't represent is kept in its note.
        if name.contains(',') {
            let ris = cited(&library, "courier-bridge-closes", Format::Ris);
            assert!(
                ris.contains(&format!("N1  - Ada Berg; {}", name.trim_end_matches('.'))),
                "{ris}"
            );
        }
    }
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
