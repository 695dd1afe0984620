//! Items with the same words get different titles.

use says_who_model::read::InputFile;
use toml::Table;

use crate::link_names::assert_link_names_are_unambiguous;
use crate::site_files::{fixture, read, text, title, written};
use crate::unique_titles::{assert_entry_titles_are_unique, count_unique_titles};

/// The fixture with as many duplicates as the rules allow: one speaker says the same
/// on the same day three times, a report is listed twice, an event, a document and an
/// open question are named like the point, and the point like the whole dispute. A
/// second dispute repeats all of it.
fn fixture_with_duplicates() -> Vec<InputFile> {
    let mut files: Vec<InputFile> = Vec::new();
    for file in fixture() {
        // The register is of the unedited texts.
        if file.path.starts_with("mill-clock/") || file.path.ends_with("register.toml") {
            continue;
        }
        if !file.path.ends_with(".toml") {
            files.push(file);
            continue;
        }
        let name = file.path.rsplit('/').next().unwrap().to_owned();
        let mut table: Table = String::from_utf8(file.bytes).unwrap().parse().unwrap();
        const QUESTION: &str = "Did the county tell the town that the bridge would close?";
        match name.as_str() {
            "library.toml" => table["disputes"] = vec!["bridge-repair", "bridge-again"].into(),
            "notice-given.toml" => {
                table["question"] = QUESTION.into();
                let list = table["statement"].as_array_mut().unwrap();
                for (number, day) in [(1, "2021-03-09"), (2, "2021-03-09"), (3, "2021-03-08")] {
                    let mut again = list[1].clone();
                    again["id"] = format!("mayor-again-{number}").into();
                    let day: toml::value::Datetime = day.parse().unwrap();
                    let when = again["when"].as_table_mut().unwrap();
                    when.clear();
                    when.insert("date".to_owned(), day.into());
                    again.as_table_mut().unwrap().remove("rendering");
                    list.push(again);
                }
            }
            "sources.toml" => {
                for again in ["courier-again", "courier-once-more"] {
                    let source = table["courier-bridge-closes"].clone();
                    table.insert(again.to_owned(), source);
                }
                let other = table["courier-once-more"].as_table_mut().unwrap();
                other.insert("headline".to_owned(), "Town hall in the dark".into());
            }
            "events.toml" | "documents.toml" | "open-questions.toml" => {
                let key = match name.as_str() {
                    "events.toml" => "what",
                    "documents.toml" => "name",
                    _ => "question",
                };
                let (id, first) = table.iter().next().unwrap();
                let (id, mut first) = (id.clone(), first.clone());
                first[key] = QUESTION.into();
                table.insert(id.clone(), first.clone());
                table.insert(format!("{id}-again"), first);
            }
            "dispute.toml" => {
                let list = table["revision"].as_array_mut().unwrap();
                let correction = list[1].clone();
                list.push(correction);
            }
            _ => {}
        }
        let bytes = table.to_string().into_bytes();
        if let Some(below) = file.path.strip_prefix("bridge-repair/") {
            let path = format!("bridge-again/{below}");
            let bytes = bytes.clone();
            files.push(InputFile { path, bytes });
        }
        let path = file.path;
        files.push(InputFile { path, bytes });
    }
    files
}

#[test]
fn titles_of_duplicates_are_disambiguated() {
    let files = written(read(&fixture_with_duplicates()));
    count_unique_titles(&files);
    assert_entry_titles_are_unique(&files);
    for path in ["bridge-repair/share/index.html", "bridge-repair/index.html"] {
        assert_link_names_are_unambiguous(text(&files, path), path);
    }
    let of = |item: &str| {
        let title = title(text(&files, &format!("bridge-repair/{item}/index.html")));
        title.split(" · ").next().unwrap().to_owned()
    };
    let words = "Jo Lind: “We never saw it &lt;or&gt; heard of it.”";
    assert_eq!(of("mayor-never-saw-it"), format!("{words}, 9 March 2021"));
    assert_eq!(of("mayor-again-1"), format!("{words}, 9 March 2021 (2)"));
    assert_eq!(of("mayor-again-2"), format!("{words}, 9 March 2021 (3)"));
    assert_eq!(of("mayor-again-3"), format!("{words}, 8 March 2021"));
    let question = "Did the county tell the town that the bridge would close?";
    assert_eq!(of("notice-given"), format!("Point 1: {question}"));
    assert_eq!(
        of("courier-again"),
        "The Valley Courier, 10 March 2021: “Bridge closes &amp; drivers turn back” (2)"
    );
    assert_eq!(
        of("courier-once-more"),
        "The Valley Courier, 10 March 2021: “Town hall in the dark”"
    );
    // A second explainer of the same question is distinguished from the first.
    let whole = |id: &str| title(text(&files, &format!("{id}/index.html")));
    assert_eq!(
        whole("bridge-again"),
        format!("{question} (bridge-again) · The Bridge Papers")
    );
}
