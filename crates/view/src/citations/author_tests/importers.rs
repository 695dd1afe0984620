//! Reads the authors of a citation as other programs do.

/// A name as a program has it after reading a file: split or whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Read {
    Parts(String, String, String),
    Whole(String),
}

pub(super) fn parts(family: &str, given: &str, suffix: &str) -> Read {
    Read::Parts(family.to_owned(), given.to_owned(), suffix.to_owned())
}

pub(super) fn whole(name: &str) -> Read {
    Read::Whole(name.to_owned())
}

/// RIS splits every name at its commas.
pub(super) fn from_ris(record: &str) -> Vec<Read> {
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
pub(super) fn from_bibtex(entry: &str) -> Vec<Read> {
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

pub(super) fn from_csl(json: &str) -> Vec<Read> {
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
