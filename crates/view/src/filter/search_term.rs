//! What is searched for: words, each anywhere, and phrases between quotation
//! marks, each as it stands.

use super::fold::fold;
use super::letters::Decompose;
use super::phrase::phrase;

/// A word or a phrase to be found in a folded text. One that begins with a blank
/// is found where a word begins, one that ends with a blank where one ends.
pub struct SearchTerm(String);

impl SearchTerm {
    /// Where it stands in a folded text, from this byte on: its first byte, and the
    /// one after its last.
    pub fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let (text, term) = (text.as_bytes(), self.0.as_bytes());
        let (begins, ends) = (term.first() == Some(&b' '), term.last() == Some(&b' '));
        (from..text.len()).find_map(|start| {
            let end = ends_at(text, term, start)?;
            Some((start + usize::from(begins), end - usize::from(ends)))
        })
    }

    /// Whether it stands in a folded text.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text, 0).is_some()
    }
}

/// Where `term` ends if it stands at `start`. A hyphen is as good as a blank or
/// nothing, on either side.
fn ends_at(text: &[u8], term: &[u8], start: usize) -> Option<usize> {
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

/// The words and phrases that are searched for.
pub fn search_terms(words: &str, decompose: Decompose) -> Vec<SearchTerm> {
    let letters = without_names(words);
    let (mut terms, mut others) = (Vec::new(), String::new());
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        if let Some(end) = phrase(&letters, at, decompose) {
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
        terms.push(SearchTerm(word_or_words(word)));
    }
    terms
}

/// A word as one types it: found in the middle of others too. Not where it may be
/// two: their letters stand next to one another in many texts. A whole one where
/// it abbreviates: `U.S.` is not the beginning of `used`.
fn word_or_words(word: &str) -> String {
    let abbreviates = || word.split('-').all(|part| part.chars().count() == 1);
    match word.contains('-') {
        false => word.to_owned(),
        true if abbreviates() && word.is_ascii() => format!(" {word} "),
        true => format!(" {word}"),
    }
}

/// HTML's names of marks and blanks, as they are copied from where markup is
/// shown: after each character those that stand for it.
const NAMES: &str = "\" quot #34 #x22
“ ldquo rdquo bdquo #8220 #8221 #8222 #x201c #x201d
« laquo raquo
' apos rsquo lsquo sbquo #39 #x27 #8216 #8217 #x2018 #x2019
  amp nbsp thinsp gt lt mdash hellip #160
- ndash minus
\u{ad} shy";

/// The letters with each name as what it stands for, and two single marks as a
/// double one.
fn without_names(words: &str) -> Vec<char> {
    let (mut letters, mut rest) = (Vec::new(), words);
    while let Some(letter) = rest.chars().next() {
        let named = rest.strip_prefix('&').and_then(|rest| {
            let (name, rest) = rest.split_once(';')?;
            let of = |line: &&str| line.split(' ').skip(1).any(|other| other == name);
            Some((NAMES.lines().find(of)?.chars().next()?, rest))
        });
        let (letter, after) = named.unwrap_or((letter, &rest[letter.len_utf8()..]));
        rest = after;
        let doubles = matches!(letter, '\'' | '`' | '’' | '‘' | ',' | '‚');
        if doubles && letters.last() == Some(&letter) {
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
    use crate::filter::fold;
    use crate::filter::letters::tests::decompose;

    fn search_terms(words: &str) -> Vec<SearchTerm> {
        super::search_terms(words, decompose)
    }

    /// Whether all that is searched for stands in a text.
    fn finds(words: &str, text: &str) -> bool {
        let text = fold(text, decompose).text;
        search_terms(words).iter().all(|term| term.is_in(&text))
    }

    const LETTER: &str = "had “received no written follow-up from Russia”, the U.S. State \
                          Department’s spokesman said; it’s called ‘a formal notice’";

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
