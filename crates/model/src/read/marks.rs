//! Finds foreign marks: characters other than “ and ” that could be meant as
//! quotation marks. Text between them would be taken for a paraphrase and never be
//! verified. They are distinguished from apostrophes, feet and inches, and similar
//! letters.

use super::encoded_marks::encoded_mark_length;

/// A mark that could be meant as a quotation mark.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ForeignMark {
    /// The index of its first character in the text.
    pub(super) at: usize,
    /// The mark, as written.
    pub(super) mark: String,
    /// Whether it is inside a quotation.
    pub(super) inside: bool,
}

/// Double marks that are always quotation marks.
const DOUBLE: &str = "„‟«»❝❞❠〝〞〟＂⹂🙶🙷🙸‶‷";

/// Marks that are always quotation marks, but may be nested inside a quotation.
const SINGLE: &str = "‚‹›❛❜❟「」『』﹁﹂﹃﹄｢｣‵";

/// Characters that can be an apostrophe or a single quotation mark.
const APOSTROPHES: &str = "'’`´＇\u{2bc}";

/// Marks that form a double quotation mark when two of them are adjacent.
const DOUBLED: &str = "'’‘‛`´＇\u{2bc}‚′";

/// Primes and similar characters. After a number or letter they mean feet, minutes,
/// inches, seconds, or a Cyrillic soft or hard sign in Latin letters.
const PRIMES: &str = "′″‴\u{2b9}\u{2ba}\u{2dd}\u{2ee}";

/// Words whose beginning is replaced by an apostrophe, and names that start with a
/// letter written as one. None of them is a word without it.
const ELIDED: &str = "n tis twas twere twill twould s t em er uns ll cos coz cuz til nuff neath gainst tween ow \
    ard ello appen zat gator kerchief ndrangheta abd umar uthman amr akko";

/// The same, but these are words without it too: they count as elided only if the
/// mark that could close follows a plural.
const ELIDED_OR_WHOLE_WORDS: &str = "cause round bout till im is ere ave d m re ve hood burbs net flu cello phone plane bus \
    cept tude kay less fore pon ali isa";

/// Finds the marks in a text that could be meant as quotation marks.
pub(super) fn foreign_marks(text: &str) -> impl Iterator<Item = ForeignMark> {
    let chars: Vec<char> = text.chars().collect();
    let mut found: Vec<ForeignMark> = Vec::new();
    if !text.contains(|c: char| c == '“' || may_be_mark(c)) {
        return found.into_iter();
    }
    let mut inside = false;
    let mut at = 0;
    let mut run_start = 0;
    while at < chars.len() {
        match chars[at] {
            '“' | '”' => {
                if !inside {
                    found.extend(single_mark_pairs(&chars, run_start, at));
                }
                inside = chars[at] == '“';
                run_start = at + 1;
                at += 1;
            }
            _ => match mark_length(&chars, at, inside) {
                Some(length) => {
                    let mark = chars[at..at + length].iter().collect();
                    found.push(ForeignMark { at, mark, inside });
                    at += length;
                }
                None => at += 1,
            },
        }
    }
    if !inside {
        found.extend(single_mark_pairs(&chars, run_start, chars.len()));
    }
    found.sort_by_key(|mark| mark.at);
    found.dedup_by_key(|mark| mark.at);
    found.into_iter()
}

/// Whether a mark can start with this character.
fn may_be_mark(c: char) -> bool {
    "\"<>,&\\=%+‘״׳".contains(c)
        || [DOUBLE, SINGLE, APOSTROPHES, DOUBLED, PRIMES]
            .iter()
            .any(|list| list.contains(c))
}

/// The length of the mark at `at`, judged by itself and its neighbours; `None` if
/// there is none.
fn mark_length(chars: &[char], at: usize, inside: bool) -> Option<usize> {
    let c = chars[at];
    let before = at.checked_sub(1).map(|before| chars[before]);
    let next = chars.get(at + 1).copied();
    let is = |of: fn(char) -> bool, c: Option<char>| c.is_some_and(of);
    let number = is(char::is_numeric, before);
    let begins = !is(char::is_alphanumeric, before);
    let hebrew = |c: Option<char>| c.is_some_and(|c| ('\u{5d0}'..='\u{5f2}').contains(&c));
    if let Some(length) = encoded_mark_length(&chars[at..]) {
        return Some(length);
    }
    if DOUBLED.contains(c) && next.is_some_and(|next| DOUBLED.contains(next)) {
        // Other combinations, as in `’n’’`, are coincidence; `5''` means inches.
        let twice = next == Some(c) || matches!((c, next), ('‘' | '`', _));
        return (twice && !number).then_some(2);
    }
    match c {
        '"' => {
            let inches = number && !is(char::is_alphanumeric, next);
            let between = hebrew(before) && hebrew(next);
            (!(inches || between)).then_some(1)
        }
        '״' => (!(inside || hebrew(before) && hebrew(next))).then_some(1),
        // Between letters it represents an okina or an ayn.
        '‘' | '‛' if !inside => {
            let letters = is(char::is_alphabetic, before) && is(char::is_alphabetic, next);
            (!letters).then_some(1)
        }
        c if DOUBLE.contains(c) => Some(1),
        c if SINGLE.contains(c) => (!inside).then_some(1),
        c if PRIMES.contains(c) => (!inside && begins).then_some(1),
        ',' => {
            (next == Some(',') && begins && is(char::is_alphanumeric, chars.get(at + 2).copied()))
                .then_some(2)
        }
        '<' | '>' => angles(chars, at).then_some(2),
        _ => None,
    }
}

