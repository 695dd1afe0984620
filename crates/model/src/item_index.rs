//! An index of the items by id and of the points by cited source and by speaker, so
//! that rendering a page for every item does not take quadratic time.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::disambiguation::{self, Disambiguation};
use crate::{
    AbsencePlace, Cell, Dispute, Id, Item, Point, Retired, SideKey, SourceIx, Statement,
    StatementPlace,
};

/// The index of a dispute, built lazily on first use. It is derived from the rest of
/// the dispute, so it is ignored when two disputes are compared.
#[derive(Clone, Debug, Default)]
pub(crate) struct ItemIndex(OnceLock<Tables>);

impl PartialEq for ItemIndex {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for ItemIndex {}

#[derive(Clone, Debug)]
struct Tables {
    /// By id: the item's number in the order of [`Dispute::items`], and its
    /// location.
    items: HashMap<String, (usize, Location)>,
    /// By retired id: the index of its entry in `Dispute::retired`.
    retired: HashMap<String, usize>,
    /// By source: the indices of the points that cite it, ascending.
    citing: Vec<Vec<usize>>,
    /// By speaker: the indices of the points with their statements, ascending.
    speaking: Vec<Vec<usize>>,
    /// The disambiguation of each item, in the order of [`Dispute::items`].
    disambiguations: Vec<Disambiguation>,
}

/// The location of an item in the lists of the dispute. Points are counted over
/// [`Dispute::all_points`].
#[derive(Clone, Copy, Debug)]
enum Location {
    Point(usize),
    Statement(usize, Option<SideKey>, usize),
    Absence(usize, SideKey),
    Document(usize),
    Event(usize),
    OpenQuestion(usize),
    Source(usize),
    Speaker(usize),
}

impl Location {
    /// The location `steps` further on in the same list. `None` before its start,
    /// and for statements and absences, which belong to a point.
    fn offset(self, steps: isize) -> Option<Self> {
        let on = |at: usize| at.checked_add_signed(steps);
        Some(match self {
            Self::Point(at) => Self::Point(on(at)?),
            Self::Statement(..) | Self::Absence(..) => return None,
            Self::Document(at) => Self::Document(on(at)?),
            Self::Event(at) => Self::Event(on(at)?),
            Self::OpenQuestion(at) => Self::OpenQuestion(on(at)?),
            Self::Source(at) => Self::Source(on(at)?),
            Self::Speaker(at) => Self::Speaker(on(at)?),
        })
    }
}

impl Dispute {
    /// The item `id`, and its number in the order of [`Dispute::items`].
    pub(crate) fn item(&self, id: &str) -> Option<(usize, Item<'_>)> {
        let &(number, place) = self.tables().items.get(id)?;
        Some((number, self.item_at(place)?))
    }

    /// The previous and the next item of the same kind, in page order; none for a
    /// statement.
    #[must_use]
    pub fn neighbours(&self, id: &Id) -> [Option<Item<'_>>; 2] {
        let place = self.tables().items.get(id.as_str());
        [-1, 1].map(|step| self.item_at(place?.1.offset(step)?))
    }

    /// The item at a location; `None` past the end of a list.
    fn item_at(&self, place: Location) -> Option<Item<'_>> {
        Some(match place {
            Location::Point(at) => Item::Point(self.all_points().nth(at)?),
            Location::Statement(at, side, statement) => {
                let point = self.point(at);
                Item::Statement(StatementPlace {
                    statement: &statements(point, side)[statement],
                    point,
                    side,
                })
            }
            Location::Absence(at, side) => Item::Absence(AbsencePlace::of(self.point(at), side)?),
            Location::Document(at) => Item::Document(self.documents.get(at)?),
            Location::Event(at) => Item::Event(self.events.get(at)?),
            Location::OpenQuestion(at) => Item::OpenQuestion(self.open_questions.get(at)?),
            Location::Source(at) => Item::Source(self.sources.get(at)?),
            Location::Speaker(at) => Item::Speaker(self.speakers.get(at)?),
        })
    }

    /// The entry of a retired id.
    pub(crate) fn retired(&self, id: &str) -> Option<&Retired> {
        let at = *self.tables().retired.get(id)?;
        self.retired.get(at)
    }

