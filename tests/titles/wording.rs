//! The words of a title.

use toml::{Table, Value};

use crate::site_files::{fixture, read, text, title, written};

#[test]
fn a_statement_is_titled_with_its_speaker_and_first_words() {
    let files = written(read(&fixture()));
    for (item, expected) in [
        (
            "mayor-never-saw-it",
            "Jo Lind: “We never saw it &lt;or&gt; heard of it.”",
        ),
        (
            "clerk-on-register",
            "A town clerk: “Nothing in the register.”",
        ),
        (
            "engineer-sent-letter",
            "Ada Okafor: “a formal notice to the town hall”",
        ),
    ] {
        let html = text(&files, &format!("bridge-repair/{item}/index.html"));
        let question = "Did the county tell the town that the bridge would close?";
        assert_eq!(
            title(html),
            format!("{expected} · {question} · The Bridge Papers")
        );
        let embed = text(&files, &format!("embed/bridge-repair/{item}/index.html"));
        assert_eq!(title(embed), format!("{} (embed)", title(html)));
        // The page names the point that the statement belongs to.
        assert!(html.contains(">Was notice given before the closure?</a>"));
    }
}

#[test]
fn a_long_title_is_truncated_between_words() {
    let mut files = fixture();
    let data = files.iter_mut().filter(|file| file.path.ends_with(".toml"));
    for file in data {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let mut table: Table = text.parse().unwrap();
        if file.path.ends_with("who-pays.toml") {
            let list = table["statement"].as_array_mut().unwrap();
            list[0]["said"] = Value::String("word ".repeat(80).trim().to_owned());
        }
        file.bytes = table.to_string().into_bytes();
    }
    files.retain(|file| !file.path.ends_with("register.toml"));
    let files = written(read(&files));
    let title = title(text(&files, "bridge-repair/mayor-county-pays/index.html"));
    let expected = format!("Jo Lind: {}… · ", "word ".repeat(12).trim());
    assert!(title.starts_with(&expected), "{title}");
}
