//! Ways to misquote a sentence. Each returns `None` if the drawn sentence has
//! nothing to spoil, or if the result happens to occur in the text.

use crate::corpus::{Corpus, Rng, words};
use crate::join::{
    foreign_after_ellipsis, join_by_ellipsis, join_speakers, reverse_by_ellipsis, splice,
};

type Spoil = fn(&Corpus, &mut Rng) -> Option<String>;

pub(crate) const KINDS: [(&str, Spoil); 23] = [
    ("negation dropped", drop_negation),
    ("negation added", add_negation),
    ("neighbours swapped", swap_neighbours),
    ("words swapped", swap_far),
    ("halves swapped", swap_halves),
    ("digit changed", change_digit),
    ("number cut", cut_number),
    ("look-alike letter", look_alike),
    ("capital changed", change_case),
    ("sentences spliced", splice),
    ("another speaker’s words joined", join_speakers),
    ("another quotation’s words joined by …", join_by_ellipsis),
    ("order reversed around …", reverse_by_ellipsis),
    (
        "another quotation’s words after […]",
        foreign_after_ellipsis,
    ),
    ("part of a word", part_of_word),
    ("word dropped", drop_word),
    ("word replaced", replace_word),
    ("question as a statement", state_question),
    ("hyphen or apostrophe dropped", drop_hyphen_or_apostrophe),
    ("word doubled", double_word),
    ("letter changed", change_letter),
    ("punctuation inside changed", change_comma),
    ("quotation marks added", add_marks),
];

