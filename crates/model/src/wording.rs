//! Reported words, with verbatim parts marked.

#[cfg(feature = "read")]
use schemars::JsonSchema;
#[cfg(feature = "read")]
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use crate::Date;

/// The words of a statement or of a rendering.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wording {
    /// The text as a list of spans, in order; never empty.
    pub spans: Vec<Span>,
    /// Whether the words that are not quoted are the source's own indirect speech,
    /// and not our paraphrase.
    pub indirect: bool,
    /// The language of the text.
    pub language: Language,
    /// The language it was spoken in, if that is another one.
    pub spoken_in: Option<Language>,
    /// The translator; present if and only if `spoken_in` is.
    pub translated_by: Option<String>,
    /// Whether its quotations were found in the text of their source.
    pub verification: Verification,
    /// Whether its quotations are cut: the more severe kind if there are several.
    /// `None` if they are complete, or if the text of the source was not searched.
    pub cut: Option<Cut>,
}

/// How a quotation is cut out of its source. Derived from the committed record of
/// the search, never declared.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
#[cfg_attr(
    feature = "read",
    derive(Serialize, Deserialize, JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum Cut {
    /// Whole sentences of a longer quotation.
    Passage,
    /// Part of a sentence.
    Sentence,
}

/// Whether the quotations were found in the text of the source they are attributed
/// to. Derived from the committed record of the search, never declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verification {
    /// Nothing is quoted.
    NothingQuoted,
    /// Every quotation was found word for word; the day of the last search.
    Verified(Date),
    /// The text could not be searched, for this reason.
    NotVerified(String),
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// What the source prints in quotation marks, without the marks.
    Verbatim(String),
    /// Everything else.
    Paraphrase(String),
}

/// How much of a text is quoted. Derived from its quotation marks, never declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// Nothing but quotation.
    Direct,
    /// No quotation at all.
    Paraphrase,
    /// Some of each.
    Mixed,
}

/// The spans as plain text, with the quotation marks of the data.
#[must_use]
pub fn with_quotation_marks(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Verbatim(words) => format!("“{words}”"),
            Span::Paraphrase(words) => words.clone(),
        })
        .collect()
}

impl Wording {
    /// The words as plain text, with the quotation marks of the data.
    #[must_use]
    pub fn with_quotation_marks(&self) -> String {
        with_quotation_marks(&self.spans)
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

/// A BCP 47 language tag, as used in HTML's `lang`: `en`, `ru`, `uk`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(pub(crate) String);

impl Language {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
