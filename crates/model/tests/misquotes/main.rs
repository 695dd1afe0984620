//! Misquotes are rejected, and true quotations are found in every typographic form.
//! The random choices are the same in every run. The sentences were written for this
//! test.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod corpus;
mod join;
mod print;
mod spoil;

use std::collections::{BTreeMap, HashSet};
use std::io::Write as _;

use corpus::{Corpus, Rng};
use says_who_model::read::quotation_match::SearchedText;

const MISQUOTES: usize = 10_000;
/// The number of attempts to draw a sentence that a kind of misquote can spoil.
const TRIES: usize = 200;
const TRUE_QUOTATIONS: usize = 1_000;

/// Every typographic form of a corpus, ready for searching.
fn prints(corpus: &Corpus) -> Vec<(&'static str, SearchedText)> {
    let mut rng = Rng(7);
    let rounds = (0..4).flat_map(|_| print::KINDS);
    rounds
        .map(|(name, print)| (name, SearchedText::new(&print(&corpus.text, &mut rng))))
        .collect()
}

/// Bypasses the output capture, so that the counts are always shown.
fn print_uncaptured(line: &str) {
    let line = format!("\n{line}\n");
    std::io::stdout().write_all(line.as_bytes()).unwrap();
}

#[test]
fn no_misquote_is_verified() {
    let mut rng = Rng(1);
    let corpora = Corpus::all();
    let searched: Vec<_> = corpora.iter().map(prints).collect();
    let mut made: BTreeMap<&str, usize> = BTreeMap::new();
    let mut verified = Vec::new();
    let mut done = HashSet::new();
    let mut kind = 0;
    while done.len() < MISQUOTES {
        let (name, spoil) = spoil::KINDS[kind % spoil::KINDS.len()];
        kind += 1;
        // One misquote in six is in Russian.
        let which = usize::from(rng.once_in(6));
        let drawn = (0..TRIES).find_map(|_| spoil(&corpora[which], &mut rng));
        let Some(misquote) = drawn else {
            continue;
        };
        let number = rng.below(searched[which].len());
        let transcript = rng.once_in(2);
        if !done.insert((misquote.clone(), number, transcript)) {
            continue;
        }
        *made.entry(name).or_default() += 1;
        let (print, text) = &searched[which][number];
        if text.find(&misquote, transcript).is_some() {
            verified.push(format!("{name}, {print}: {misquote}"));
        }
    }
    let kinds: Vec<String> = made
        .iter()
        .map(|(name, count)| format!("{count} {name}"))
        .collect();
    print_uncaptured(&format!(
        "{MISQUOTES} misquotes: {} verified ({})",
        verified.len(),
        kinds.join(", ")
    ));
    assert!(
        verified.is_empty(),
        "{:#?}",
        &verified[..verified.len().min(20)]
    );
    assert_eq!(made.len(), spoil::KINDS.len());
    assert!(made.values().all(|count| *count >= 100), "{made:?}");
}

#[test]
fn true_quotations_are_verified_in_every_typographic_form() {
    let mut rng = Rng(2);
    let corpora = Corpus::all();
    let searched: Vec<_> = corpora.iter().map(prints).collect();
    let mut rejected = Vec::new();
    for index in 0..TRUE_QUOTATIONS {
        let which = usize::from(index % 6 == 0);
        let quotation = corpora[which].true_quotation(&mut rng);
        let (print, text) = rng.pick(&searched[which]);
        if text.find(&quotation, false).is_none() {
            rejected.push(format!("{print}: {quotation}"));
        }
    }
    print_uncaptured(&format!(
        "{TRUE_QUOTATIONS} true quotations in the typography of web pages, PDFs and wires: {} rejected",
        rejected.len()
    ));
    assert!(rejected.len() * 100 < TRUE_QUOTATIONS, "{rejected:#?}");
}
