//! Marks inside marks, editors' brackets, and words broken at line ends.

use says_who_model::Cut;
use says_who_model::read::quotation_match::SearchedText;

use crate::scripts::{assert_found, assert_not_found};

#[test]
fn nested_marks_are_found_in_every_style() {
    for text in [
        "He said “the ‘text’ is ready”.",
        "He said ‘the “text” is ready’.",
        "He said \"the 'text' is ready\".",
        "He said 'the \"text\" is ready'.",
        "He said \"the \"text\" is ready\".",
        "He said « the “text” is ready ».",
        "He said «the ‹text› is ready».",
        "He said „the ‚text‘ is ready“.",
        "He said „the “text” is ready”.",
        "He said ``the `text' is ready''.",
        "He said “the “text” is ready”.",
    ] {
        assert_found(
            text,
            &[
                "the ‘text’ is ready",
                "the “text” is ready",
                "the 'text' is ready",
            ],
        );
        assert_not_found(
            text,
            &[
                "the text is ready",
                "‘the text’ is ready",
                "the ‘text is’ ready",
            ],
        );
        let found = SearchedText::new(text).find("the ‘text’ is ready", false);
        assert_eq!(found.unwrap().cut(), None, "{text}");
    }
}

#[test]
fn an_editors_brackets_are_no_words_of_the_source() {
    let text = "The clerk said that the county pays, and he pays for a new bridge. It is late.";
    assert_found(
        text,
        &[
            "[T]he county pays",
            "the county [of Mill] pays",
            "he [the mayor] pays",
            "[The mayor] pays for",
            "he pays for [all of] a new bridge",
            "he pays [the county].",
            "[A] new bridge",
            "[i]t is late",
            "[I]t [the bridge] is late",
            "he pays [sic] for a",
            "he [… the mayor] pays",
        ],
    );
    assert_not_found(
        text,
        &[
            // Brackets don't replace words, change them, or turn the sentence round.
            "the county [pays], and [he] for",
            "the [town] pays",
            "he [does not] pay",
            "he [never] pays for",
            "[un]it is late",
            "he pay[s] for",
            "he [the mayor pays",
            "he the mayor] pays",
            "[the mayor]",
            "he the mayor pays",
            "[X]he county pays",
        ],
    );
    // What the source itself brackets is found with the brackets.
    assert_found("he [the mayor] pays", &["he [the mayor] pays"]);
    assert_not_found("he [the mayor] pays", &["he pays"]);
    // A bracket does not hide a cut.
    let found = SearchedText::new("“Only the town pays for it,” he said.");
    let found = found.find("[It] pays for it", false).unwrap();
    assert_eq!(found.cut(), Some(Cut::Sentence));
}

#[test]
fn words_broken_at_line_ends_are_joined() {
    for hyphen in ["-", "\u{ad}", "‐", "¬"] {
        let text = format!("the writ{hyphen}\nten reply");
        assert_found(&text, &["the written reply", "written"]);
        assert_not_found(&text, &["the writ", "ten reply", "the writ ten reply"]);
    }
    assert_found("the writ\u{ad}ten reply", &["the written reply"]);
}
