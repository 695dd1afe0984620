//! Rule 10: the figures on even-handedness, and the warnings.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use says_who_model::read::{Severity, library_with_warnings};
use support::fixture;

const POINT: &str = "bridge-repair/points/notice-given.toml";

/// The warnings on even-handedness for the fixture with one text replaced.
fn even_handed_warnings(find: &str, replace: &str) -> String {
    warnings_of("even-handed", find, replace)
}

/// The warnings of a rule for the fixture with one text replaced.
fn warnings_of(rule: &str, find: &str, replace: &str) -> String {
    let mut files = fixture();
    let file = files.iter_mut().find(|file| file.path == POINT).unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    assert!(text.contains(find), "{find}");
    file.bytes = text.replace(find, replace).into_bytes();
    let (_, warnings) = library_with_warnings("data", &files).unwrap();
    for warning in &warnings {
        assert_eq!(warning.severity(), Severity::Warning);
    }
    let of_rule = warnings.iter().filter(|warning| warning.rule() == rule);
    let lines: Vec<String> = of_rule.map(ToString::to_string).collect();
    lines.join("\n")
}

#[test]
fn loaded_words_of_ours_are_remarked_and_those_of_others_are_not() {
    assert_eq!(even_handed_warnings("question =", "question  ="), "");
    insta::assert_snapshot!(even_handed_warnings(
        "The county sent “a formal notice to the town hall” on 1 March.",
        "The county claimed that it sent “a formal notice to the town hall” and Insists on it.",
    ));
    // The verb in a chain is the outlet's word, not ours.
    assert_eq!(
        even_handed_warnings("verb = \"said\"", "verb = \"admitted\""),
        ""
    );
}

/// The warnings for the fixture with one text of a file replaced.
fn warnings_for(path: &str, find: &str, replace: &str) -> Vec<String> {
    let mut files = fixture();
    let file = files.iter_mut().find(|file| file.path == path).unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    assert!(text.contains(find), "{find}");
    file.bytes = text.replacen(find, replace, 1).into_bytes();
    let (_, warnings) = library_with_warnings("data", &files).unwrap();
    warnings.iter().map(ToString::to_string).collect()
}

#[test]
fn the_heads_of_the_columns_and_reasons_for_removals_are_ours() {
    let dispute = "bridge-repair/dispute.toml";
    let found = warnings_for(dispute, "Town says", "Town claims");
    assert!(
        found.iter().any(|line| line.contains("`claims` judges")),
        "{found:?}"
    );
    let found = warnings_for(dispute, "reason = \"", "reason = \"The town admitted it. ");
    assert!(
        found.iter().any(|line| line.contains("`admitted` judges")),
        "{found:?}"
    );
}

#[test]
fn a_rendering_in_the_words_of_the_statement_is_remarked() {
    let remarked = |said: &str| {
        let rendering = format!(
            "\n[[statement.rendering]]\nsaid = '{said}'\nchain = [{{ hop = \"said\", to = \"listeners\" }}, {{ hop = \"reported\", source = \"courier-bridge-closes\", verb = \"said\" }}]\n"
        );
        let find = "[[statement]]\nid = \"mayor-county-pays\"";
        let mut files = fixture();
        let path = "bridge-repair/points/who-pays.toml";
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(text.contains(find), "{text}");
        file.bytes = (text + &rendering).into_bytes();
        let read = library_with_warnings("data", &files);
        let (_, warnings) = read.unwrap_or_else(|report| panic!("{report}"));
        warnings
            .iter()
            .any(|warning| warning.message().contains("letter for letter"))
    };
    assert!(remarked("The county has to pay."));
    assert!(!remarked("The county must pay."));
}

#[test]
fn what_no_search_wrote_into_the_lock_is_remarked() {
    let lock = "bridge-repair/quotations.toml";
    let clean = warnings_for(lock, "normal-form", "normal-form");
    assert!(
        !clean.iter().any(|line| line.contains("search again")),
        "{clean:?}"
    );
    let found = warnings_for(lock, "text = \"sha256-", "text = \"sha256-0");
    assert!(
        found
            .iter()
            .any(|line| line.contains("is not the SHA-256 of any text")),
        "{found:?}"
    );
    let found = warnings_for(
        lock,
        "quotations = [",
        "quotations = [\n  { words = \"nobody said this\", whole = true },",
    );
    assert!(
        found
            .iter()
            .any(|line| line.contains("“nobody said this” is recorded")),
        "{found:?}"
    );
}

#[test]
fn a_lopsided_point_is_remarked() {
    let long = "The county wrote. ".repeat(40);
    insta::assert_snapshot!(even_handed_warnings(
        "The county sent “a formal notice to the town hall” on 1 March.",
        &format!("{long} “a formal notice to the town hall”"),
    ));
}

