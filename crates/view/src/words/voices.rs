//! Texts about whom a speaker speaks for: a side, a party, the press, anyone else.

use says_who_model::{Dispute, SpeaksFor};

use super::Words;

/// The texts about voices, in one language.
pub struct VoiceWords {
    /// The heading over what a party says.
    pub says: fn(name: &str) -> String,
    /// The press, as a heading.
    pub press: &'static str,
    /// The heading over the figures of voices beside the sides.
    pub beside_the_sides: &'static str,
    /// The figures of one of them.
    pub figures: fn(name: &str, figures: &str) -> String,
}

impl Words {
    /// The name of a side or a party, or what the others are called.
    pub fn voice_name<'d>(&self, dispute: &'d Dispute, voice: SpeaksFor) -> &'d str {
        match voice {
            SpeaksFor::Side(side) => &dispute.sides.get(side).name,
            SpeaksFor::Party(party) => &dispute.party(party).name,
            SpeaksFor::Press => self.voices.press,
            SpeaksFor::ThirdParty => self.others,
        }
    }

    /// The heading over what somebody says.
    pub fn voice_says(&self, dispute: &Dispute, voice: SpeaksFor) -> String {
        match voice {
            SpeaksFor::Side(side) => dispute.sides.get(side).says.clone(),
            SpeaksFor::Party(party) => {
                let party = dispute.party(party);
                let says = party.says.clone();
                says.unwrap_or_else(|| (self.voices.says)(&party.name))
            }
            SpeaksFor::Press => (self.voices.says)(self.voices.press),
            SpeaksFor::ThirdParty => self.others_say.to_owned(),
        }
    }

    /// The heading over what somebody calls a document.
    pub fn voice_calls_it(&self, dispute: &Dispute, voice: SpeaksFor) -> String {
        match voice {
            SpeaksFor::ThirdParty => self.others_call_it.to_owned(),
            voice => (self.calls_it)(self.voice_name(dispute, voice)),
        }
    }
}