    /// The points with these ids, in page order.
    pub(crate) fn points_by_ids(&self, ids: &[Id]) -> Vec<&Point> {
        let items = &self.tables().items;
        let numbers = ids.iter().filter_map(|id| match items.get(id.as_str()) {
            Some((_, Location::Point(at))) => Some(*at),
            _ => None,
        });
        let mut numbers: Vec<usize> = numbers.collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().map(|at| self.point(at)).collect()
    }

    /// The points that cite the source `id`, in page order.
    pub(crate) fn points_citing(&self, id: &Id) -> Vec<&Point> {
        let tables = self.tables();
        let numbers = match tables.items.get(id.as_str()) {
            Some(&(_, Location::Source(at))) => tables.citing[at].as_slice(),
            _ => &[],
        };
        numbers.iter().map(|&at| self.point(at)).collect()
    }

    /// The points with statements of the speaker `id`, in page order.
    pub(crate) fn points_with_speaker(&self, id: &Id) -> Vec<&Point> {
        let tables = self.tables();
        let numbers = match tables.items.get(id.as_str()) {
            Some(&(_, Location::Speaker(at))) => tables.speaking[at].as_slice(),
            _ => &[],
        };
        numbers.iter().map(|&at| self.point(at)).collect()
    }

    /// The disambiguation of each item, in the order of [`Dispute::items`].
    pub(crate) fn disambiguations(&self) -> &[Disambiguation] {
        &self.tables().disambiguations
    }

    fn tables(&self) -> &Tables {
        self.index.0.get_or_init(|| Tables::new(self))
    }

    fn point(&self, at: usize) -> &Point {
        let after = || &self.after[at - self.points.len()];
        self.points.get(at).unwrap_or_else(after)
    }
}

/// The statements of a point in the cell of `side`, or those of neither side.
fn statements(point: &Point, side: Option<SideKey>) -> &[Statement] {
    match side {
        Some(side) => point.cells.get(side).statements(),
        None => &point.others,
    }
}

impl Tables {
    fn new(dispute: &Dispute) -> Self {
        // In the order of `Dispute::items`, which gives the item numbers.
        let mut places = Vec::new();
        let mut citing = vec![Vec::new(); dispute.sources.len()];
        let mut speaking = vec![Vec::new(); dispute.speakers.len()];
        for (at, point) in dispute.all_points().enumerate() {
            places.push(Location::Point(at));
            for side in [Some(SideKey::First), Some(SideKey::Second), None] {
                let numbers = 0..statements(point, side).len();
                places.extend(numbers.map(|number| Location::Statement(at, side, number)));
                let absence = side.and_then(|side| AbsencePlace::of(point, side));
                places.extend(absence.map(|absence| Location::Absence(at, absence.side)));
            }
            for SourceIx(source) in cited_sources(point) {
                push_once(&mut citing[usize::from(source)], at);
            }
            for statement in point.statements() {
                push_once(&mut speaking[usize::from(statement.speaker.0)], at);
            }
        }
        places.extend((0..dispute.documents.len()).map(Location::Document));
        places.extend((0..dispute.events.len()).map(Location::Event));
        places.extend((0..dispute.open_questions.len()).map(Location::OpenQuestion));
        places.extend((0..dispute.sources.len()).map(Location::Source));
        places.extend((0..dispute.speakers.len()).map(Location::Speaker));
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
            speaking,
            disambiguations: disambiguation::of_all_items(dispute),
        }
    }
}

/// Appends a number to an ascending list, unless it is already there.
fn push_once(numbers: &mut Vec<usize>, number: usize) {
    if numbers.last() != Some(&number) {
        numbers.push(number);
    }
}

/// The sources that a point cites or that were searched for it, with repeats.
fn cited_sources(point: &Point) -> impl Iterator<Item = SourceIx> {
    let searched = point.cells.iter().flat_map(|(_, cell)| match cell {
        Cell::Absence(absence) => absence.searched.as_slice(),
        Cell::Statements(_) => &[],
    });
    let declined = point.cells.iter().filter_map(|(_, cell)| match cell {
        Cell::Absence(absence) => Some(absence.words.as_ref()?.source),
        Cell::Statements(_) => None,
    });
    let said = point.statements().flat_map(Statement::sources);
    said.chain(searched.copied()).chain(declined)
}
