//! Who published a statement.

use std::borrow::Cow;

use says_who_model::{Dispute, Quoting, SpeaksFor, Statement};

use super::Words;
use crate::direction::isolated;

/// Who published a statement.
#[derive(Clone, Copy)]
pub enum StatementPublisher<'a> {
    /// An outlet.
    Outlet(&'a str),
    /// The side or the party that the speaker speaks for, under this name.
    Side(&'a str, OwnMedium),
    /// The speaker, and whether that is a person.
    Speaker(OwnMedium, bool),
}

/// What kind of publication of their own a side or a speaker has.
#[derive(Clone, Copy)]
pub enum OwnMedium {
    /// A report by the press in its own voice.
    Report,
    /// A text of a side or a speaker. Its link may be to somebody else's site.
    Publication,
}

impl OwnMedium {
    /// Its name after “their”, “its” or “…’s”.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Report => "own report",
            Self::Publication => "own publication",
        }
    }
}

impl Words {
    /// How a statement is reported, and where: in an outlet, or in a publication of
    /// the speaker or the side.
    pub fn quoted_in(&self, dispute: &Dispute, statement: &Statement) -> String {
        let quoting = statement.wording.quoting();
        let outlet = outlet(dispute, statement);
        let publisher = Self::publisher_of(dispute, statement, &outlet);
        if statement.wording.indirect && quoting == Quoting::Paraphrase {
            return (self.in_words_of)(publisher);
        }
        (self.quoting)(quoting, publisher)
    }

    /// Where a statement was read: the outlet, or that it is a publication of the
    /// side or the speaker.
    pub fn publisher_name(&self, dispute: &Dispute, statement: &Statement) -> String {
        let outlet = outlet(dispute, statement);
        (self.statement_publisher)(Self::publisher_of(dispute, statement, &outlet))
    }

    /// Who published a statement; `outlet` is the name of the outlet as it is shown.
    fn publisher_of<'o>(
        dispute: &Dispute,
        statement: &Statement,
        outlet: &'o str,
    ) -> StatementPublisher<'o> {
        let source = dispute.source(statement.chain.source);
        let speaker = dispute.speaker(statement.speaker);
        let side = match speaker.speaks_for {
            SpeaksFor::Side(side) => Some(dispute.sides.get(side).name.as_str()),
            SpeaksFor::Party(party) => Some(dispute.party(party).name.as_str()),
            SpeaksFor::Press | SpeaksFor::ThirdParty => None,
        };
        let medium = match speaker.speaks_for {
            SpeaksFor::Press => OwnMedium::Report,
            SpeaksFor::Side(_) | SpeaksFor::Party(_) | SpeaksFor::ThirdParty => {
                OwnMedium::Publication
            }
        };
        if is_same_name(&source.outlet, &speaker.name) {
            let is_person = speaker.role.is_some() || !speaker.named;
            StatementPublisher::Speaker(medium, is_person)
        } else if side.is_some_and(|side| is_same_name(&source.outlet, side)) {
            StatementPublisher::Side(outlet, medium)
        } else {
            StatementPublisher::Outlet(outlet)
        }
    }
}

/// The outlet that a statement was read in.
fn outlet<'d>(dispute: &'d Dispute, statement: &Statement) -> Cow<'d, str> {
    isolated(
        &dispute.language,
        &dispute.source(statement.chain.source).outlet,
    )
}

/// Whether two names are equal except for the article and capitals.
fn is_same_name(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let name = name.to_lowercase();
        name.strip_prefix("the ").unwrap_or(&name).to_owned()
    };
    bare(one) == bare(other)
}
