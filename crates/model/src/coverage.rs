//! What became of each sentence of a source that was read whole.

use crate::{Dispute, Id, SourceIx};

/// The account that a dispute's author gives of every sentence of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// The source.
    pub source: SourceIx,
    /// Its sentences, in order; never empty.
    pub sentences: Vec<Accounted>,
}

/// What became of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accounted {
    /// These items rest on it; never empty.
    Taken(Vec<Id>),
    /// It was left out; why.
    LeftOut(String),
}

impl Coverage {
    /// How many sentences stand in the dispute.
    #[must_use]
    pub fn taken(&self) -> usize {
        let taken = |sentence: &&Accounted| matches!(sentence, Accounted::Taken(_));
        self.sentences.iter().filter(taken).count()
    }

    /// How many were left out.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.sentences.len() - self.taken()
    }

    /// The reasons for what was left out, each with how many sentences it
    /// covers, in the order in which they first occur.
    #[must_use]
    pub fn reasons(&self) -> Vec<(&str, usize)> {
        let mut reasons: Vec<(&str, usize)> = Vec::new();
        for sentence in &self.sentences {
            let Accounted::LeftOut(reason) = sentence else {
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
    /// The account given of a source's sentences, if there is one.
    #[must_use]
    pub fn coverage(&self, source: SourceIx) -> Option<&Coverage> {
        self.coverage.iter().find(|of| of.source == source)
    }

    /// The account given of the principal source.
    #[must_use]
    pub fn principal_coverage(&self) -> Option<&Coverage> {
        self.coverage(self.principal_source?)
    }
}
