//! Items: everything in a dispute that has an id of its own.

use crate::{
    Date, Dispute, Document, Event, Fingerprint, Id, OpenQuestion, Point, SideKey, Source,
    Statement,
};

/// Something that can be linked to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Item<'a> {
    /// A point.
    Point(&'a Point),
    /// A statement, with its place on the page.
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
    /// The side whose cell it is in; `None` for statements of others.
    pub side: Option<SideKey>,
}

/// What an id refers to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ItemRef<'a> {
    /// An item.
    Item(Item<'a>),
    /// Another id, which replaced this one.
    Alias(&'a Id),
    /// Nothing any more: the day of the removal and the reason.
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
    /// Every item, in page order.
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

    /// The current fingerprint of the item `id`.
    #[must_use]
    pub fn fingerprint(&self, id: &Id) -> Option<Fingerprint> {
        let (number, _) = self.item(id.as_str())?;
        self.fingerprints.get(number).copied()
    }

    /// The earlier versions of the item `id`, each with the day on which it was
    /// replaced. The current version is not among them.
    pub fn versions(&self, id: &Id) -> impl Iterator<Item = (Fingerprint, Date)> {
        let now = self.fingerprint(id);
        self.earlier
            .iter()
            .filter(move |earlier| earlier.id == *id && Some(earlier.fingerprint) != now)
            .map(|earlier| (earlier.fingerprint, earlier.until))
    }

    /// The points that `item` bears on; for a source, the points that cite it.
    #[must_use]
    pub fn points_of(&self, item: &Item<'_>) -> Vec<&Point> {
        match *item {
            Item::Point(point) => self.points_by_ids(std::slice::from_ref(&point.id)),
            Item::Statement(place) => self.points_by_ids(std::slice::from_ref(&place.point.id)),
            Item::Document(document) => self.points_by_ids(&document.points),
            Item::Event(event) => self.points_by_ids(&event.points),
            Item::OpenQuestion(open) => self.points_by_ids(&open.points),
            Item::Source(source) => self.points_citing(&source.id),
        }
    }

    /// Resolves `id`, following aliases, so the result is never an
    /// [`ItemRef::Alias`]. `None` if the id never existed.
    #[must_use]
    pub fn follow<'a>(&'a self, id: &'a str) -> Option<ItemRef<'a>> {
        let mut id = id;
        // An alias can lead to another one. The checker rejects cycles; the bound
        // makes the loop terminate even so.
        for _ in 0..=self.retired.len() {
            match self.find(id)? {
                ItemRef::Alias(current) => id = current.as_str(),
                end @ (ItemRef::Item(_) | ItemRef::Gone(..)) => return Some(end),
            }
        }
        None
    }

    /// What `id` refers to, without following aliases; `None` if the id never
    /// existed.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<ItemRef<'_>> {
        match self.item(id) {
            Some((_, item)) => Some(ItemRef::Item(item)),
            None => self.retired(id)?.target_of(id),
        }
    }
}
