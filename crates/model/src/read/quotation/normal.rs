//! The form in which quotations are compared with the texts they are from.
//!
//! Two prints of the same words differ in what a typesetter decides: blanks and
//! line ends, kinds of quotation marks, dashes, footnote marks, how a letter is
//! encoded. That is made alike and nothing else. No letter, no digit, no
//! capital and no other mark is touched, so a changed word stays changed.

use unicode_normalization::char::is_combining_mark;

use super::first::first_form;
use super::notes::without_notes;
use super::printed::spelt_out;
use super::spaced::{Facing, spaced};

/// The version of the form. Whatever an earlier one made alike, this one does.
pub(in crate::read) const VERSION: i64 = 2;

/// How often one text is gone over until nothing changes any more. Two rounds
/// are the rule; the bound keeps nested nonsense from taking for ever.
const ROUNDS: usize = 16;

/// The normal form of a text, made of its first form (canonical composition,
/// blanks, quotation marks by kind, hyphens, dashes, ellipses):
///
/// 1. the ligatures ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ and full-width forms become the letters and
///    marks they stand for, HTML's names of characters those characters, ` and
///    ´ an apostrophe; marks that only set a direction go;
/// 2. `[sic]` and `(sic)` go, and so do footnote marks that follow a word or
///    punctuation without a blank: raised digits, `*`, `†`, `‡`, `[12]`;
/// 3. every quotation mark, single or double, becomes `"` with a blank on
///    either side; a `'` between letters or digits is an apostrophe and stays,
///    and `''` is one mark;
/// 4. a comma or full stop after a closing mark goes before it;
/// 5. a blank before `, . ; : ? ! % ‰` goes;
/// 6. a hyphen between blanks becomes `–`; four dots in a row become `. …`;
///    `[…]` and `(…)` become `…`, and so do several in a row.
#[must_use]
pub fn normal_form(text: &str) -> String {
    form(text).text
}

/// A normal form, and which way its quotation marks face.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
}

/// A quotation mark of a normal form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// The byte at which it stands.
    pub(super) at: usize,
    pub(super) single: bool,
    /// Whether it opens; `None` where its neighbours do not tell.
    pub(super) opens: Option<bool>,
}

pub(super) fn form(text: &str) -> Form {
    let (mut now, facing) = round(&first_form(text));
    for _ in 0..ROUNDS {
        let (next, _) = round(&first_form(&now));
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

fn round(text: &str) -> (String, Vec<Facing>) {
    let mut spelt = text.to_owned();
    loop {
        let next = first_form(&spelt_out(&spelt));
        if next == spelt {
            break;
        }
        spelt = next;
    }
    let chars: Vec<char> = spelt.chars().collect();
    let (written, facing) = spaced(&without_notes(&chars));
    let words: Vec<&str> = written.split_whitespace().collect();
    (words.join(" "), facing)
}

pub(super) fn is_part(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{first_form, normal_form};

    /// Texts in which what is made alike is common.
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
