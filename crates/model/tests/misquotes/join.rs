//! Misquotes that join words that don't belong together.

use crate::corpus::{Corpus, Dice, words};
use crate::spoil::unless_there;

pub(crate) fn splice(corpus: &Corpus, dice: &mut Dice) -> Option<String> {
    let (one, other) = (corpus.window(dice), corpus.window(dice));
    let (head, tail) = (one.len() / 2 + 1, other.len() / 2);
    unless_there(corpus, &[&one[..head], &other[tail..]].concat())
}

/// Two consecutive quotations; the speakers take turns.
fn two(corpus: &Corpus, dice: &mut Dice) -> Option<(Vec<String>, Vec<String>)> {
    let at = dice.below(corpus.quoted.len() - 1);
    let next = at + 1 + dice.below((corpus.quoted.len() - at - 1).min(4));
    let ((one, words_of_one), (other, words_of_other)) = (&corpus.quoted[at], &corpus.quoted[next]);
    (one != other).then(|| (words(words_of_one), words(words_of_other)))
}

pub(crate) fn join_speakers(corpus: &Corpus, dice: &mut Dice) -> Option<String> {
    let (one, other) = two(corpus, dice)?;
    let (from, until) = (dice.below(one.len()), 1 + dice.below(other.len()));
    unless_there(corpus, &[&one[from..], &other[..until]].concat())
}

pub(crate) fn join_by_ellipsis(corpus: &Corpus, dice: &mut Dice) -> Option<String> {
    let (one, other) = two(corpus, dice)?;
    let (from, until) = (dice.below(one.len()), 1 + dice.below(other.len()));
    let (one, other) = (one[from..].join(" "), other[..until].join(" "));
    // Words that occur once can't occur together elsewhere.
    let once = corpus.stands(&one) == 1 && corpus.stands(&other) == 1;
    let mark = ["…", "[…]", "..."][dice.below(3)];
    once.then(|| format!("{one} {mark} {other}"))
}

pub(crate) fn reverse_by_ellipsis(corpus: &Corpus, dice: &mut Dice) -> Option<String> {
    let words = corpus.window(dice);
    let middle = words.len() / 2;
    let (one, other) = (words[..middle].join(" "), words[middle..].join(" "));
    let once = corpus.stands(&one) == 1 && corpus.stands(&other) == 1;
    once.then(|| format!("{other} … {one}"))
}

pub(crate) fn foreign_after_ellipsis(corpus: &Corpus, dice: &mut Dice) -> Option<String> {
    let (one, other) = (corpus.window(dice).join(" "), corpus.window(dice).join(" "));
    let stretch = |words: &str| {
        let mut quoted = corpus.quoted.iter();
        let found = quoted.find(|(_, part)| part.contains(words));
        found.map(|(stretch, _)| *stretch)
    };
    let once = corpus.stands(&one) == 1 && corpus.stands(&other) == 1;
    (once && stretch(&one) != stretch(&other)).then(|| format!("{one} […] {other}"))
}
