//! Words somebody said, with what is verbatim set apart.

use crate::Date;

/// The words of a statement or of a rendering.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wording {
    /// The text in its parts, in order; never empty.
    pub spans: Vec<Span>,
    /// The language of the text as it stands here.
    pub language: Language,
    /// The language it was spoken in, where that is another one.
    pub spoken_in: Option<Language>,
    /// Whose translation it is; given wherever `spoken_in` is.
    pub translated_by: Option<String>,
    /// Whether its quotations were compared with the text they are from.
    pub verification: Verification,
    /// What its quotations are only a part of, as far as their source's text
    /// was searched; the most, where there are several. `None` where they are
    /// whole, or where nobody looked.
    pub cut: Option<Cut>,
}

/// What a quotation is a part of, where its source has more of it. Derived from
/// the committed record of the search, never declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// Whole sentences of a longer quotation.
    Passage,
    /// Part of a sentence.
    Sentence,
}

/// Whether what is quoted was found in the text of the source it is attributed
/// to. Derived from the committed record of the search, never declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verification {
    /// Nothing is quoted.
    NothingQuoted,
    /// Every quotation was found word for word, last searched on this day.
    Verified(Date),
    /// It could not be searched; why.
    NotVerified(String),
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// What the source prints between quotation marks, without the marks.
    Verbatim(String),
    /// Everything else.
    Paraphrase(String),
}

/// How a text was handed down. Derived from its marks, never declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// Nothing but quotation.
    Direct,
    /// No quotation at all.
    Paraphrase,
    /// Some of each.
    Mixed,
}

/// The parts of a text in the quotation marks of the data.
#[must_use]
pub fn in_marks(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Verbatim(words) => format!("“{words}”"),
            Span::Paraphrase(words) => words.clone(),
        })
        .collect()
}

impl Wording {
    /// The words as plain text, in the quotation marks of the data.
    #[must_use]
    pub fn in_marks(&self) -> String {
        in_marks(&self.spans)
    }

    /// Whether the text is quoted, paraphrased, or both.
    #[must_use]
    pub fn quoting(&self) -> Quoting {
        let has_words = |text: &str| text.chars().any(char::is_alphanumeric);
        let verbatim = self
            .spans
            .iter()
            .any(|span| matches!(span, Span::Verbatim(_)));
        let paraphrase = self
            .spans
            .iter()
            .any(|span| matches!(span, Span::Paraphrase(text) if has_words(text)));
        match (verbatim, paraphrase) {
            (true, false) => Quoting::Direct,
            (true, true) => Quoting::Mixed,
            (false, _) => Quoting::Paraphrase,
        }
    }
}

/// A language tag of the form that HTML's `lang` takes (BCP 47): `en`, `ru`, `uk`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(pub(crate) String);

impl Language {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
