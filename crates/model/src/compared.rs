//! The word-by-word difference between the quotations in two wordings of one
//! utterance. Paraphrases are not compared: their words are ours, not the speaker's.

use std::ops::Range;

/// A rendering compared with the statement's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The same quoted words; case, quotation marks and punctuation are ignored.
    Same,
    /// The same quoted words except for small ones, such as articles.
    SmallWordsDiffer,
    /// Some quoted words differ.
    Differs {
        /// The words of the statement that are missing from the rendering.
        statement: Vec<Stretch>,
        /// The words of the rendering that are missing from the statement.
        rendering: Vec<Stretch>,
    },
    /// Not one word in common.
    NothingInCommon,
    /// The two wordings are in different languages, so their words can't be
    /// compared.
    OtherLanguage,
    /// At least one of the two quotes nothing, so there are no words to compare.
    NothingQuoted,
}

/// A run of consecutive words within one span of a [`crate::Wording`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stretch {
    /// The index of the span.
    pub span: u16,
    /// The byte offset of the first word in the text of the span.
    pub from: u32,
    /// The byte offset of the end of the last word.
    pub until: u32,
}

impl Stretch {
    /// The byte range of the words in the text of their span.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        let index = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        index(self.from)..index(self.until)
    }

    /// The words, given the text of their span.
    #[must_use]
    pub fn slice<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range()).unwrap_or_default()
    }
}
