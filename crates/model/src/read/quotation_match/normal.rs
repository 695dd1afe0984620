//! The normal form in which quotations are compared with their source texts.
//!
//! Two prints of the same words differ in typography: spaces and line breaks,
//! styles of quotation marks, dashes, footnote marks, the encoding of a letter.
//! Only these are normalized. No letter, digit, capital or other punctuation
//! changes, so a changed word remains different.

use unicode_normalization::char::is_combining_mark;

use super::expand::expand_characters;
use super::first_form::first_form;
use super::notes::without_notes;
use super::spacing::{Facing, normalize_spacing};

/// The version of the normal form. Texts that are equal in an earlier version are
/// equal in this one too.
pub(in crate::read) const VERSION: i64 = 2;

/// The maximum number of passes until the text stops changing. Two are usual; the
/// limit keeps pathological nesting from running on.
const MAX_ROUNDS: usize = 16;

/// Converts a text to its normal form. On top of version 1 (canonical composition,
/// whitespace, quotation marks by kind, hyphens, dashes, ellipses):
///
/// 1. the ligatures ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ and full-width forms become the letters and
///    punctuation they stand for, HTML character references become their
///    characters, ` and ´ become an apostrophe; directional marks are removed;
/// 2. `[sic]` and `(sic)` are removed, and so are footnote marks that follow a word
///    or punctuation without a space: superscript digits, `*`, `†`, `‡`, `[12]`;
/// 3. every quotation mark, single or double, becomes `"` with a space on either
///    side; a `'` between letters or digits is an apostrophe and stays, and `''`
///    is one quotation mark;
/// 4. a comma or full stop after a closing quotation mark moves before it;
/// 5. a space before `, . ; : ? ! % ‰` is removed;
/// 6. a hyphen between spaces becomes `–`; four dots in a row become `. …`;
///    `[…]` and `(…)` become `…`, and several in a row become one.
#[must_use]
pub fn normal_form(text: &str) -> String {
    normalize(text).text
}

/// A text in normal form, with its quotation marks.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
}

/// A quotation mark in a normal form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Its byte offset.
    pub(super) at: usize,
    pub(super) single: bool,
    /// Whether it opens; `None` if the adjacent characters don't tell.
    pub(super) opens: Option<bool>,
}

/// Repeats the normalization until the text stops changing.
pub(super) fn normalize(text: &str) -> Form {
    let (mut now, facing) = normalize_once(&first_form(text));
    for _ in 0..MAX_ROUNDS {
        let (next, _) = normalize_once(&first_form(&now));
        if next == now {
            break;
        }
        now = next;
    }
    let places: Vec<usize> = now.match_indices('"').map(|(at, _)| at).collect();
    let known = places.len() == facing.len();
    let marks = places.into_iter().enumerate().map(|(index, at)| {
        let (single, opens) = if known { facing[index] } else { (false, None) };
        Mark { at, single, opens }
    });
    Form {
        marks: marks.collect(),
        text: now,
    }
}

fn normalize_once(text: &str) -> (String, Vec<Facing>) {
    let mut expanded = text.to_owned();
    loop {
        let next = first_form(&expand_characters(&expanded));
        if next == expanded {
            break;
        }
        expanded = next;
    }
    let chars: Vec<char> = expanded.chars().collect();
    let (written, facing) = normalize_spacing(&without_notes(&chars));
    let words: Vec<&str> = written.split_whitespace().collect();
    (words.join(" "), facing)
}

/// Whether a character is part of a word: a letter, a digit or a combining mark.
pub(super) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{first_form, normal_form};

    /// Texts that are rich in characters the normal form changes.
    fn text() -> impl Strategy<Value = String> {
        "([a-c A-C0-9é\u{301}\u{ad}\u{200b}\u{a0}\n\t.…,;?!%'’‘\"“”«»„‐–—−\\-*†¹\\[\\]()&`ﬁ]|&quot;|\\[sic\\]|\\[12\\]|\\[…\\]|\\PC){0,24}"
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4096) })]

        #[test]
        fn whatever_the_first_form_made_alike_stays_alike(one in text(), other in text()) {
            prop_assert_eq!(normal_form(&first_form(&one)), normal_form(&one));
            if first_form(&one) == first_form(&other) {
                prop_assert_eq!(normal_form(&one), normal_form(&other));
            }
        }

        #[test]
        fn the_form_is_its_own(text in text()) {
            let once = normal_form(&text);
            prop_assert_eq!(normal_form(&once), once);
        }
    }

    #[test]
    fn the_first_form_is_what_it_was() {
        for (text, form) in [
            ("« Not  true » -- he said", "\" Not true \" – he said"),
            ("“Not…’ . . . cafe\u{301} it´s", "\"Not … ' … café it´s"),
            ("re\u{ad}ply 5−3 a-b ‐ ....", "reply 5 – 3 a-b - ...."),
        ] {
            assert_eq!(first_form(text), form);
        }
    }

    #[test]
    fn prints_of_the_same_words_are_alike() {
        for (one, other) in [
            ("the ﬁnal oﬃce", "the final office"),
            ("« Was it true ? »", "“Was it true?”"),
            ("called it ‘true’, he said", "called it \"true,\" he said"),
            ("``not true''", "“not true”"),
            ("a reply.¹ [sic] It", "a reply. It"),
            ("a reply[12] (sic), it", "a reply, it"),
            ("5 % - or … [...] more....", "5% – or … more. …"),
            ("it&rsquo;s&nbsp;so", "it’s so"),
        ] {
            assert_eq!(normal_form(one), normal_form(other), "{one}");
        }
        for (one, other) in [
            ("100 m² of it", "100 m of it"),
            ("10² or more", "10 or more"),
            ("rose .5 points", "rose.5 points"),
            ("it's", "its"),
            ("the 'reply'", "the reply"),
            ("[2021]", "2021"),
            ("co-operate", "cooperate"),
            ("а reply", "a reply"),
        ] {
            assert_ne!(normal_form(one), normal_form(other), "{one}");
        }
    }
}
