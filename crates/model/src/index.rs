//! Where each item stands and what cites a source, so that whoever draws a page
//! for every item need not go through all items for each.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::apart::{self, Apart};
use crate::{
    Cell, Dispute, Id, Item, Point, Retired, SideKey, SourceIx, Statement, StatementPlace,
};

/// The index of a dispute, made when something is first asked of it. It follows
/// from the rest of the dispute, and makes no two of them differ.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index(OnceLock<Places>);

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Index {}

#[derive(Clone, Debug)]
struct Places {
    /// By id: its number in the order of [`Dispute::items`], and where it stands.
    items: HashMap<String, (usize, Place)>,
    /// The number of an id's entry among those that are no longer in use.
    retired: HashMap<String, usize>,
    /// The points that cite each source, by their numbers, in their order.
    citing: Vec<Vec<usize>>,
    /// What sets the items apart whose names read alike.
    apart: Vec<Apart>,
}

/// The place of an item in the dispute's lists; a point's number is that among
/// all points.
#[derive(Clone, Copy, Debug)]
enum Place {
    Point(usize),
    Statement(usize, Option<SideKey>, usize),
    Document(usize),
    Event(usize),
    OpenQuestion(usize),
    Source(usize),
}

impl Place {
    /// The place so many steps on in the same list; nothing before its beginning,
    /// and nothing for a statement, which stands in a point.
    fn moved(self, steps: isize) -> Option<Self> {
        let on = |at: usize| at.checked_add_signed(steps);
        Some(match self {
            Self::Point(at) => Self::Point(on(at)?),
            Self::Statement(..) => return None,
            Self::Document(at) => Self::Document(on(at)?),
            Self::Event(at) => Self::Event(on(at)?),
            Self::OpenQuestion(at) => Self::OpenQuestion(on(at)?),
            Self::Source(at) => Self::Source(on(at)?),
        })
    }
}

impl Dispute {
    /// The item `id`, and its number in the order of [`Dispute::items`].
    pub(crate) fn item(&self, id: &str) -> Option<(usize, Item<'_>)> {
        let &(number, place) = self.places().items.get(id)?;
        Some((number, self.at(place)?))
    }

    /// The items of the same kind before and after the item `id`, in the order of
    /// the page; of a statement none.
    #[must_use]
    pub fn beside(&self, id: &Id) -> [Option<Item<'_>>; 2] {
        let place = self.places().items.get(id.as_str());
        [-1, 1].map(|step| self.at(place?.1.moved(step)?))
    }

    /// What stands at a place; nothing beyond the end of a list.
    fn at(&self, place: Place) -> Option<Item<'_>> {
        Some(match place {
            Place::Point(at) => Item::Point(self.all_points().nth(at)?),
            Place::Statement(at, side, statement) => {
                let point = self.point(at);
                Item::Statement(StatementPlace {
                    statement: &statements(point, side)[statement],
                    point,
                    side,
                })
            }
            Place::Document(at) => Item::Document(self.documents.get(at)?),
            Place::Event(at) => Item::Event(self.events.get(at)?),
            Place::OpenQuestion(at) => Item::OpenQuestion(self.open_questions.get(at)?),
            Place::Source(at) => Item::Source(self.sources.get(at)?),
        })
    }

    /// The entry of an id that is no longer in use.
    pub(crate) fn retired(&self, id: &str) -> Option<&Retired> {
        let at = *self.places().retired.get(id)?;
        self.retired.get(at)
    }

    /// The points with these ids, in the order of the page.
    pub(crate) fn named(&self, ids: &[Id]) -> Vec<&Point> {
        let items = &self.places().items;
        let numbers = ids.iter().filter_map(|id| match items.get(id.as_str()) {
            Some((_, Place::Point(at))) => Some(*at),
            _ => None,
        });
        let mut numbers: Vec<usize> = numbers.collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().map(|at| self.point(at)).collect()
    }

    /// The points that cite the source `id`, in the order of the page.
    pub(crate) fn citing(&self, id: &Id) -> Vec<&Point> {
        let places = self.places();
        let numbers = match places.items.get(id.as_str()) {
            Some(&(_, Place::Source(at))) => places.citing[at].as_slice(),
            _ => &[],
        };
        numbers.iter().map(|&at| self.point(at)).collect()
    }

    /// What sets each item apart, in the order of [`Dispute::items`].
    pub(crate) fn names_apart(&self) -> &[Apart] {
        &self.places().apart
    }

    fn places(&self) -> &Places {
        self.index.0.get_or_init(|| Places::of(self))
    }

    fn point(&self, at: usize) -> &Point {
        let after = || &self.after[at - self.points.len()];
        self.points.get(at).unwrap_or_else(after)
    }
}

/// The statements of a point that stand in the cell of `side`, or in neither.
fn statements(point: &Point, side: Option<SideKey>) -> &[Statement] {
    match side {
        Some(side) => point.cells.get(side).statements(),
        None => &point.others,
    }
}

impl Places {
    fn of(dispute: &Dispute) -> Self {
        // In the order of `Dispute::items`, from which the numbers come.
        let mut places = Vec::new();
        let mut citing = vec![Vec::new(); dispute.sources.len()];
        for (at, point) in dispute.all_points().enumerate() {
            places.push(Place::Point(at));
            for side in [Some(SideKey::First), Some(SideKey::Second), None] {
                let numbers = 0..statements(point, side).len();
                places.extend(numbers.map(|number| Place::Statement(at, side, number)));
            }
            for SourceIx(source) in cited(point) {
                let points: &mut Vec<usize> = &mut citing[usize::from(source)];
                if points.last() != Some(&at) {
                    points.push(at);
                }
            }
        }
        places.extend((0..dispute.documents.len()).map(Place::Document));
        places.extend((0..dispute.events.len()).map(Place::Event));
        places.extend((0..dispute.open_questions.len()).map(Place::OpenQuestion));
        places.extend((0..dispute.sources.len()).map(Place::Source));
        let items = dispute.items().map(|item| item.id().to_string());
        let items = items.zip(places.into_iter().enumerate()).collect();
        let mut retired = HashMap::new();
        for (at, entry) in dispute.retired.iter().enumerate() {
            let (Retired::Alias { from: id, .. } | Retired::Tombstone { id, .. }) = entry;
            retired.entry(id.to_string()).or_insert(at);
        }
        Self {
            items,
            retired,
            citing,
            apart: apart::of(dispute),
        }
    }
}

/// The sources that a point cites, and those that were searched for it; one can
/// come more than once.
fn cited(point: &Point) -> impl Iterator<Item = SourceIx> {
    let searched = point.cells.iter().flat_map(|(_, cell)| match cell {
        Cell::Absence(absence) => absence.searched.as_slice(),
        Cell::Statements(_) => &[],
    });
    let said = point.statements().flat_map(Statement::sources);
    said.chain(searched.copied())
}
