//! Compares the quotations of a rendering with those of its statement, word by word.
//! A word consists of letters and digits, with apostrophes and hyphens inside it.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::{Compared, Span, Stretch, Wording};

/// A word in the form in which it is compared, and its place.
struct Word {
    folded: String,
    place: Stretch,
}

/// Compares the `wording` of a statement with that of a `rendering`.
pub(super) fn compare_wordings(wording: &Wording, rendering: &Wording) -> Compared {
    if wording.language != rendering.language {
        return Compared::OtherLanguage;
    }
    let (ours, theirs) = (words(wording), words(rendering));
    if ours.is_empty() || theirs.is_empty() {
        return Compared::NothingQuoted;
    }
    let folded =
        |words: &[Word]| -> Vec<String> { words.iter().map(|word| word.folded.clone()).collect() };
    let operations = capture_diff_slices(Algorithm::Myers, &folded(&ours), &folded(&theirs));
    let (mut in_statement, mut in_rendering, mut common) = (Vec::new(), Vec::new(), 0);
    let mut small_ones_differ = false;
    for operation in operations {
        match operation {
            DiffOp::Equal { len, .. } => common += len,
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                let (ours_changed, theirs_changed) =
                    (&ours[operation.old_range()], &theirs[operation.new_range()]);
                if is_small(ours_changed, wording) && is_small(theirs_changed, rendering) {
                    small_ones_differ = true;
                } else {
                    in_statement.extend(stretches(ours_changed));
                    in_rendering.extend(stretches(theirs_changed));
                }
            }
        }
    }
    match (common, in_statement.is_empty() && in_rendering.is_empty()) {
        (_, true) if small_ones_differ => Compared::SmallWordsDiffer,
        (_, true) => Compared::Same,
        (0, false) => Compared::NothingInCommon,
        (_, false) => Compared::Differs {
            statement: in_statement,
            rendering: in_rendering,
        },
    }
}

/// English words that carry no claim of their own: a difference in them is not worth
/// pointing out. Negations, pronouns, prepositions and words such as "would" don't
/// belong here.
const SMALL_WORDS: &str =
    " a an the this that these those and also so have has had having been being ";

/// Whether all words are small words. Only English ones are known.
fn is_small(words: &[Word], wording: &Wording) -> bool {
    wording.language.as_str() == "en"
        && words
            .iter()
            .all(|word| SMALL_WORDS.contains(&format!(" {} ", word.folded)))
}

/// The words in the quotations of a text, in order.
fn words(wording: &Wording) -> Vec<Word> {
    let spans = wording.spans.iter().enumerate();
    spans
        .flat_map(|(index, span)| {
            let text = match span {
                Span::Verbatim(text) => text,
                Span::Paraphrase(_) => "",
            };
            // Words beyond the range of these integers are not compared.
            split_words(text).filter_map(move |(from, word)| {
                Some(Word {
                    folded: word.to_lowercase().replace('’', "'"),
                    place: Stretch {
                        span: u16::try_from(index).ok()?,
                        from: u32::try_from(from).ok()?,
                        until: u32::try_from(from + word.len()).ok()?,
                    },
                })
            })
        })
        .collect()
}

/// Splits a text into words, each with its byte offset.
fn split_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let joins = |c: char| matches!(c, '\'' | '’' | '-' | '‑');
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let begin = rest + text[rest..].find(char::is_alphanumeric)?;
            let length = text[begin..]
                .find(|c: char| !c.is_alphanumeric() && !joins(c))
                .unwrap_or(text.len() - begin);
            rest = begin + length;
            let word = text[begin..rest].trim_end_matches(joins);
            if !word.is_empty() {
                return Some((begin, word));
            }
        }
    })
}

/// Joins consecutive words of the same span.
fn stretches(words: &[Word]) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::new();
    for word in words {
        match joined.last_mut() {
            Some(last) if last.span == word.place.span => last.until = word.place.until,
            _ => joined.push(word.place),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::compare_wordings;
    use crate::read::wording::spans;
    use crate::{Compared, Language, Span, Stretch, Verification, Wording};

    fn wording(text: &str) -> Wording {
        Wording {
            indirect: false,
            spans: spans(text).expect("marks that pair"),
            language: Language("en".to_owned()),
            spoken_in: None,
            translated_by: None,
            verification: Verification::NothingQuoted,
            cut: None,
        }
    }

    fn marked<'a>(wording: &'a Wording, stretches: &[Stretch]) -> Vec<&'a str> {
        let words = |stretch: &Stretch| {
            let (Span::Verbatim(text) | Span::Paraphrase(text)) =
                &wording.spans[usize::from(stretch.span)];
            stretch.slice(text)
        };
        stretches.iter().map(words).collect()
    }

    #[test]
    fn only_words_that_differ_are_marked() {
        let ours = wording("Officials had said: “We received a written follow-up from Russia.”");
        let theirs = wording("“We can confirm we received a written follow-up from Moscow”");
        let Compared::Differs {
            statement,
            rendering,
        } = compare_wordings(&ours, &theirs)
        else {
            panic!("they differ");
        };
        assert_eq!(marked(&ours, &statement), ["Russia"]);
        assert_eq!(marked(&theirs, &rendering), ["can confirm we", "Moscow"]);
    }

    #[test]
    fn small_words_alone_are_no_difference() {
        let ours = wording("“They had sent the reply to a letter”");
        let theirs = wording("“They sent a reply to the letter”");
        assert_eq!(compare_wordings(&ours, &theirs), Compared::SmallWordsDiffer);
        let denied = wording("“They had not sent the reply to a letter”");
        let Compared::Differs { statement, .. } = compare_wordings(&denied, &theirs) else {
            panic!("they differ");
        };
        assert_eq!(marked(&denied, &statement), ["had not"]);
    }

    #[test]
    fn marks_case_and_punctuation_do_not_differ() {
        let theirs = wording("“It’s Not True.”");
        assert_eq!(
            compare_wordings(&wording("“it's not true”"), &theirs),
            Compared::Same
        );
        assert_eq!(
            compare_wordings(&wording("“No reply.”"), &wording("“Sent”")),
            Compared::NothingInCommon
        );
        assert_eq!(
            compare_wordings(&wording("No reply."), &wording("“No reply.”")),
            Compared::NothingQuoted
        );
    }

    proptest! {
        #[test]
        fn what_is_not_marked_is_the_same(one in "[abc“” .'é-]{0,24}", other in "[abc .'é-]{0,24}") {
            prop_assume!(spans(&one).is_some());
            let (one, other) = (wording(&one), wording(&other));
            let itself = compare_wordings(&one, &one);
            prop_assert!(matches!(itself, Compared::Same | Compared::NothingQuoted));
            let rest = |wording: &Wording, marked: &[Stretch]| -> Vec<String> {
                super::words(wording)
                    .into_iter()
                    .filter(|word| !marked.iter().any(|stretch| stretch.span == word.place.span
                        && stretch.from <= word.place.from && word.place.until <= stretch.until))
                    .map(|word| word.folded)
                    .collect()
            };
            if let Compared::Differs { statement, rendering } = compare_wordings(&one, &other) {
                let large = |words: Vec<String>| -> Vec<String> {
                    words.into_iter().filter(|word| !super::SMALL_WORDS.contains(&format!(" {word} "))).collect()
                };
                prop_assert_eq!(large(rest(&one, &statement)), large(rest(&other, &rendering)));
            }
        }
    }
}
