//! Finds a quotation in a text.

mod parts;
mod pattern;

use std::ops::Range;

use parts::find_parts;
use pattern::SearchPattern;

use super::cut::{EdgeCuts, edge_cuts};
use super::negation::negations;
use super::scripts::is_unspaced;
use super::searched_text::SearchedText;
use crate::Cut;

/// How many words a quotation may omit between two of its parts at most: two or
/// three sentences. With a longer gap these are two quotations, each with its own
/// quotation marks.
pub const MAX_LEFT_OUT_WORDS: usize = 60;

/// A quotation found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// What it omits between its parts, in order.
    pub left_out: Vec<Gap>,
    /// Where it begins or ends in the middle of what was said.
    pub cuts: EdgeCuts,
    /// The byte range in the text's normal form.
    pub(super) place: Range<usize>,
}

/// Words that a quotation omits, marked `…` or `[…]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The omitted words.
    pub text: String,
}

impl Found {
    /// How the quotation is cut; `None` if it is whole. Omitting a negation between
    /// two parts counts as cutting a sentence.
    #[must_use]
    pub fn cut(&self) -> Option<Cut> {
        let inside = self.leaves_out_negation().then_some(Cut::Sentence);
        self.cuts.cut().max(inside)
    }

    /// Whether `…` marks the cuts sufficiently: every cut edge has one, and no
    /// negation is omitted between the parts.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.cuts.are_marked() && !self.leaves_out_negation()
    }

    /// Whether a negation is omitted between the parts.
    #[must_use]
    pub fn leaves_out_negation(&self) -> bool {
        let mut gaps = self.left_out.iter();
        gaps.any(|gap| !negations(&gap.text).is_empty())
    }
}

impl SearchedText {
    /// Finds a quotation; of several matches, returns the one that is cut least.
    /// `transcript` means that the whole text is the speaker's words.
    #[must_use]
    pub fn find(&self, quotation: &str, transcript: bool) -> Option<Found> {
        let pattern = SearchPattern::from_quotation(quotation);
        let matches = pattern
            .spellings
            .iter()
            .flat_map(|parts| find_parts(self, parts, pattern.ending));
        let all = matches.map(|place| {
            let cuts = edge_cuts(self, &place.whole, transcript, pattern.marked);
            let gaps = place.gaps.iter();
            let shown = gaps.map(|gap| self.display_text(gap.clone()));
            Found {
                left_out: shown
                    .filter(|text| count_words(text) > 0)
                    .map(|text| Gap { text })
                    .collect(),
                cuts,
                place: place.whole,
            }
        });
        let left_out = |found: &Found| -> usize {
            let gaps = found.left_out.iter();
            gaps.map(|gap| count_words(&gap.text)).sum()
        };
        all.min_by_key(|found| (found.cuts.rank(), left_out(found), found.place.start))
    }
}

/// Counts the words of a text. In scripts without spaces between words, two letters
/// count as one.
pub(super) fn count_words(text: &str) -> usize {
    let words = text.split(' ');
    words
        .map(|word| {
            let unspaced = word.chars().filter(|c| is_unspaced(*c)).count();
            let spaced = usize::from(word.contains(char::is_alphanumeric));
            unspaced.div_ceil(2).max(spaced)
        })
        .sum()
}