#[test]
fn what_rests_on_nothing_is_remarked() {
    insta::assert_snapshot!(warnings_of("rests-on", "question =", "question  ="));
    let supported = "status = \"disputed-fact\"\nrests-on = [\"engineer-sent-letter\"]";
    let rest = warnings_of("rests-on", "status = \"disputed-fact\"", supported);
    assert!(!rest.contains("`notice-given`"), "{rest}");
}

#[test]
fn words_of_ours_for_a_whole_side_are_remarked() {
    let mut files = fixture();
    for file in &mut files {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text.replace("\"Jo Lind\"", "\"the Town\"").into_bytes();
    }
    let (_, warnings) = library_with_warnings("data", &files).unwrap();
    let of_rule: Vec<String> = warnings
        .iter()
        .filter(|warning| warning.rule() == "summaries")
        .map(ToString::to_string)
        .collect();
    insta::assert_snapshot!(of_rule.join("\n"));
}

#[test]
fn a_summary_is_neither_named_nor_unnamed() {
    let mut files = fixture();
    let file = files.iter_mut().find(|file| file.path == POINT).unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let text = text.replace(
        "speaker = \"town-clerk\"",
        "speaker = \"town-clerk\"\nsummarised-by = \"The Valley Courier\"",
    );
    let text = text.replace(
        "“Nothing in the register.”",
        "Nothing stood in the register.",
    );
    file.bytes = text.into_bytes();
    let (library, _) = library_with_warnings("data", &files).unwrap();
    let town = &library.disputes[0].figures().whole.second;
    assert_eq!((town.named, town.unnamed(), town.summarised), (2, 0, 1));
    assert_eq!((town.quoted, town.mixed(), town.paraphrased), (1, 0, 1));
}

#[test]
fn repeated_reasons_for_not_verifying_are_counted() {
    let waivers = |not_verified: &str| {
        let mut files = fixture();
        for file in &mut files {
            if file.path == "bridge-repair/points/who-pays.toml" {
                let text = String::from_utf8(file.bytes.clone()).unwrap();
                let said = "said = \"The county has to pay.\"";
                assert!(text.contains(said));
                let quoted = "said = \"“The county” has “to pay”.\"";
                file.bytes = text
                    .replace(said, &format!("{quoted}{not_verified}"))
                    .into_bytes();
            }
        }
        let (library, _) = library_with_warnings("data", &files).unwrap();
        library.disputes[0].figures().waivers.clone()
    };
    // The reason is given once, for a source, but counts for each text from it.
    let found = waivers("");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].texts, found[0].quotations), (3, 4));
    assert!(found[0].reason.starts_with("No copy"));
    assert!(waivers("\nnot-verified = \"Another reason.\"").is_empty());
}

#[test]
fn the_figures_match_the_data() {
    let (library, _) = library_with_warnings("data", &fixture()).unwrap();
    let dispute = &library.disputes[0];
    let figures = dispute.figures();
    let (county, town) = (&figures.whole.first, &figures.whole.second);
    assert_eq!((county.statements, town.statements), (1, 3));
    assert_eq!((county.words, town.words), (13, 17));
    assert_eq!((town.named, town.unnamed()), (2, 1));
    assert_eq!((town.quoted, town.mixed(), town.paraphrased), (2, 0, 1));
    assert_eq!((county.quoted, county.mixed()), (0, 1));
    assert_eq!((county.sources, town.sources), (1, 2));
    assert_eq!((figures.verified, figures.quoting), (4, 6));
    assert_eq!(figures.points.len(), dispute.all_points().count());
    let names: Vec<&str> = figures
        .single_sourced
        .iter()
        .map(|id| id.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "engineer-sent-letter",
            "courier-saw-copy",
            "mayor-county-pays"
        ]
    );
    assert!(figures.unverified.is_empty() && figures.loaded.is_empty());
}

#[test]
fn what_nothing_uses_is_remarked() {
    let warnings = |path: &str, more: &str| {
        let mut files = fixture();
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        file.bytes.extend(more.bytes());
        let (_, warnings) = library_with_warnings("data", &files).unwrap();
        let of_rules = warnings
            .iter()
            .filter(|warning| ["references-resolve", "http-links"].contains(&warning.rule()));
        let lines: Vec<String> = of_rules.map(ToString::to_string).collect();
        lines.join("\n")
    };
    assert_eq!(warnings("bridge-repair/speakers.toml", "\n"), "");
    insta::assert_snapshot!(warnings(
        "bridge-repair/speakers.toml",
        "\n[ferryman]\nname = \"Al Voss\"\nfor = \"third-party\"\n",
    ));
    insta::assert_snapshot!(warnings(
        "bridge-repair/sources.toml",
        "\n[courier-again]\noutlet = \"The Valley Courier\"\nheadline = \"Bridge closes\"\n\
         published = 2021-03-10\nlanguage = \"en\"\nlink = \"https://example.com/courier/bridge\"\n\
         read = \"whole\"\n",
    ));
}
