//! The nodes of speakers and of whom they speak for.
//!
//! A speaker with a role is a `Person`, and so is an unnamed one, who is an
//! official; a name without a role is that of an `Organization`.

use says_who_model::{PartyIx, Speaker, SpeakerIx, SpeaksFor};

use super::alternate_names::alternate_names;
use super::node::Node;
use super::node_builder::NodeBuilder;

impl NodeBuilder<'_> {
    fn party_url(&self, party: PartyIx) -> String {
        let id = &self.context.dispute.party(party).id;
        format!("{}#_party-{id}", self.explainer_url())
    }

    /// The side or the party that a speaker speaks for.
    pub(super) fn organization_reference(&mut self, speaker: SpeakerIx) -> Option<Node> {
        match self.context.dispute.speaker(speaker).speaks_for {
            SpeaksFor::Side(side) => Some(Node::reference(&self.side_url(side))),
            SpeaksFor::Party(party) => {
                if !self.parties.contains(&party) {
                    self.parties.push(party);
                }
                Some(Node::reference(&self.party_url(party)))
            }
            SpeaksFor::Press | SpeaksFor::ThirdParty => None,
        }
    }

    /// A reference to a speaker, for their own page.
    pub(super) fn speaker(&mut self, speaker: &Speaker) -> Option<Node> {
        let mut all = self.context.dispute.speaker_indices();
        let speaker = all.find(|ix| self.context.dispute.speaker(*ix).id == speaker.id)?;
        self.organization_reference(speaker);
        Some(self.speaker_reference(speaker))
    }

    /// The side or the party of a person, if it is among those that were referred to.
    fn member_of(&self, speaker: &Speaker) -> Option<Node> {
        match speaker.speaks_for {
            SpeaksFor::Side(side) => Some(Node::reference(&self.side_url(side))),
            SpeaksFor::Party(party) => {
                let is_here = self.parties.contains(&party);
                is_here.then(|| Node::reference(&self.party_url(party)))
            }
            SpeaksFor::Press | SpeaksFor::ThirdParty => None,
        }
    }

    /// The speakers and parties that were referred to, and both sides if there are
    /// any speakers.
    pub(super) fn parties(&self) -> Vec<Node> {
        let dispute = self.context.dispute;
        if self.speakers.is_empty() && self.parties.is_empty() {
            return Vec::new();
        }
        let sides = dispute.sides.iter().map(|(key, side)| {
            Node::new("Organization")
                .id(&self.side_url(key))
                .with("name", side.name.as_str())
        });
        let speakers = self.speakers.iter().map(|ix| {
            let speaker = dispute.speaker(*ix);
            let is_person = speaker.role.is_some() || !speaker.named;
            // "A senior official" is a description, not a name.
            let property = if speaker.named { "name" } else { "description" };
            Node::new(if is_person { "Person" } else { "Organization" })
                .id(&self.speaker_url(*ix))
                .with("url", self.page_url(&speaker.id))
                .with(property, speaker.name.as_str())
                .with("jobTitle", speaker.role.as_deref())
                .with(
                    "memberOf",
                    is_person.then(|| self.member_of(speaker)).flatten(),
                )
                .with("alternateName", alternate_names(speaker))
        });
        let parties = self.parties.iter().map(|ix| {
            let party = dispute.party(*ix);
            Node::new("Organization")
                .id(&self.party_url(*ix))
                .with("name", party.name.as_str())
                .with("description", party.about.as_deref())
        });
        sides.chain(parties).chain(speakers).collect()
    }
}
