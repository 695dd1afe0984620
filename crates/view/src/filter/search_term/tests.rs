//! Which searches find which texts.

use proptest::prelude::*;

use super::SearchTerm;
use crate::filter::char_classes::tests::decompose;
use crate::filter::fold;

fn search_terms(input: &str) -> Vec<SearchTerm> {
    super::search_terms(input, decompose)
}

/// Whether all terms of a search are in a text.
fn finds(words: &str, text: &str) -> bool {
    let text = fold(text, decompose).text;
    search_terms(words).iter().all(|term| term.matches(&text))
}

const LETTER: &str = "had “received no written follow-up from Russia”, the U.S. State \
                      Department’s spokesman said; it’s called ‘a formal notice’";

// Long because it is a table of cases.
#[test]
fn what_stands_between_any_marks_is_a_phrase() {
    for (open, close) in [
        ("\"", "\""),
        ("“", "”"),
        ("„", "“"),
        ("”", "”"),
        ("‟", "”"),
        ("«", "»"),
        ("»", "«"),
        ("« ", " »"),
        ("‹", "›"),
        ("›", "‹"),
        ("「", "」"),
        ("｢", "｣"),
        ("『", "』"),
        ("《", "》"),
        ("＂", "＂"),
        ("〝", "〞"),
        ("″", "″"),
        ("״", "״"),
        ("❝", "❞"),
        ("&quot;", "&quot;"),
        ("&ldquo;", "&rdquo;"),
        ("&laquo;", "&raquo;"),
        ("&#34;", "&#34;"),
        ("‘", "’"),
        ("'", "'"),
        ("‚", "‘"),
        ("``", "''"),
        ("''", "''"),
        (",,", "“"),
        ("\"", "”"),
    ] {
        let phrase = |words: &str| format!("{open}{words}{close}");
        for (words, found) in [
            ("written follow-up", true),
            ("Written  follow up", true),
            ("written, follow–up", true),
            ("received no", true),
            ("follow-up from", true),
            ("russia the", true),
            ("follow-up written", false),
            ("no follow-up", false),
            ("ritten follow", false),
            ("written follo", false),
        ] {
            assert_eq!(finds(&phrase(words), LETTER), found, "{}", phrase(words));
        }
        let several = format!(
            "{} spokesman {}",
            phrase("no written"),
            phrase("state department's")
        );
        assert!(finds(&several, LETTER), "{several}");
        let several = format!(
            "{} minister {}",
            phrase("no written"),
            phrase("state department's")
        );
        assert!(!finds(&several, LETTER), "{several}");
        assert_eq!(search_terms(&phrase("")).len(), 0, "{open}{close}");
        assert_eq!(search_terms(&phrase(" … ")).len(), 0, "{open}{close}");
        assert!(
            finds(&format!("{open}follow-up written"), LETTER),
            "{open} is not closed"
        );
    }
}

#[test]
fn a_mark_in_a_word_or_left_open_makes_no_phrase() {
    for words in [
        "department's it's",
        "Department’s it’s",
        "it's said state's",
        "‘tis",
        "\"written from no",
        "from\" written",
        "no \"\" written",
        "“from “written",
        "'no 'from",
        "said's from's",
        "«from \"no written\"",
        "\"",
        "5\" x 6\"",
        "“”",
        "'",
        "states' and departments' it",
    ] {
        let phrases = search_terms(words)
            .into_iter()
            .filter(|term| term.0.ends_with(' '));
        let expected = usize::from(words.contains("\"no written\""));
        assert_eq!(phrases.count(), expected, "{words}");
    }
    assert!(finds("‹from “no written” said", LETTER));
    assert!(finds("“written «follow-up» from”", LETTER));
}

// Long because it is a table of cases.
#[test]
fn marks_and_dashes_do_not_matter() {
    for words in [
        "written,",
        "(written)",
        "written…",
        "—written",
        "\"written\".",
        "“written”,",
        "[written]",
        "*written*",
        "written;",
        "¿written?",
        "written/",
        "written:",
        "'written'",
        "&quot;written&quot;",
        "follow-up",
        "follow up",
        "follow–up",
        "follow—up",
        "follow‑up",
        "followup",
        "follow-u",
        "U.S.",
        "US",
        "U.S",
        "departments",
        "department's",
        "its",
        "it´s",
        "from,russia",
        "-written",
        "no - written",
        "ｗｒｉｔｔｅｎ",
        "wri\u{ad}tten",
        "&quot;",
        "…",
    ] {
        assert!(finds(words, LETTER), "{words}");
    }
    for words in ["follow-ups", "U.N.", "s.a", "\"US State Dept\"", "u-s-s"] {
        assert!(!finds(words, LETTER), "{words}");
    }
    assert!(finds("follow-up", "a followup"));
    assert!(finds("\"they follow up\"", "they follow-up"));
    assert!(!finds("U.S.", "you said it was used in Russia"));
    for (words, text) in [
        ("lodz", "Łódź"),
        ("Łódź", "Lodz"),
        ("ørsted", "Orsted"),
        ("STRASSE", "Straße"),
        ("istanbul", "İstanbul"),
        ("ısparta", "Isparta"),
        ("fine", "ﬁne"),
        ("cafe", "cafe\u{301}"),
        ("m2", "100 m²"),
        ("no 5", "№ 5"),
        ("不是", "他说「不是」。"),
        ("「说不是」", "他说“不是”"),
        ("צה״ל", "צה\"ל"),
        ("ответ", "Ответа"),
        ("λογος", "ΛΌΓΟΣ"),
        ("aesir", "Æsir"),
    ] {
        assert!(finds(words, text), "{words} in {text}");
    }
    assert!(!finds("「不说」", "他说不"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_of_a_text_are_found_in_it(words in proptest::collection::vec("[a-zéłß’а-я-]{1,6}", 1..6), before in "\\PC{0,8}", after in "\\PC{0,8}") {
        let words = words.join(" ");
        let text = format!("{before} {words} {after}");
        prop_assert!(finds(&words, &text), "{} in {}", words, text);
        let phrase = format!("“{words}”");
        prop_assert!(finds(&phrase, &text), "{} in {}", phrase, text);
    }

    #[test]
    fn anything_can_be_typed(words in "[\"“”«»'’&;quot\\- .\\PC]{0,16}") {
        for term in search_terms(&words) {
            prop_assert!(!term.0.trim().is_empty());
            prop_assert!(!term.0.contains("  "));
        }
    }
}
