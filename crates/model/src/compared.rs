//! How what is quoted in two wordings of one utterance differs, word by word.
//! Paraphrase is compared with nothing: its words are nobody's but ours.

use std::ops::Range;

/// A rendering compared with the statement's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The same quoted words; case, marks and punctuation aside.
    Same,
    /// The same quoted words but for small ones, such as articles.
    SmallWordsDiffer,
    /// Some quoted words differ.
    Differs {
        /// The words of the statement that the rendering has not.
        statement: Vec<Stretch>,
        /// The words of the rendering that the statement has not.
        rendering: Vec<Stretch>,
    },
    /// Not one word in common.
    Apart,
    /// They stand here in two languages: their words can't be compared.
    OtherLanguage,
    /// One of the two quotes nothing: there are no words to compare.
    NothingQuoted,
}

/// Words that follow one another within one span of a [`crate::Wording`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stretch {
    /// The index of the span.
    pub span: u16,
    /// Where the first word begins in the span's text, in bytes.
    pub from: u32,
    /// Where the last word ends.
    pub until: u32,
}

impl Stretch {
    /// Where the words stand in their span's text, in bytes.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        let index = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        index(self.from)..index(self.until)
    }

    /// The words, out of the span they stand in.
    #[must_use]
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range()).unwrap_or_default()
    }
}
