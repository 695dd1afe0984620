//! The hops of a chain in words.

use says_who_model::{Chain, Circumstances, DateOrUnknown, Dispute, RelayKind, Step, When};

use super::{Words, capitalized};

impl Words {
    /// The first hop of a chain: who said it and to whom, or who summed it up. `None`
    /// if the way from the speaker is not known.
    pub fn first_hop(
        &self,
        speaker: &str,
        chain: &Chain,
        summarised_by: Option<&str>,
    ) -> Option<String> {
        let said = chain.said.as_ref();
        let hop = match (summarised_by, said) {
            (Some(outlet), _) => (self.position_by)(outlet),
            (None, Some(_)) => (self.said_to)(chain.to()),
            (None, None) => return None,
        };
        // After a name with a role, a comma closes the role: “Ann Lee, engineer,
        // said”.
        let comma = if speaker.contains(", ") { "," } else { "" };
        let mut hop = format!("{}{comma} {hop}", capitalized(speaker));
        if let Some(said) = said {
            hop.push_str(&self.hop_details(None, &said.circumstances));
            if let Some(verb) = &said.verb {
                hop.push_str(&format!(" ({})", (self.said_verb)(verb)));
            }
        }
        Some(hop)
    }

    /// How a hop passed a statement on, and by whom; `begins` if it begins a sentence.
    pub fn relay_hop(&self, kind: RelayKind, by: &str, begins: bool) -> String {
        let hop = (self.relay)(kind, by);
        if begins { capitalized(&hop) } else { hop }
    }

    /// What follows the name in a hop, each after a comma: the place in the source, and
    /// how, where and when.
    pub fn hop_details(&self, at: Option<&str>, of: &Circumstances) -> String {
        let when = of.when.as_ref().map(|when| self.hop_date(when));
        let details = [at, of.how.as_deref(), of.place.as_deref(), when.as_deref()];
        let details = details.into_iter().flatten();
        details.map(|detail| format!(", {detail}")).collect()
    }

    /// The date of a hop and, in brackets, how it is known.
    fn hop_date(&self, when: &When) -> String {
        let mut known = Vec::new();
        if let DateOrUnknown::Unknown(reason) = &when.date {
            known.push((self.date_not_known_because)(reason));
        }
        known.extend(when.words.as_deref().map(self.date_words));
        known.extend(when.other_calendar.as_deref().map(self.other_calendar));
        known.extend(when.note.clone());
        let date = (self.when)(when);
        if known.is_empty() {
            return date;
        }
        let known = known.join(" ");
        format!("{date} ({})", known.trim_end_matches('.'))
    }

    /// The step with this index, which is not known for `reason`: a sentence without
    /// its full stop.
    pub fn unknown_step(
        &self,
        dispute: &Dispute,
        speaker: &str,
        chain: &Chain,
        index: usize,
        reason: &str,
    ) -> String {
        let outlet = |step: &Step| match step {
            Step::Relay(relay) => {
                let name = dispute.outlet_name(&relay.by);
                Some(name.unwrap_or(self.not_stated).to_owned())
            }
            Step::Unknown(_) => None,
        };
        let before = index
            .checked_sub(1)
            .and_then(|index| chain.steps.get(index));
        let from = before.and_then(outlet);
        let to = chain.steps.get(index + 1).and_then(outlet);
        let to = to.unwrap_or_else(|| dispute.source(chain.source).outlet.clone());
        let said = (self.way_not_known)(from.as_deref().unwrap_or(speaker), &to, reason);
        said.trim_end_matches('.').to_owned()
    }
}

/// Whether the step before this one is not known, so that the hop begins a sentence.
pub fn begins_sentence(chain: &Chain, index: usize) -> bool {
    let before = index
        .checked_sub(1)
        .and_then(|index| chain.steps.get(index));
    matches!(before, Some(Step::Unknown(_)))
}

/// The mark after the hop before the step with this index: hops are separated by
/// commas, and a hop that is not known is a sentence of its own.
pub fn mark_before(chain: &Chain, index: usize) -> &'static str {
    match chain.steps.get(index) {
        Some(Step::Unknown(_)) => ".",
        _ if begins_sentence(chain, index) => ".",
        _ => ",",
    }
}
