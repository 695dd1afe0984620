//! Search terms: words, which may be anywhere, and quoted phrases, which must occur
//! as they are.

mod entities;

use super::char_classes::Decompose;
use super::fold::fold;
use super::phrase::phrase_end;
use entities::decode_entities;

/// A word or a phrase to find in a folded text. A leading space matches only at the
/// start of a word, a trailing space only at its end.
pub struct SearchTerm(String);

impl SearchTerm {
    /// Finds the term in a folded text, starting at the byte `from`: returns its
    /// first byte and the one after its last.
    pub fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let (text, term) = (text.as_bytes(), self.0.as_bytes());
        let (begins, ends) = (term.first() == Some(&b' '), term.last() == Some(&b' '));
        (from..text.len()).find_map(|start| {
            let end = match_end(text, term, start)?;
            Some((start + usize::from(begins), end - usize::from(ends)))
        })
    }

    /// Whether the term is in a folded text.
    pub fn matches(&self, text: &str) -> bool {
        self.find(text, 0).is_some()
    }
}

/// The end of `term` if it is at `start`. A hyphen also matches a space or nothing,
/// in either text.
fn match_end(text: &[u8], term: &[u8], start: usize) -> Option<usize> {
    let (mut at, mut rest) = (start, term);
    while let [wanted, others @ ..] = rest {
        match (wanted, text.get(at)?) {
            (b' ' | b'-', b' ' | b'-') => (at, rest) = (at + 1, others),
            (wanted, here) if wanted == here => (at, rest) = (at + 1, others),
            (b'-', _) => rest = others,
            (_, b'-') if at > start => at += 1,
            _ => return None,
        }
    }
    Some(at)
}

/// The words and phrases of a search.
pub fn search_terms(input: &str, decompose: Decompose) -> Vec<SearchTerm> {
    let letters = decode_entities(input);
    let (mut terms, mut others) = (Vec::new(), String::new());
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        if let Some(end) = phrase_end(&letters, at, decompose) {
            let phrase: String = letters[at + 1..end].iter().collect();
            let phrase = fold(&phrase, decompose).text;
            if phrase.len() > 1 {
                terms.push(SearchTerm(phrase));
            }
            others.push(' ');
            at = end;
        } else {
            others.push(*letter);
        }
        at += 1;
    }
    for word in fold(&others, decompose)
        .text
        .split(' ')
        .filter(|word| !word.is_empty())
    {
        terms.push(SearchTerm(word_term(word)));
    }
    terms
}

/// The search term for a typed word. It is found inside other words too, with two
/// exceptions. A word that may be two must begin a word, because its parts are next
/// to one another in many texts. An abbreviation must be a whole word: `U.S.` is not
/// the beginning of `used`.
fn word_term(word: &str) -> String {
    let is_abbreviation = || word.split('-').all(|part| part.chars().count() == 1);
    match word.contains('-') {
        false => word.to_owned(),
        true if is_abbreviation() && word.is_ascii() => format!(" {word} "),
        true => format!(" {word}"),
    }
}

#[cfg(test)]
mod tests;
