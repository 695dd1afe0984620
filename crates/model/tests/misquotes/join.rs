//! Misquotes that join words from different places.

use crate::corpus::{Corpus, Rng, words};
use crate::spoil::unless_in_text;

pub(crate) fn splice(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let (one, other) = (corpus.window(rng), corpus.window(rng));
    let (head, tail) = (one.len() / 2 + 1, other.len() / 2);
    unless_in_text(corpus, &[&one[..head], &other[tail..]].concat())
}

/// Two consecutive quotations; the speakers take turns.
fn two_quotations(corpus: &Corpus, rng: &mut Rng) -> Option<(Vec<String>, Vec<String>)> {
    let at = rng.below(corpus.quoted.len() - 1);
    let next = at + 1 + rng.below((corpus.quoted.len() - at - 1).min(4));
    let ((one, words_of_one), (other, words_of_other)) = (&corpus.quoted[at], &corpus.quoted[next]);
    (one != other).then(|| (words(words_of_one), words(words_of_other)))
}

pub(crate) fn join_speakers(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let (one, other) = two_quotations(corpus, rng)?;
    let (from, until) = (rng.below(one.len()), 1 + rng.below(other.len()));
    unless_in_text(corpus, &[&one[from..], &other[..until]].concat())
}

pub(crate) fn join_by_ellipsis(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let (one, other) = two_quotations(corpus, rng)?;
    let (from, until) = (rng.below(one.len()), 1 + rng.below(other.len()));
    let (one, other) = (one[from..].join(" "), other[..until].join(" "));
    // Words that occur once can't occur together elsewhere.
    let once = corpus.occurrences(&one) == 1 && corpus.occurrences(&other) == 1;
    let mark = ["…", "[…]", "..."][rng.below(3)];
    once.then(|| format!("{one} {mark} {other}"))
}

pub(crate) fn reverse_by_ellipsis(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let words = corpus.window(rng);
    let middle = words.len() / 2;
    let (one, other) = (words[..middle].join(" "), words[middle..].join(" "));
    let once = corpus.occurrences(&one) == 1 && corpus.occurrences(&other) == 1;
    once.then(|| format!("{other} … {one}"))
}

pub(crate) fn foreign_after_ellipsis(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let (one, other) = (corpus.window(rng).join(" "), corpus.window(rng).join(" "));
    let stretch = |words: &str| {
        let mut quoted = corpus.quoted.iter();
        let found = quoted.find(|(_, part)| part.contains(words));
        found.map(|(stretch, _)| *stretch)
    };
    let once = corpus.occurrences(&one) == 1 && corpus.occurrences(&other) == 1;
    (once && stretch(&one) != stretch(&other)).then(|| format!("{one} […] {other}"))
}
