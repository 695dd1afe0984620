//! How a dispute accounts for each sentence of a source that was read completely.

use crate::{Dispute, Id, SourceIx};

/// The author's account of every sentence of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// The source.
    pub source: SourceIx,
    /// Its sentences, in order; never empty.
    pub sentences: Vec<SentenceUse>,
}

/// What was done with a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentenceUse {
    /// These items rest on it; never empty.
    Taken(Vec<Id>),
    /// It was left out, for this reason.
    LeftOut(String),
}

impl Coverage {
    /// The number of sentences that the dispute uses.
    #[must_use]
    pub fn taken(&self) -> usize {
        let taken = |sentence: &&SentenceUse| matches!(sentence, SentenceUse::Taken(_));
        self.sentences.iter().filter(taken).count()
    }

    /// The number of sentences that were left out.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.sentences.len() - self.taken()
    }

    /// The reasons for leaving sentences out, each with the number of sentences that
    /// it covers, in order of first occurrence.
    #[must_use]
    pub fn reasons(&self) -> Vec<(&str, usize)> {
        let mut reasons: Vec<(&str, usize)> = Vec::new();
        for sentence in &self.sentences {
            let SentenceUse::LeftOut(reason) = sentence else {
                continue;
            };
            match reasons.iter_mut().find(|(known, _)| known == reason) {
                Some((_, count)) => *count += 1,
                None => reasons.push((reason, 1)),
            }
        }
        reasons
    }
}

impl Dispute {
    /// The coverage of a source, if the data has one.
    #[must_use]
    pub fn coverage(&self, source: SourceIx) -> Option<&Coverage> {
        self.coverage.iter().find(|of| of.source == source)
    }

    /// The coverage of the principal source, if the data has one.
    #[must_use]
    pub fn principal_coverage(&self) -> Option<&Coverage> {
        self.coverage(self.principal_source?)
    }
}