/// Whether there is a `<<` or `>>` here that touches a word or has a counterpart.
fn angles(chars: &[char], at: usize) -> bool {
    let c = chars[at];
    if chars.get(at + 1) != Some(&c) {
        return false;
    }
    let other = if c == '<' { '>' } else { '<' };
    let partner = chars.windows(2).any(|pair| pair == [other, other]);
    let word = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    partner || word(before) != word(chars.get(at + 2))
}

/// Finds pairs of single marks in a part of the text that is outside quotations.
fn single_mark_pairs(chars: &[char], from: usize, until: usize) -> Vec<ForeignMark> {
    let chars = &chars[..until];
    let mut found = Vec::new();
    let mut at = from;
    while at < until {
        if !can_open(chars, at, from) {
            at += 1;
            continue;
        }
        let Some(end) = (at + 2..until).find(|end| can_close(chars, *end)) else {
            break;
        };
        if !is_elision(chars, at, end) {
            for at in [at, end] {
                let mark = chars[at].to_string();
                let inside = false;
                found.push(ForeignMark { at, mark, inside });
            }
            at = end;
        }
        at += 1;
    }
    found
}

/// Whether a single mark can open here: before a word, not after one.
fn can_open(chars: &[char], at: usize, from: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= from);
    let before = before.map(|before| chars[before]);
    let next = chars.get(at + 1);
    let begins = before.is_none_or(|c| c.is_whitespace() || "([{–—-/:".contains(c));
    APOSTROPHES.contains(chars[at])
        && begins
        && next.is_some_and(|c| c.is_alphanumeric() || c.is_whitespace() || "…[(.$€£#".contains(*c))
        && (before.is_some() || next.is_some_and(|c| !c.is_whitespace()))
}

/// Whether a single mark can close here: after a word, not before one.
fn can_close(chars: &[char], at: usize) -> bool {
    let before = chars[at - 1];
    let next = chars.get(at + 1);
    APOSTROPHES.contains(chars[at])
        && (before.is_alphanumeric() || before.is_whitespace() || ".,!?…;:)]%".contains(before))
        && next.is_none_or(|c| !c.is_alphanumeric())
}

