//! Texts as they are searched: words in small letters, without accents, with a
//! blank before the first, after the last and between two. Where one may also
//! write one word for two (`follow-up`, `U.S.`), a hyphen stands between.

use super::letters::{Decompose, IGNORED, alike, is_accent, is_written_without_blanks, spelt};

/// A text as it is searched, and what it comes from.
pub struct Folded {
    /// The words.
    pub text: String,
    /// For each byte, where its letter begins and ends in the text, in units of
    /// UTF-16, which a browser's ranges count.
    pub places: Vec<(u32, u32)>,
}

/// A text as it is searched.
pub fn fold(text: &str, decompose: Decompose) -> Folded {
    let chars: Vec<char> = text.chars().collect();
    let mut folder = Folder {
        folded: Folded {
            text: String::new(),
            places: Vec::new(),
        },
        between: Between::Blank,
        letters: 0,
        after_mark: false,
        decompose,
    };
    let (mut rest, mut at) = (&chars[..], 0);
    while !rest.is_empty() {
        let note = folder.note(rest);
        let (taken, others) = rest.split_at(note.max(1));
        let end = at + taken.iter().map(|one| one.len_utf16() as u32).sum::<u32>();
        if note == 0 {
            folder.take(taken[0], (at, end));
        }
        (rest, at) = (others, end);
    }
    folder.push(' ', (at, at));
    folder.folded
}

/// What stands between the last letter and the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Nothing,
    /// The word goes on, if a letter follows.
    Apostrophe,
    /// One word, or two.
    Hyphen,
    /// The word has ended.
    Blank,
}

struct Folder {
    folded: Folded,
    between: Between,
    /// How many letters of the word in hand stand together.
    letters: usize,
    /// Whether the last character is punctuation that footnote marks follow.
    after_mark: bool,
    decompose: Decompose,
}

/// Where a letter begins and ends.
type Place = (u32, u32);

impl Folder {
    fn take(&mut self, letter: char, place: Place) {
        let letter = alike(letter);
        if letter == IGNORED {
            return;
        }
        self.after_mark = matches!(letter, '.' | ',' | ';' | ':' | '?' | '!' | '"' | '\'' | ')');
        match letter {
            'a'..='z' | '0'..='9' => self.letter(letter, place),
            'A'..='Z' => self.letter(letter.to_ascii_lowercase(), place),
            // What has no accent of a script with capitals: the browser need not be
            // asked for each.
            'а'..='и' | 'к'..='я' => self.letter(letter, place),
            '\'' => self.separate(Between::Apostrophe),
            '-' | '.' | '"' => self.separate(Between::Hyphen),
            _ if letter.is_ascii() => self.separate(Between::Blank),
            _ => {
                for part in (self.decompose)(letter).chars() {
                    self.part(part, place);
                }
            }
        }
    }

    /// Takes a part of a letter: small, with accents as parts of their own, and
    /// a blank for what is no letter.
    fn part(&mut self, part: char, place: Place) {
        match alike(part) {
            IGNORED => {}
            ' ' => self.separate(Between::Blank),
            '\'' => self.separate(Between::Apostrophe),
            _ if is_accent(part) => {}
            _ if is_written_without_blanks(part) => {
                self.set_apart();
                self.letter(part, place);
                self.set_apart();
            }
            _ => match spelt(part) {
                Some(spelt) => spelt.chars().for_each(|one| self.letter(one, place)),
                None => self.letter(part, place),
            },
        }
    }

    /// Begins or ends a word that others may stand next to.
    fn set_apart(&mut self) {
        if matches!(self.between, Between::Nothing | Between::Apostrophe) {
            self.between = Between::Hyphen;
        }
    }

    fn letter(&mut self, letter: char, place: Place) {
        let between = std::mem::replace(&mut self.between, Between::Nothing);
        match between {
            _ if self.folded.text.is_empty() => self.push(' ', place),
            Between::Blank => self.push(' ', place),
            Between::Hyphen => self.push('-', place),
            Between::Nothing | Between::Apostrophe => {}
        }
        if between != Between::Nothing || letter.is_ascii_digit() {
            self.letters = 0;
        }
        self.letters += usize::from(!letter.is_ascii_digit());
        self.push(letter, place);
    }

    fn separate(&mut self, between: Between) {
        self.between = match self.between {
            Between::Nothing => between,
            _ => Between::Blank,
        };
    }

    fn push(&mut self, letter: char, place: Place) {
        self.folded.text.push(letter);
        self.folded.places.resize(self.folded.text.len(), place);
    }

