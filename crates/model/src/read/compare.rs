//! Compares what a rendering quotes with what its statement quotes, word by word. A
//! word is letters and digits, with the apostrophes and hyphens inside them.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::{Compared, Span, Stretch, Wording};

/// A word, as it is compared, and where it stands.
struct Word {
    folded: String,
    place: Stretch,
}

/// What differs between a statement's `wording` and that of a `rendering`.
pub(super) fn compared(wording: &Wording, rendering: &Wording) -> Compared {
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
    let (mut here, mut there, mut common) = (Vec::new(), Vec::new(), 0);
    let mut small_ones_differ = false;
    for operation in operations {
        match operation {
            DiffOp::Equal { len, .. } => common += len,
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                let of = (&ours[operation.old_range()], &theirs[operation.new_range()]);
                if is_small(of.0, wording) && is_small(of.1, rendering) {
                    small_ones_differ = true;
                } else {
                    here.extend(stretches(of.0));
                    there.extend(stretches(of.1));
                }
            }
        }
    }
    match (common, here.is_empty() && there.is_empty()) {
        (_, true) if small_ones_differ => Compared::SmallWordsDiffer,
        (_, true) => Compared::Same,
        (0, false) => Compared::Apart,
        (_, false) => Compared::Differs {
            statement: here,
            rendering: there,
        },
    }
}

/// Words of English that carry no claim of their own: that one outlet has them and
/// another has not is no difference worth pointing out. Negations, pronouns,
/// prepositions and words such as "would" are none of them.
const SMALL: &str = " a an the this that these those and also so have has had having been being ";

/// Whether a stretch has nothing but small words; only English ones are known.
fn is_small(words: &[Word], wording: &Wording) -> bool {
    wording.language.as_str() == "en"
        && words
            .iter()
            .all(|word| SMALL.contains(&format!(" {} ", word.folded)))
}

/// The quoted words of a text, in order.
fn words(wording: &Wording) -> Vec<Word> {
    let spans = wording.spans.iter().enumerate();
    spans
        .flat_map(|(index, span)| {
            let text = match span {
                Span::Verbatim(text) => text,
                Span::Paraphrase(_) => "",
            };
            // What lies beyond such numbers is left out of the comparison.
            words_of(text).filter_map(move |(from, word)| {
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

/// The words of a text, each with the byte at which it begins.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
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

/// Words next to one another in one span, joined.
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

    use super::compared;
    use crate::read::wording::spans;
    use crate::{Compared, Language, Span, Stretch, Verification, Wording};

    fn wording(text: &str) -> Wording {
        Wording {
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
            stretch.of(text)
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
        } = compared(&ours, &theirs)
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
        assert_eq!(compared(&ours, &theirs), Compared::SmallWordsDiffer);
        let denied = wording("“They had not sent the reply to a letter”");
        let Compared::Differs { statement, .. } = compared(&denied, &theirs) else {
            panic!("they differ");
        };
        assert_eq!(marked(&denied, &statement), ["had not"]);
    }

    #[test]
    fn marks_case_and_punctuation_do_not_differ() {
        let theirs = wording("“It’s Not True.”");
        assert_eq!(
            compared(&wording("“it's not true”"), &theirs),
            Compared::Same
        );
        assert_eq!(
            compared(&wording("“No reply.”"), &wording("“Sent”")),
            Compared::Apart
        );
        assert_eq!(
            compared(&wording("No reply."), &wording("“No reply.”")),
            Compared::NothingQuoted
        );
    }

    proptest! {
        #[test]
        fn what_is_not_marked_is_the_same(one in "[abc“” .'é-]{0,24}", other in "[abc .'é-]{0,24}") {
            prop_assume!(spans(&one).is_some());
            let (one, other) = (wording(&one), wording(&other));
            let itself = compared(&one, &one);
            prop_assert!(matches!(itself, Compared::Same | Compared::NothingQuoted));
            let rest = |wording: &Wording, marked: &[Stretch]| -> Vec<String> {
                super::words(wording)
                    .into_iter()
                    .filter(|word| !marked.iter().any(|stretch| stretch.span == word.place.span
                        && stretch.from <= word.place.from && word.place.until <= stretch.until))
                    .map(|word| word.folded)
                    .collect()
            };
            if let Compared::Differs { statement, rendering } = compared(&one, &other) {
                let large = |words: Vec<String>| -> Vec<String> {
                    words.into_iter().filter(|word| !super::SMALL.contains(&format!(" {word} "))).collect()
                };
                prop_assert_eq!(large(rest(&one, &statement)), large(rest(&other, &rendering)));
            }
        }
    }
}
