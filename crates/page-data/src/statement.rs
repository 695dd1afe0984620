//! Statements, and the ways on which they came.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::{Days, OutletIx, PageData, SourceIx, SpeakerIx};

/// One utterance by one speaker on one point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its id.
    pub id: String,
    /// Who said it. For a summary, whose position is summed up.
    pub speaker: SpeakerIx,
    /// How its words are given.
    pub quoting: Quoting,
    /// When it was said.
    pub said: Days,
    /// The hops from the speaker to the source that was read, which is the last.
    pub chain: Vec<Hop>,
    /// How other outlets word the same utterance, in the order of the page.
    pub renderings: Vec<Rendering>,
}

/// How one outlet words an utterance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendering {
    /// The hops from the speaker to the source that was read, which is the last.
    pub chain: Vec<Hop>,
}

/// How words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quoting {
    /// At least in part word for word.
    Quoted,
    /// In an outlet's own words or ours.
    Paraphrased,
    /// Not said by anybody: an outlet sums up a position.
    Summarised,
}

/// A hop of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hop {
    /// A source that was read.
    Read(SourceIx),
    /// An outlet that is only named.
    Named(OutletIx),
    /// It is not known who.
    Unknown,
}

impl Statement {
    /// The source that it was read in.
    #[must_use]
    pub fn source(&self) -> Option<SourceIx> {
        match self.chain.last()? {
            Hop::Read(source) => Some(*source),
            Hop::Named(_) | Hop::Unknown => None,
        }
    }

    /// The outlets and agencies that it went through, in every wording of it. May
    /// contain repeats.
    pub fn outlets<'d>(&'d self, data: &'d PageData) -> impl Iterator<Item = OutletIx> + 'd {
        let chains = self.renderings.iter().map(|rendering| &rendering.chain);
        let hops = [&self.chain].into_iter().chain(chains).flatten();
        hops.flat_map(|hop| match *hop {
            Hop::Read(source) => {
                let source = data.source(source);
                [Some(source.outlet), source.agency]
            }
            Hop::Named(outlet) => [Some(outlet), None],
            Hop::Unknown => [None; 2],
        })
        .flatten()
    }
}