/// Whether the mark at `at` is an apostrophe at the start of a word, although a mark
/// that can close follows at `end`.
fn is_elision(chars: &[char], at: usize, end: usize) -> bool {
    let blanks = chars[at + 1].is_whitespace() != chars[end - 1].is_whitespace();
    let word: String = chars[at + 1..end]
        .iter()
        .take_while(|c| c.is_alphanumeric())
        .collect();
    let alone = word.chars().count() == end - at - 1;
    let plural = matches!(chars[end - 1], 's' | 'S' | 'z' | 'x')
        && chars.get(end + 1).is_some_and(|c| c.is_whitespace());
    let digits = word.trim_end_matches('s');
    let year = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
    let lower = word.to_lowercase();
    let in_list = |list: &str| list.split_whitespace().any(|known| known == lower);
    let elided = in_list(ELIDED) || plural && in_list(ELIDED_OR_WHOLE_WORDS);
    blanks
        || year && (digits.len() < word.len() || plural)
        || elided && (!alone || lower.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::foreign_marks;

    fn found(text: &str) -> Vec<String> {
        foreign_marks(text).map(|mark| mark.mark).collect()
    }

    // Long only because of the table of cases.
    #[test]
    fn marks_that_set_words_apart_are_found() {
        for (open, close) in [
            ("\"", "\""),
            ("‘", "’"),
            ("'", "'"),
            ("’", "’"),
            ("‚", "‘"),
            ("‛", "’"),
            ("„", "“"),
            ("„", "‟"),
            ("«", "»"),
            ("« ", " »"),
            ("»", "«"),
            ("‹", "›"),
            ("›", "‹"),
            ("「", "」"),
            ("『", "』"),
            ("﹁", "﹂"),
            ("﹃", "﹄"),
            ("｢", "｣"),
            ("〝", "〞"),
            ("〝", "〟"),
            ("❛", "❜"),
            ("❝", "❞"),
            ("″", "″"),
            ("‶", "″"),
            ("′", "′"),
            ("‵", "′"),
            ("''", "''"),
            ("``", "''"),
            ("`", "'"),
            ("`", "`"),
            ("´", "´"),
            ("´´", "´´"),
            (",,", "\""),
            (",,", "''"),
            ("<<", ">>"),
            ("<< ", " >>"),
            (">>", "<<"),
            ("‘‘", "’’"),
            ("‚‚", "‘‘"),
            ("＂", "＂"),
            ("＇", "＇"),
            ("\u{2bc}", "\u{2bc}"),
            ("״", "״"),
            ("⹂", "”"),
            ("🙶", "🙷"),
            ("′′", "′′"),
            ("&quot;", "&quot;"),
            ("&ldquo;", "&rdquo;"),
            ("&#8220;", "&#8221;"),
            ("&#x201C;", "&#x201D;"),
            ("&laquo;", "&raquo;"),
            ("&#147;", "&#148;"),
            ("&#34;", "&#34;"),
            ("&amp;quot;", "&amp;quot;"),
            ("&quot", "&quot"),
            ("\\u201c", "\\u201d"),
            ("\\\"", "\\\""),
            ("=E2=80=9C", "=E2=80=9D"),
            ("%E2%80%9C", "%E2%80%9D"),
            ("\\x93", "\\x94"),
            ("&lsquo;", "&rsquo;"),
            ("&#39;", "&#39;"),
        ] {
            for text in [
                format!("It sent {open}a formal notice{close} then."),
                format!("{open}Notice{close}"),
                format!("It said ({open}Is it so?{close})"),
            ] {
                assert!(!found(&text).is_empty(), "{text}");
            }
            let nested = [
                "‘", "'", "’", "‚", "‛", "‹", "›", "「", "『", "﹁", "﹃", "｢", "❛", "′", "‵", "`",
                "´", "＇", "\u{2bc}", "״", "″",
            ];
            let text = format!("“It sent {open}a formal notice{close} then.”");
            if !nested.contains(&open) && !close.contains(['“', '”']) {
                assert!(!found(&text).is_empty(), "{text}");
            }
        }
    }

    // Long only because of the table of cases.
    #[test]
    fn what_only_looks_like_them_is_not() {
        for text in [
            "The mayor’s and the clerks’ letters",
            "the mayor's and the clerks' letters",
            "It’s the ’90s, ’tis so",
            "in the '90s the clerks' choice",
            "'Tis the clerks' choice",
            "rock ’n’ roll",
            "rock 'n' roll",
            "rock ’n roll",
            "It is 5'2\" tall and 6″ wide",
            "5' 2\" tall",
            "a 12\" pipe",
            "55°45′21″ N",
            "37' 38'' E",
            "9½\" of rain",
            "Hawaiʻi",
            "Hawai‘i",
            "ʻokina",
            "Oʼahu",
            "п’ять, п'ять, пʼять",
            "м'яч і п'ять",
            "צה״ל",
            "צה\"ל",
            "ג׳ירפה",
            "ארה״ב אמרה",
            "Rus′ and podʺezd",
            "Ta‘ang",
            "the Ka`aba",
            "x << 2",
            "a < b > c",
            "<or>",
            "f(x), g",
            "1,,2",
            "AT&T",
            "R&D; more",
            "a &amp; b",
            "snake_case and C++",
            "the mayor’s “formal notice” of the ’90s",
            "“It’s the clerks’ ‘notice’”",
            "“It is 5'2\" tall”",
            "“He said ‘no’”",
            "“「不」と”",
            "the Jones’ and the Smiths’ house",
            "l’été et l'été",
            "’s-Hertogenbosch",
            "'s avonds in 't Hof",
            "in ’68 the workers’ strike",
            "dell’arte",
            "O'Brien's 'em",
            "d’être “x” d’être",
            "《北京》 said",
            "workin’ hard for ’em",
            "the “a” and the “b”",
            "100% of +5",
            "50%E of it",
            "qu’il a dit",
            "ma’am",
            "the l’s and m’s",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn each_mark_stands_where_it_is() {
        let all: Vec<_> = foreign_marks("é 'a' “b \"c\"” «d»")
            .map(|mark| (mark.at, mark.inside))
            .collect();
        let expected = [
            (2, false),
            (4, false),
            (9, true),
            (11, true),
            (14, false),
            (16, false),
        ];
        assert_eq!(all, expected);
    }
}