    /// How many characters are an editor's or a typesetter's, which the check of
    /// quotations leaves out too: `[sic]`, and after a word or punctuation the
    /// raised digits or the `[12]` of a footnote. After a word of one or two
    /// letters they are a power: m².
    fn note(&self, rest: &[char]) -> usize {
        if let ['[', s, i, c, ']', ..] | ['(', s, i, c, ')', ..] = rest
            && [s, i, c].map(char::to_ascii_lowercase) == ['s', 'i', 'c']
        {
            return 5;
        }
        let after_word = self.between == Between::Nothing && self.letters > 2;
        if !after_word && !self.after_mark {
            return 0;
        }
        if rest[0] == '[' {
            let digits = rest[1..].iter().take_while(|one| one.is_ascii_digit());
            let length = digits.count() + 2;
            let closed = rest.get(length - 1) == Some(&']');
            return if closed && (3..=5).contains(&length) {
                length
            } else {
                0
            };
        }
        let raised = |one: &&char| matches!(one, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
        rest.iter().take_while(raised).count()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use says_who_model::read::normal_form;

    use super::{Folded, IGNORED};
    use crate::filter::letters::tests::decompose;

    fn fold(text: &str) -> Folded {
        super::fold(text, decompose)
    }

    fn folded(text: &str) -> String {
        fold(text).text.trim().to_owned()
    }

    #[test]
    fn case_accents_and_marks_do_not_matter() {
        for (text, words) in [
            ("Äpfel, Straße, İstanbul", "apfel strasse istanbul"),
            ("Лавров ЁЖ Їжак Ґанок", "лавров еж іжак ганок"),
            ("l’été d'Ève rock ’n’ roll", "lete deve rock n roll"),
            ("“Да”, „ja“, «да» ‹oui›", "да ja да oui"),
            ("e\u{301}te éte ＷＩＤＥ", "ete ete wide"),
            ("شَدَّة، ١٢ ۳", "شده 12 3"),
            (
                "Łódź Ørsted Æsir œuvre Đà ð þing",
                "lodz orsted aesir oeuvre da d thing",
            ),
            (
                "ISPARTA ısparta ſo ŉ ﬁne ﬄ ĸ ŋ ŧ ħ",
                "isparta isparta so n fine ffl k n t h",
            ),
            ("№ 5, m², H₂O, ½ ™", "no 5 m2 h2o 1 2"),
            ("ΛΌΓΟΣ λόγος Σ", "λογοσ λογοσ σ"),
            (
                "written, (written) written… —written— *written*",
                "written written written written written",
            ),
            (
                "follow-up follow‑up follow–up follow—up",
                "follow-up follow-up follow-up follow up",
            ),
            (
                "fol\u{ad}low\u{200b}ing U.S. 3.5 צה״ל",
                "following u-s 3-5 צה-ל",
            ),
            ("…, “—” !", ""),
            ("他说：「不」 タイ", "他-说 不 タ-イ"),
        ] {
            assert_eq!(folded(text), words, "{text}");
        }
    }

    #[test]
    fn a_place_is_that_of_the_letter() {
        let text = "𝔸 “É”—ﬁn";
        let units: Vec<u16> = text.encode_utf16().collect();
        let folded = fold(text);
        assert_eq!(folded.text, " a e fin ");
        assert_eq!(folded.places.len(), folded.text.len());
        let of = |at: usize| {
            let (from, until) = folded.places[at];
            String::from_utf16_lossy(&units[from as usize..until as usize])
        };
        assert_eq!(
            [of(1), of(3), of(5), of(6), of(7)],
            ["𝔸", "É", "ﬁ", "ﬁ", "n"]
        );
    }

    /// Texts in which prints of the same words differ.
    fn print() -> impl Strategy<Value = String> {
        let word =
            "(reply|Written|état|été|naïve|e\u{301}|café|oﬃce|it's|l’été|co-operate|m²|7|2022|x)";
        let mark = "( |  |\u{a0}|\n|\t|, |\\. |; |: |\\? |! | – |—| -- | - |–|-|…|\\.\\.\\.| \\. \\. \\. | \\[…\\] | “|” |« | »|\"|‘|’ |``|''|\u{ad}|\u{200b}|¹ |\\.¹ |\\[12\\] |,\\[3\\] | \\[sic\\] | \\(sic\\), | %|`|´)";
        proptest::collection::vec((word, mark), 0..8)
            .prop_map(|parts| parts.into_iter().map(|(word, mark)| word + &mark).collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2048) })]

        #[test]
        fn what_the_check_of_quotations_makes_alike_is_found_alike(text in print()) {
            let blanks = |text: &str| folded(text).replace('-', " ");
            prop_assert_eq!(blanks(&normal_form(&text)), blanks(&text));
        }

        #[test]
        fn any_text_is_words_and_single_blanks(text in "\\PC*") {
            let folded = fold(&text);
            prop_assert_eq!(folded.places.len(), folded.text.len());
            prop_assert!(!folded.text.contains("  ") && folded.text.ends_with(' '));
            prop_assert!(!folded.text.contains([IGNORED, '"', '\'', '.', ',']));
            let length = text.encode_utf16().count() as u32;
            prop_assert!(folded.places.iter().all(|(from, until)| from <= until && *until <= length));
            // What is folded stays as it is.
            let blanks = |text: &str| text.replace('-', " ");
            prop_assert_eq!(blanks(&fold(&folded.text).text), blanks(&folded.text));
        }
    }
}
