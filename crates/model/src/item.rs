//! Items: everything in a dispute that has an id of its own.

use crate::{
    Absence, Cell, Date, Dispute, Document, Event, Fingerprint, Id, OpenQuestion, Point, SideKey,
    Source, Speaker, Statement,
};

/// Something that can be linked to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Item<'a> {
    /// A point.
    Point(&'a Point),
    /// A statement, with its place on the page.
    Statement(StatementPlace<'a>),
    /// An absence that has an id, with its place on the page.
    Absence(AbsencePlace<'a>),
    /// A document.
    Document(&'a Document),
    /// An event.
    Event(&'a Event),
    /// A source.
    Source(&'a Source),
    /// An open question.
    OpenQuestion(&'a OpenQuestion),
    /// A speaker.
    Speaker(&'a Speaker),
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

/// An absence, with the point it stands in.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct AbsencePlace<'a> {
    /// Its id.
    pub id: &'a Id,
    /// The absence.
    pub absence: &'a Absence,
    /// The point it is on.
    pub point: &'a Point,
    /// The side that says nothing.
    pub side: SideKey,
}

impl<'a> AbsencePlace<'a> {
    /// The absence of `side` on `point`, if there is one that has an id.
    pub(crate) fn of(point: &'a Point, side: SideKey) -> Option<Self> {
        let Cell::Absence(absence) = point.cells.get(side) else {
            return None;
        };
        Some(Self {
            id: absence.id.as_ref()?,
            absence,
            point,
            side,
        })
    }
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
            Self::Absence(place) => place.id,
            Self::Document(document) => &document.id,
            Self::Event(event) => &event.id,
            Self::Source(source) => &source.id,
            Self::OpenQuestion(question) => &question.id,
            Self::Speaker(speaker) => &speaker.id,
        }
    }
}

impl Dispute {
    /// Every item, in page order; the speakers, who are on the page of all speakers,
    /// are last.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        let points = self.all_points().flat_map(|point| {
            let item = move |statement, side| {
                Item::Statement(StatementPlace {
                    statement,
                    point,
                    side,
                })
            };
            let sides = point.cells.iter().flat_map(move |(side, cell)| {
                let statements = cell.statements().iter();
                statements
                    .map(move |statement| item(statement, Some(side)))
                    .chain(AbsencePlace::of(point, side).map(Item::Absence))
            });
            let others = point.others.iter();
            let others = others.map(move |statement| item(statement, None));
            std::iter::once(Item::Point(point))
                .chain(sides)
                .chain(others)
        });
        points
            .chain(self.documents.iter().map(Item::Document))
            .chain(self.events.iter().map(Item::Event))
            .chain(self.open_questions.iter().map(Item::OpenQuestion))
            .chain(self.sources.iter().map(Item::Source))
            .chain(self.speakers.iter().map(Item::Speaker))
    }

    /// Whether `id` is a speaker's.
    #[must_use]
    pub fn is_speaker(&self, id: &Id) -> bool {
        matches!(self.item(id.as_str()), Some((_, Item::Speaker(_))))
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

    /// The points that `item` bears on; for a source, the points that cite it, and for
    /// a speaker those on which they have statements.
    #[must_use]
    pub fn points_of(&self, item: &Item<'_>) -> Vec<&Point> {
        match *item {
            Item::Point(point) => self.points_by_ids(std::slice::from_ref(&point.id)),
            Item::Statement(place) => self.points_by_ids(std::slice::from_ref(&place.point.id)),
            Item::Absence(place) => self.points_by_ids(std::slice::from_ref(&place.point.id)),
            Item::Document(document) => self.points_by_ids(&document.points),
            Item::Event(event) => self.points_by_ids(&event.points),
            Item::OpenQuestion(open) => self.points_by_ids(&open.points),
            Item::Source(source) => self.points_citing(&source.id),
            Item::Speaker(speaker) => self.points_with_speaker(&speaker.id),
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

    /// Whether the former id `from` leads to `id`, directly or over other former ids.
    #[must_use]
    pub fn leads_to(&self, from: &Id, id: &Id) -> bool {
        match self.follow(from.as_str()) {
            Some(ItemRef::Item(item)) => item.id() == id,
            Some(ItemRef::Alias(_) | ItemRef::Gone(..)) | None => false,
        }
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
