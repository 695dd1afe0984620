//! Folds texts for the search: to lower-case words without accents, with a space
//! before the first word, after the last and between words. Where two words may also
//! be written as one (`follow-up`, `U.S.`), a hyphen is between them.

use super::char_classes::{
    Decompose, INVISIBLE, is_accent, is_written_without_blanks, normalize_char, spelling,
};

/// A folded text, and where in the original it comes from.
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte, the range of its letter in the original text, in UTF-16 code
    /// units, which the browser's ranges count.
    pub ranges: Vec<(u32, u32)>,
}

/// Folds a text.
pub fn fold(text: &str, decompose: Decompose) -> Folded {
    let chars: Vec<char> = text.chars().collect();
    let mut folder = TextFolder {
        folded: Folded {
            text: String::new(),
            ranges: Vec::new(),
        },
        separator: Separator::Blank,
        letter_count: 0,
        after_punctuation: false,
        decompose,
    };
    let (mut rest, mut at) = (&chars[..], 0);
    while !rest.is_empty() {
        let mark_len = folder.editorial_mark_len(rest);
        let (taken, others) = rest.split_at(mark_len.max(1));
        let end = at + taken.iter().map(|one| one.len_utf16() as u32).sum::<u32>();
        if mark_len == 0 {
            folder.push_char(taken[0], (at, end));
        }
        (rest, at) = (others, end);
    }
    folder.push(' ', (at, at));
    folder.folded
}

/// What is between the last letter and the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    None,
    /// The word continues if a letter follows.
    Apostrophe,
    /// One word or two.
    Hyphen,
    /// The word has ended.
    Blank,
}

struct TextFolder {
    folded: Folded,
    separator: Separator,
    /// How many letters of the current word are in a row.
    letter_count: usize,
    /// Whether the last character is punctuation that a footnote mark may follow.
    after_punctuation: bool,
    decompose: Decompose,
}

/// The range of a letter in the original text, in UTF-16 code units.
type Utf16Range = (u32, u32);

impl TextFolder {
    fn push_char(&mut self, letter: char, range: Utf16Range) {
        let letter = normalize_char(letter);
        if letter == INVISIBLE {
            return;
        }
        self.after_punctuation =
            matches!(letter, '.' | ',' | ';' | ':' | '?' | '!' | '"' | '\'' | ')');
        match letter {
            'a'..='z' | '0'..='9' => self.push_letter(letter, range),
            'A'..='Z' => self.push_letter(letter.to_ascii_lowercase(), range),
            // Letters that have no accent: the browser need not be asked to
            // decompose them.
            'а'..='и' | 'к'..='я' => self.push_letter(letter, range),
            '\'' => self.separate(Separator::Apostrophe),
            '-' | '.' | '"' => self.separate(Separator::Hyphen),
            _ if letter.is_ascii() => self.separate(Separator::Blank),
            _ => {
                for part in (self.decompose)(letter).chars() {
                    self.push_part(part, range);
                }
            }
        }
    }

    /// Adds a part of a decomposed letter: in lower case, with accents as parts of
    /// their own, and a space for anything but a letter.
    fn push_part(&mut self, part: char, range: Utf16Range) {
        match normalize_char(part) {
            INVISIBLE => {}
            ' ' => self.separate(Separator::Blank),
            '\'' => self.separate(Separator::Apostrophe),
            _ if is_accent(part) => {}
            _ if is_written_without_blanks(part) => {
                self.set_apart();
                self.push_letter(part, range);
                self.set_apart();
            }
            _ => match spelling(part) {
                Some(spelling) => spelling
                    .chars()
                    .for_each(|one| self.push_letter(one, range)),
                None => self.push_letter(part, range),
            },
        }
    }

    /// Begins or ends a word of a script in which words are written without spaces.
    fn set_apart(&mut self) {
        if matches!(self.separator, Separator::None | Separator::Apostrophe) {
            self.separator = Separator::Hyphen;
        }
    }

