//! Who published a statement.

use says_who_model::{Dispute, SpeaksFor, Statement};

use super::Words;

/// Who published a statement.
#[derive(Clone, Copy)]
pub enum StatementPublisher<'a> {
    /// An outlet.
    Outlet(&'a str),
    /// The side that the speaker speaks for, under this name.
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
        (self.quoting)(quoting, Self::publisher_of(dispute, statement))
    }

    /// Where a statement was read: the outlet, or that it is a publication of the
    /// side or the speaker.
    pub fn publisher_name(&self, dispute: &Dispute, statement: &Statement) -> String {
        (self.statement_publisher)(Self::publisher_of(dispute, statement))
    }

    fn publisher_of<'d>(dispute: &'d Dispute, statement: &Statement) -> StatementPublisher<'d> {
        let source = dispute.source(statement.chain.source);
        let speaker = dispute.speaker(statement.speaker);
        let side = speaker.speaks_for.side();
        let side = side.map(|side| dispute.sides.get(side).name.as_str());
        let medium = match speaker.speaks_for {
            SpeaksFor::Press => OwnMedium::Report,
            SpeaksFor::Side(_) | SpeaksFor::ThirdParty => OwnMedium::Publication,
        };
        if is_same_name(&source.outlet, &speaker.name) {
            let is_person = speaker.role.is_some() || !speaker.named;
            StatementPublisher::Speaker(medium, is_person)
        } else if side.is_some_and(|side| is_same_name(&source.outlet, side)) {
            StatementPublisher::Side(&source.outlet, medium)
        } else {
            StatementPublisher::Outlet(&source.outlet)
        }
    }
}

/// Whether two names are equal except for the article and capitals.
fn is_same_name(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let name = name.to_lowercase();
        name.strip_prefix("the ").unwrap_or(&name).to_owned()
    };
    bare(one) == bare(other)
}
