//! Anything of a dispute that has an id of its own.

use crate::{
    Date, Dispute, Document, Event, Fingerprint, Id, OpenQuestion, Point, SideKey, Source,
    Statement,
};

/// Something one can link to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Item<'a> {
    /// A point.
    Point(&'a Point),
    /// A statement, in its place.
    Statement(StatementPlace<'a>),
    /// A document.
    Document(&'a Document),
    /// An event.
    Event(&'a Event),
    /// A source.
    Source(&'a Source),
    /// An open question.
    OpenQuestion(&'a OpenQuestion),
}

/// A statement, with the point it stands in.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct StatementPlace<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// The point it speaks to.
    pub point: &'a Point,
    /// The side whose cell it stands in; none in the strip of others.
    pub side: Option<SideKey>,
}

/// What an id leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ItemRef<'a> {
    /// An item.
    Item(Item<'a>),
    /// Another id: the one asked for is its older name.
    Alias(&'a Id),
    /// Nothing any more: the day it was taken out and why.
    Gone(&'a crate::Date, &'a str),
}

impl<'a> Item<'a> {
    /// The item's id.
    #[must_use]
    pub fn id(&self) -> &'a Id {
        match self {
            Self::Point(point) => &point.id,
            Self::Statement(place) => &place.statement.id,
            Self::Document(document) => &document.id,
            Self::Event(event) => &event.id,
            Self::Source(source) => &source.id,
            Self::OpenQuestion(question) => &question.id,
        }
    }
}

impl Dispute {
    /// Every item, in the order of the page.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        let points = self.all_points().flat_map(|point| {
            let sides = point.cells.iter().flat_map(move |(side, cell)| {
                cell.statements()
                    .iter()
                    .map(move |statement| (statement, Some(side)))
            });
            let others = point.others.iter().map(|statement| (statement, None));
            std::iter::once(Item::Point(point)).chain(sides.chain(others).map(
                move |(statement, side)| {
                    Item::Statement(StatementPlace {
                        statement,
                        point,
                        side,
                    })
                },
            ))
        });
        points
            .chain(self.documents.iter().map(Item::Document))
            .chain(self.events.iter().map(Item::Event))
            .chain(self.open_questions.iter().map(Item::OpenQuestion))
            .chain(self.sources.iter().map(Item::Source))
    }

    /// The fingerprint of the item `id` as it is.
    #[must_use]
    pub fn fingerprint(&self, id: &Id) -> Option<Fingerprint> {
        let (number, _) = self.item(id.as_str())?;
        self.fingerprints.get(number).copied()
    }

    /// The earlier versions of the item `id`: how each was, and the day from which
    /// the item was no longer so. What it is now is none of them.
    pub fn versions(&self, id: &Id) -> impl Iterator<Item = (Fingerprint, Date)> {
        let now = self.fingerprint(id);
        self.earlier
            .iter()
            .filter(move |earlier| earlier.id == *id && Some(earlier.fingerprint) != now)
            .map(|earlier| (earlier.fingerprint, earlier.until))
    }

    /// The points that `item` bears on; for a source, those that cite it.
    #[must_use]
    pub fn points_of(&self, item: &Item<'_>) -> Vec<&Point> {
        match *item {
            Item::Point(point) => self.named(std::slice::from_ref(&point.id)),
            Item::Statement(place) => self.named(std::slice::from_ref(&place.point.id)),
            Item::Document(document) => self.named(&document.points),
            Item::Event(event) => self.named(&event.points),
            Item::OpenQuestion(open) => self.named(&open.points),
            Item::Source(source) => self.citing(&source.id),
        }
    }

    /// What `id` leads to in the end: older names are followed, so that it is
    /// never an [`ItemRef::Alias`]. `None` where it was never given.
    #[must_use]
    pub fn follow<'a>(&'a self, id: &'a str) -> Option<ItemRef<'a>> {
        let mut id = id;
        // An alias can lead to another one; the checker lets no circle pass, and
        // the bound keeps that from being something to rely on.
        for _ in 0..=self.retired.len() {
            match self.find(id)? {
                ItemRef::Alias(current) => id = current.as_str(),
                end @ (ItemRef::Item(_) | ItemRef::Gone(..)) => return Some(end),
            }
        }
        None
    }

    /// What `id` leads to; `None` where it was never given.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<ItemRef<'_>> {
        match self.item(id) {
            Some((_, item)) => Some(ItemRef::Item(item)),
            None => self.retired(id)?.leads(id),
        }
    }
}