    fn push_letter(&mut self, letter: char, range: Utf16Range) {
        let separator = std::mem::replace(&mut self.separator, Separator::None);
        match separator {
            _ if self.folded.text.is_empty() => self.push(' ', range),
            Separator::Blank => self.push(' ', range),
            Separator::Hyphen => self.push('-', range),
            Separator::None | Separator::Apostrophe => {}
        }
        if separator != Separator::None || letter.is_ascii_digit() {
            self.letter_count = 0;
        }
        self.letter_count += usize::from(!letter.is_ascii_digit());
        self.push(letter, range);
    }

    fn separate(&mut self, separator: Separator) {
        self.separator = match self.separator {
            Separator::None => separator,
            _ => Separator::Blank,
        };
    }

    fn push(&mut self, letter: char, range: Utf16Range) {
        self.folded.text.push(letter);
        self.folded.ranges.resize(self.folded.text.len(), range);
    }

    /// The length of an editor's or typesetter's mark at the start of `rest`, in
    /// characters. The check of quotations ignores these marks too: `[sic]`, and
    /// after a word or punctuation a footnote mark in superscript digits or like
    /// `[12]`. After a word of one or two letters, superscript digits are a power:
    /// m².
    fn editorial_mark_len(&self, rest: &[char]) -> usize {
        if let ['[', s, i, c, ']', ..] | ['(', s, i, c, ')', ..] = rest
            && [s, i, c].map(char::to_ascii_lowercase) == ['s', 'i', 'c']
        {
            return 5;
        }
        let after_word = self.separator == Separator::None && self.letter_count > 2;
        if !after_word && !self.after_punctuation {
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

    use super::{Folded, INVISIBLE};
    use crate::filter::char_classes::tests::decompose;

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
        assert_eq!(folded.ranges.len(), folded.text.len());
        let original = |at: usize| {
            let (from, until) = folded.ranges[at];
            String::from_utf16_lossy(&units[from as usize..until as usize])
        };
        assert_eq!([1, 3, 5, 6, 7].map(original), ["𝔸", "É", "ﬁ", "ﬁ", "n"]);
    }

    /// Texts with the differences that two prints of the same words may have.
    fn printed() -> impl Strategy<Value = String> {
        let word =
            "(reply|Written|état|été|naïve|e\u{301}|café|oﬃce|it's|l’été|co-operate|m²|7|2022|x)";
        let mark = "( |  |\u{a0}|\n|\t|, |\\. |; |: |\\? |! | – |—| -- | - |–|-|…|\\.\\.\\.| \\. \\. \\. | \\[…\\] | “|” |« | »|\"|‘|’ |``|''|\u{ad}|\u{200b}|¹ |\\.¹ |\\[12\\] |,\\[3\\] | \\[sic\\] | \\(sic\\), | %|`|´)";
        proptest::collection::vec((word, mark), 0..8)
            .prop_map(|parts| parts.into_iter().map(|(word, mark)| word + &mark).collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2048) })]

        #[test]
        fn what_the_check_of_quotations_makes_alike_is_found_alike(text in printed()) {
            let blanks = |text: &str| folded(text).replace('-', " ");
            prop_assert_eq!(blanks(&normal_form(&text)), blanks(&text));
        }

        #[test]
        fn any_text_is_words_and_single_blanks(text in "\\PC*") {
            let folded = fold(&text);
            prop_assert_eq!(folded.ranges.len(), folded.text.len());
            prop_assert!(!folded.text.contains("  ") && folded.text.ends_with(' '));
            prop_assert!(!folded.text.contains([INVISIBLE, '"', '\'', '.', ',']));
            let length = text.encode_utf16().count() as u32;
            prop_assert!(folded.ranges.iter().all(|(from, until)| from <= until && *until <= length));
            // Folding a folded text changes nothing.
            let blanks = |text: &str| text.replace('-', " ");
            prop_assert_eq!(blanks(&fold(&folded.text).text), blanks(&folded.text));
        }
    }
}
