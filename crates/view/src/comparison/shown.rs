//! A statement in one wording, and where it stands.

use says_who_page_data::{Hop, PageData, Rendering, Statement, Voice};

use super::WordingId;

/// The position of a statement in the data of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementPosition {
    /// The position of its point.
    pub point: usize,
    /// Its position in the point.
    pub statement: usize,
}

/// A statement in one wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The statement.
    pub position: StatementPosition,
    /// Which of its other renderings; `None` for its own words.
    pub rendering: Option<usize>,
    /// Whether it may have been said only after the day that is asked for.
    pub may_be_later: bool,
}

impl Shown {
    /// A statement in its own words.
    pub(super) fn own(point: usize, statement: usize) -> Self {
        Self {
            position: StatementPosition { point, statement },
            rendering: None,
            may_be_later: false,
        }
    }

    /// The statement.
    pub fn statement(self, data: &PageData) -> Option<&Statement> {
        let point = data.points.get(self.position.point)?;
        point.statements.get(self.position.statement)
    }

    /// The side that it is of, by its position in the data; `None` for others.
    pub fn side(self, data: &PageData) -> Option<usize> {
        side(data, self.statement(data)?)
    }

    /// Its id in an address.
    pub fn id(self, data: &PageData) -> Option<WordingId> {
        let statement = self.statement(data)?;
        let source = match self.rendering {
            Some(at) => Some(
                source_of(data, statement.renderings.get(at)?)?
                    .parse()
                    .ok()?,
            ),
            None => None,
        };
        Some(WordingId {
            statement: statement.id.parse().ok()?,
            source,
        })
    }

    /// The wording with this id. Where the source has none, the statement's own words.
    pub(super) fn find(data: &PageData, id: &WordingId) -> Option<Self> {
        for (at, point) in data.points.iter().enumerate() {
            for (statement, one) in point.statements.iter().enumerate() {
                if one.id == id.statement.as_str() {
                    let source = id.source.as_ref().map(|source| source.as_str());
                    let is_it =
                        |one: &Rendering| source.is_some() && source_of(data, one) == source;
                    return Some(Self {
                        rendering: one.renderings.iter().position(is_it),
                        ..Self::own(at, statement)
                    });
                }
            }
        }
        None
    }
}

/// The id of the source that a rendering was read in.
fn source_of<'d>(data: &'d PageData, rendering: &Rendering) -> Option<&'d str> {
    match rendering.chain.last()? {
        Hop::Read(source) => Some(&data.source(*source).id),
        Hop::Named(_) | Hop::Unknown => None,
    }
}

/// Which side a statement is of; `None` for others.
pub(super) fn side(data: &PageData, statement: &Statement) -> Option<usize> {
    match data.speaker(statement.speaker).voice {
        Voice::FirstSide => Some(0),
        Voice::SecondSide => Some(1),
        Voice::Party(_) | Voice::Press | Voice::ThirdParty => None,
    }
}
