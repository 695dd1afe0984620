//! Checks that every reference leads to something.

use crate::{Hop, OutletIx, PageData, PartyIx, SourceIx, SpeakerIx, Voice};

impl PageData {
    /// Whether everything that is referred to is there.
    pub(crate) fn is_complete(&self) -> bool {
        let speaker = |at: SpeakerIx| usize::from(at.0) < self.speakers.len();
        let outlet = |at: OutletIx| usize::from(at.0) < self.outlets.len();
        let source = |at: SourceIx| usize::from(at.0) < self.sources.len();
        let party = |at: PartyIx| usize::from(at.0) < self.parties.len();
        let hop = |hop: &Hop| match *hop {
            Hop::Read(at) => source(at),
            Hop::Named(at) => outlet(at),
            Hop::Unknown => true,
        };
        self.speakers.iter().all(|one| match one.voice {
            Voice::Party(at) => party(at),
            _ => true,
        }) && self
            .sources
            .iter()
            .all(|one| outlet(one.outlet) && one.agency.is_none_or(outlet))
            && self.statements().all(|one| {
                let mut chains = one.renderings.iter().map(|rendering| &rendering.chain);
                speaker(one.speaker)
                    && one.chain.iter().all(hop)
                    && chains.all(|chain| chain.iter().all(hop))
            })
    }
}