/// The spoilt quotation, unless the text happens to contain it.
pub(crate) fn unless_in_text(corpus: &Corpus, words: &[String]) -> Option<String> {
    let quotation = words.join(" ");
    (corpus.occurrences(&quotation) == 0).then_some(quotation)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn drop_negation(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    const WHOLE: [&str; 12] = [
        "not",
        "never",
        "no",
        "nothing",
        "none",
        "neither",
        "nor",
        "не",
        "никогда",
        "нет",
        "ни",
        "без",
    ];
    let mut words = corpus.window(rng);
    let inner = 1..words.len() - 1;
    for at in inner {
        if WHOLE.contains(&bare(&words[at])) {
            words.remove(at);
            return unless_in_text(corpus, &words);
        }
        if let Some(rest) = words[at].strip_suffix("n’t") {
            words[at] = rest.to_owned();
            return unless_in_text(corpus, &words);
        }
    }
    None
}

fn add_negation(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let russian = words
        .iter()
        .any(|word| word.starts_with(|c| ('а'..='я').contains(&c)));
    let at = 1 + rng.below(words.len() - 1);
    words.insert(at, if russian { "не" } else { "not" }.to_owned());
    unless_in_text(corpus, &words)
}

fn swap_neighbours(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let at = rng.below(words.len() - 1);
    words.swap(at, at + 1);
    unless_in_text(corpus, &words)
}

fn swap_far(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let (one, other) = (rng.below(words.len()), rng.below(words.len()));
    words.swap(one, other);
    unless_in_text(corpus, &words)
}

fn swap_halves(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let middle = words.len() / 2;
    words.rotate_left(middle);
    unless_in_text(corpus, &words)
}

/// Some words of a sentence, and the position of one that contains digits.
fn with_digits(corpus: &Corpus, rng: &mut Rng) -> Option<(Vec<String>, usize)> {
    let words = corpus.window(rng);
    let found: Vec<usize> = (0..words.len())
        .filter(|at| words[*at].contains(|c: char| c.is_ascii_digit()))
        .collect();
    let at = (!found.is_empty()).then(|| *rng.pick(&found))?;
    Some((words, at))
}

fn change_digit(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let (mut words, at) = with_digits(corpus, rng)?;
    let digits: Vec<usize> = (0..words[at].len())
        .filter(|i| words[at].as_bytes()[*i].is_ascii_digit())
        .collect();
    let place = *rng.pick(&digits);
    let digit = char::from(b'0' + u8::try_from(rng.below(10)).unwrap());
    words[at].replace_range(place..=place, &digit.to_string());
    unless_in_text(corpus, &words)
}

fn cut_number(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let sentence = words(rng.pick::<String>(&corpus.sentences));
    let parted = |word: &String| {
        let word = bare(word);
        word.contains(['.', ',', ':']) && word.starts_with(|c: char| c.is_ascii_digit())
    };
    let at = sentence.iter().position(parted)?;
    let (before, after) = bare(&sentence[at]).split_once(['.', ',', ':'])?;
    let (mut head, mut tail) = (sentence[..at].to_vec(), sentence[at + 1..].to_vec());
    match rng.below(3) {
        0 => head.push(before.to_owned()),
        1 => {
            tail.insert(0, after.to_owned());
            head = tail;
        }
        _ => {
            head.push(before.to_owned());
            head.append(&mut tail);
        }
    }
    (head.len() > 1).then(|| head.join(" "))
}

fn look_alike(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    const ALIKE: [(char, char); 11] = [
        ('a', 'а'),
        ('e', 'е'),
        ('o', 'о'),
        ('p', 'р'),
        ('c', 'с'),
        ('x', 'х'),
        ('y', 'у'),
        ('i', 'і'),
        ('A', 'А'),
        ('H', 'Н'),
        ('T', 'Т'),
    ];
    let quotation = corpus.window(rng).join(" ");
    let places = quotation.char_indices().filter_map(|(at, c)| {
        let pair = ALIKE.iter().find(|(one, other)| *one == c || *other == c)?;
        Some((at, c, if pair.0 == c { pair.1 } else { pair.0 }))
    });
    let places: Vec<_> = places.collect();
    let (at, c, other) = *(!places.is_empty()).then(|| rng.pick(&places))?;
    Some(format!(
        "{}{other}{}",
        &quotation[..at],
        &quotation[at + c.len_utf8()..]
    ))
}

fn change_case(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let at = rng.below(words.len());
    let first = bare(&words[at]).chars().next()?;
    let other: String = if first.is_uppercase() {
        first.to_lowercase().collect()
    } else {
        first.to_uppercase().collect()
    };
    words[at] = words[at].replacen(first, &other, 1);
    unless_in_text(corpus, &words)
}

fn part_of_word(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let last = words.len() - 1;
    if rng.once_in(2) {
        let word = bare(&words[last]);
        let end = word.char_indices().next_back()?.0;
        words[last] = word[..end].to_owned();
    } else {
        let word = bare(&words[0]);
        let start = word.char_indices().nth(1)?.0;
        words[0] = word[start..].to_owned();
    }
    let whole = !words[0].is_empty() && !words[last].is_empty();
    unless_in_text(corpus, &words).filter(|_| whole)
}

fn drop_word(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    words.remove(1 + rng.below(words.len() - 2));
    unless_in_text(corpus, &words)
}

fn replace_word(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let at = rng.below(words.len());
    let others = corpus.window(rng);
    words[at].clone_from(rng.pick(&others));
    unless_in_text(corpus, &words)
}

fn state_question(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let question: &String = rng.pick(&corpus.sentences);
    let asked = question.find('?')?;
    let asked = &question[..asked];
    let words = words(asked);
    let from = rng.below(words.len().saturating_sub(2));
    Some(format!(
        "{}{}",
        words[from..].join(" "),
        [".", ","][rng.below(2)]
    ))
}

fn drop_hyphen_or_apostrophe(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let joined = |word: &String| bare(word).contains(['’', '-', '–']);
    let at = words.iter().position(joined)?;
    let bare = bare(&words[at]).replace(['’', '-', '–'], "");
    words[at] = bare;
    unless_in_text(corpus, &words)
}

fn double_word(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let at = rng.below(words.len());
    let word = bare(&words[at]).to_owned();
    words.insert(at, word);
    unless_in_text(corpus, &words)
}

fn change_letter(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let at = rng.below(words.len());
    let letters: Vec<(usize, char)> = words[at].char_indices().collect();
    let (place, c) = *rng.pick(&letters);
    let (_, other) = *rng.pick(&letters);
    let both = c.is_alphabetic() && other.is_alphabetic();
    words[at].replace_range(place..place + c.len_utf8(), &other.to_string());
    unless_in_text(corpus, &words).filter(|_| both)
}

fn change_comma(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let at = rng.below(words.len() - 1);
    let word = words[at].clone();
    if let Some(without) = word.strip_suffix([',', '.', '?', ':']) {
        words[at] = without.to_owned();
    } else if word.ends_with(char::is_alphanumeric) {
        words[at].push([',', '.', '?', ';'][rng.below(4)]);
    } else {
        return None;
    }
    // The same words may occur elsewhere with other punctuation.
    (corpus.occurrences(&words.join(" ")) == 1).then(|| words.join(" "))
}

fn add_marks(corpus: &Corpus, rng: &mut Rng) -> Option<String> {
    let mut words = corpus.window(rng);
    let at = 1 + rng.below(words.len() - 2);
    if !words[at].chars().all(char::is_alphanumeric) {
        return None;
    }
    words[at] = format!("‘{}’", words[at]);
    (corpus.occurrences(&words.join(" ")) == 1).then(|| words.join(" "))
}
