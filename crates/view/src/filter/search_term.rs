//! Search terms: words, which may be anywhere, and quoted phrases, which must occur
//! as they are.

use super::char_classes::Decompose;
use super::fold::fold;
use super::phrase::phrase_end;

/// A word or a phrase to find in a folded text. A leading space matches only at the
/// start of a word, a trailing space only at its end.
pub struct SearchTerm(String);

impl SearchTerm {
    /// Finds the term in a folded text, starting at the byte `from`: returns its
    /// first byte and the one after its last.
    pub fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let (text, term) = (text.as_bytes(), self.0.as_bytes());
        let (begins, ends) = (term.first() == Some(&b' '), term.last() == Some(&b' '));
        (from..text.len()).find_map(|start| {
            let end = match_end(text, term, start)?;
            Some((start + usize::from(begins), end - usize::from(ends)))
        })
    }

    /// Whether the term is in a folded text.
    pub fn matches(&self, text: &str) -> bool {
        self.find(text, 0).is_some()
    }
}

/// The end of `term` if it is at `start`. A hyphen also matches a space or nothing,
/// in either text.
fn match_end(text: &[u8], term: &[u8], start: usize) -> Option<usize> {
    let (mut at, mut rest) = (start, term);
    while let [wanted, others @ ..] = rest {
        match (wanted, text.get(at)?) {
            (b' ' | b'-', b' ' | b'-') => (at, rest) = (at + 1, others),
            (wanted, here) if wanted == here => (at, rest) = (at + 1, others),
            (b'-', _) => rest = others,
            (_, b'-') if at > start => at += 1,
            _ => return None,
        }
    }
    Some(at)
}

/// The words and phrases of a search.
pub fn search_terms(input: &str, decompose: Decompose) -> Vec<SearchTerm> {
    let letters = decode_entities(input);
    let (mut terms, mut others) = (Vec::new(), String::new());
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        if let Some(end) = phrase_end(&letters, at, decompose) {
            let phrase: String = letters[at + 1..end].iter().collect();
            let phrase = fold(&phrase, decompose).text;
            if phrase.len() > 1 {
                terms.push(SearchTerm(phrase));
            }
            others.push(' ');
            at = end;
        } else {
            others.push(*letter);
        }
        at += 1;
    }
    for word in fold(&others, decompose)
        .text
        .split(' ')
        .filter(|word| !word.is_empty())
    {
        terms.push(SearchTerm(word_term(word)));
    }
    terms
}

/// The search term for a typed word. It is found inside other words too, with two
/// exceptions. A word that may be two must begin a word, because its parts are next
/// to one another in many texts. An abbreviation must be a whole word: `U.S.` is not
/// the beginning of `used`.
fn word_term(word: &str) -> String {
    let is_abbreviation = || word.split('-').all(|part| part.chars().count() == 1);
    match word.contains('-') {
        false => word.to_owned(),
        true if is_abbreviation() && word.is_ascii() => format!(" {word} "),
        true => format!(" {word}"),
    }
}

/// HTML's names of marks and spaces, which are in text copied from markup: each line
/// is a character, followed by its names.
const ENTITIES: &str = "\" quot #34 #x22
“ ldquo rdquo bdquo #8220 #8221 #8222 #x201c #x201d
« laquo raquo
' apos rsquo lsquo sbquo #39 #x27 #8216 #8217 #x2018 #x2019
  amp nbsp thinsp gt lt mdash hellip #160
- ndash minus
\u{ad} shy";

/// The letters, with HTML's names decoded and two single quotation marks as a double
/// one.
fn decode_entities(input: &str) -> Vec<char> {
    let (mut letters, mut rest) = (Vec::new(), input);
    while let Some(letter) = rest.chars().next() {
        let named = rest.strip_prefix('&').and_then(|rest| {
            let (name, rest) = rest.split_once(';')?;
            let of = |line: &&str| line.split(' ').skip(1).any(|other| other == name);
            Some((ENTITIES.lines().find(of)?.chars().next()?, rest))
        });
        let (letter, after) = named.unwrap_or((letter, &rest[letter.len_utf8()..]));
        rest = after;
        let may_double = matches!(letter, '\'' | '`' | '’' | '‘' | ',' | '‚');
        if may_double && letters.last() == Some(&letter) {
            letters.pop();
            letters.push('"');
        } else {
            letters.push(letter);
        }
    }
    letters
}

#[cfg(test)]
mod tests {
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
}
