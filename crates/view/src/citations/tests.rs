use std::path::Path;

use proptest::prelude::*;
use says_who_model::Library;
use says_who_routes::Base;

use super::author::Kind;
use super::{Author, Citation, Format, bibtex, cite, csl, quotation, ris};
use crate::context::RenderContext;
use crate::words::ENGLISH;

fn fixture() -> Library {
    library("fixture")
}

fn library(name: &str) -> Library {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    says_who_files::library(&tests.join(name)).expect("the fixture is valid")
}

fn cited(library: &Library, id: &str, format: Format) -> (String, Option<String>) {
    let base: Base = "/repo/".parse().expect("a base path");
    let context = RenderContext {
        site: &library.site,
        dispute: &library.disputes[0],
        base: &base,
        origin: "https://example.org",
        words: &ENGLISH,
        level: 3,
    };
    let shareable = context.find_shareable(id).expect("an item");
    (
        cite(context, &shareable, format),
        quotation(context, &shareable),
    )
}

#[test]
fn a_statement_names_speaker_outlet_dates_and_address() {
    let library = fixture();
    let (plain, quotation) = cited(&library, "mayor-never-saw-it", Format::Plain);
    assert_eq!(
        plain,
        "Jo Lind (Mayor), 9 March 2021: “We never saw it <or> heard of it.” The Valley Courier, \
         “Bridge closes & drivers turn back”, 10 March 2021. The Bridge Papers: “Did the county tell the \
         town that the bridge would close?”, as of 10 March 2021. \
         https://example.org/repo/bridge-repair/mayor-never-saw-it/"
    );
    assert_eq!(
        quotation.as_deref(),
        Some(
            "“We never saw it <or> heard of it.”\n— Jo Lind (Mayor), 9 March 2021, quoted from: The \
             Valley Courier. https://example.org/repo/bridge-repair/mayor-never-saw-it/"
        )
    );
    let (bibtex, _) = cited(&library, "mayor-never-saw-it", Format::Bibtex);
    assert!(bibtex.starts_with("@misc{bridge-repair/mayor-never-saw-it,\n"));
    assert!(
        bibtex.contains("“Bridge closes \\& drivers turn back”"),
        "{bibtex}"
    );
    let (ris, _) = cited(&library, "mayor-never-saw-it", Format::Ris);
    for line in [
        "TY  - GEN\r\n",
        "DA  - 2021/03/09/\r\n",
        "PB  - The Valley Courier\r\n",
    ] {
        assert!(ris.contains(line), "{ris}");
    }
    assert!(ris.ends_with("ER  - \r\n"));
}

#[test]
fn a_paraphrase_is_nobodys_title() {
    let library = fixture();
    for format in Format::ALL {
        let (text, quotation) = cited(&library, "mayor-county-pays", format);
        assert!(
            text.contains("The county has to pay [paraphrase]"),
            "{text}"
        );
        let quotation = quotation.expect("a statement");
        assert!(quotation.starts_with("The county has to pay.\n"));
        assert!(quotation.contains(", paraphrased from: "), "{quotation}");
    }
    let (quoted, _) = cited(&library, "clerk-on-register", Format::Plain);
    assert!(!quoted.contains("paraphrase"), "{quoted}");
}

#[test]
fn every_item_has_a_citation_with_the_as_of_date_and_its_address() {
    let library = fixture();
    for item in library.disputes[0].items() {
        for format in Format::ALL {
            let (text, _) = cited(&library, item.id().as_str(), format);
            let address = format!("https://example.org/repo/bridge-repair/{}/", item.id());
            assert!(text.contains(&address), "{text}");
            assert!(text.contains("as of 10 March 2021"), "{text}");
        }
    }
    let (whole, quotation) = cited(&library, "", Format::Plain);
    assert!(whole.ends_with("As of 10 March 2021. https://example.org/repo/bridge-repair/"));
    assert_eq!(quotation, None);
}

#[test]
fn every_format_has_the_day_on_which_a_source_was_read() {
    let library = library("fixture-keys");
    for (format, read) in [
        (Format::Plain, " Read on 12 March 2021. "),
        (Format::Bibtex, "\n  urldate = {2021-03-12}\n"),
        (Format::Ris, "\r\nY2  - 2021/03/12/\r\n"),
        (
            Format::CslJson,
            "\"accessed\":{\"date-parts\":[[2021,3,12]]}",
        ),
    ] {
        let (text, _) = cited(&library, "gazette-june", format);
        assert_eq!(text.matches(read).count(), 1, "{text}");
        // The day of publication is another one.
        assert!(text.contains("1871"), "{text}");
    }
    // A source without that day has none, and neither has a statement.
    for id in ["courier-april", "miller-opened"] {
        for (format, field) in [
            (Format::Plain, "Read on"),
            (Format::Bibtex, "urldate"),
            (Format::Ris, "Y2  - "),
            (Format::CslJson, "\"accessed\""),
        ] {
            let (text, _) = cited(&library, id, format);
            assert!(!text.contains(field), "{text}");
        }
    }
}

fn citation() -> impl Strategy<Value = Citation> {
    let text = || "\\PC{0,20}|[\\\\{}%&$#_~^\"\r\n\t\u{0}]{0,8}";
    let as_of = fixture().disputes[0].as_of;
    (text(), text(), proptest::option::of(text()), text()).prop_map(
        move |(author, title, container, from)| Citation {
            key: "a-dispute/an-item".to_owned(),
            authors: vec![Author::person(&author), Author::literal(&author)],
            author_line: author,
            title,
            outlet: container.clone(),
            container_in_sentence: container.clone(),
            container,
            date: says_who_model::When::on(as_of),
            accessed: None,
            note: None,
            from,
            language: "en".to_owned(),
            address: Some("https://example.org/a-dispute/an-item/".to_owned()),
        },
    )
}

proptest! {
    #[test]
    fn csl_json_gives_every_text_back(citation in citation()) {
        let read: serde_json::Value = serde_json::from_str(&csl::write(&citation)).expect("JSON");
        prop_assert_eq!(&read[0]["title"], &citation.title);
        for (index, author) in citation.authors.iter().enumerate() {
            let read = &read[0]["author"][index];
            match &author.kind {
                Kind::Split(parts) => prop_assert_eq!(&read["family"], &parts.family),
                _ => prop_assert_eq!(&read["literal"], &author.name),
            }
        }
        prop_assert!(read[0]["note"].as_str().is_some_and(|note| note.ends_with(&citation.from)));
        prop_assert_eq!(&read[0]["issued"]["date-parts"][0][1], 3);
    }

    #[test]
    fn every_line_of_ris_is_a_tag(citation in citation()) {
        let record = ris::write(&citation);
        let ends = record.matches("\r\n").count();
        prop_assert_eq!(ends, record.matches('\n').count());
        for line in record.split_terminator("\r\n") {
            let tag = line.as_bytes();
            prop_assert!(tag[0].is_ascii_uppercase() && &line[2..6] == "  - ", "{}", line);
        }
    }

    #[test]
    fn the_braces_of_bibtex_meet(citation in citation()) {
        let entry = bibtex::write(&citation);
        // BibTeX counts a brace after a backslash too.
        let mut depth = 0_i32;
        for character in entry.chars() {
            match character {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            prop_assert!(depth >= 0, "{}", entry);
        }
        prop_assert_eq!(depth, 0, "{}", entry);
    }
}
