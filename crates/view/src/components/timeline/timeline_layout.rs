//! The layout of the timeline: one lane for each side and one between them, day
//! after day, with a break where days are left out, and a rule between what happened
//! up to the as-of date and what came later.

use says_who_model::{Date, Dispute, Event, Id, Item, SideKey, Statement, When};

/// The size of the square that a mark takes: large enough for a finger.
pub(super) const CELL: u32 = 26;

/// How many marks of a day are side by side in a lane.
const MARKS_PER_ROW: usize = 4;

/// The width of a lane.
pub(super) const LANE_WIDTH: u32 = CELL * MARKS_PER_ROW as u32;

/// The lanes, in order: the first side, neither, the second.
pub(super) const LANES: [Option<SideKey>; 3] = [Some(SideKey::First), None, Some(SideKey::Second)];

/// The item that a mark stands for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum MarkItem<'a> {
    Event(&'a Event),
    Statement(&'a Statement),
}

/// How the date of a mark is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateBasis {
    /// The cited source gives the date.
    Given,
    /// It was worked out from words like "on Tuesday".
    Counted,
    /// The cited source gives no date; another one does.
    Elsewhere,
}

impl DateBasis {
    fn from_when(when: &When) -> Self {
        match (&when.source, &when.counted_from) {
            (Some(_), _) => Self::Elsewhere,
            (None, Some(from)) if *from != when.date || when.words.is_some() => Self::Counted,
            (None, _) => Self::Given,
        }
    }
}

/// A mark, with its coordinates along the line of days and across the lanes.
pub(super) struct Mark<'a> {
    pub(super) item: MarkItem<'a>,
    pub(super) side: Option<SideKey>,
    pub(super) date: Date,
    pub(super) basis: DateBasis,
    pub(super) along: u32,
    pub(super) across: u32,
}

impl<'a> Mark<'a> {
    /// The item that the mark links to.
    pub(super) fn id(&self) -> &'a Id {
        match self.item {
            MarkItem::Event(event) => &event.id,
            MarkItem::Statement(statement) => &statement.id,
        }
    }
}

/// A day on which something was said or happened.
pub(super) struct Day {
    pub(super) date: Date,
    /// How many days are left out before it, and where the break is.
    pub(super) gap: Option<(u32, u32)>,
    pub(super) begins: u32,
    /// The year, if it is not that of the previous day.
    pub(super) year: Option<i16>,
}

/// The whole layout.
pub(super) struct TimelineLayout<'a> {
    pub(super) days: Vec<Day>,
    /// In the order of days and, within a day, of the page.
    pub(super) marks: Vec<Mark<'a>>,
    /// Where the rule is after which everything is later than the as-of date; `None`
    /// if nothing is.
    pub(super) as_of: Option<u32>,
    pub(super) length: u32,
}

/// Lays out events and statements. No day and no break is shorter than a cell,
/// because its label needs the room.
//
// Long because each day begins where the one before it ends.
pub(super) fn layout(dispute: &Dispute) -> TimelineLayout<'_> {
    let mut all: Vec<(bool, Date, Option<SideKey>, DateBasis, MarkItem<'_>)> = Vec::new();
    for item in dispute.items() {
        let (when, side, mark_item) = match item {
            Item::Event(event) => (&event.when, event.actor, MarkItem::Event(event)),
            Item::Statement(place) => {
                let speaker = dispute.speaker(place.statement.speaker);
                let side = speaker.speaks_for.side();
                (
                    &place.statement.when,
                    side,
                    MarkItem::Statement(place.statement),
                )
            }
            _ => continue,
        };
        all.push((
            dispute.is_later(&item),
            when.date,
            side,
            DateBasis::from_when(when),
            mark_item,
        ));
    }
    // Events first: they are the context of what was said on their day.
    all.sort_by_key(|(later, date, .., mark_item)| {
        (*later, *date, matches!(mark_item, MarkItem::Statement(_)))
    });

    let mut layout = TimelineLayout {
        days: Vec::new(),
        marks: Vec::new(),
        as_of: None,
        length: 0,
    };
    for of_day in all.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let Some(&(later, date, ..)) = of_day.first() else {
            continue;
        };
        if later && layout.as_of.is_none() {
            layout.as_of = Some(layout.length);
            layout.length += CELL;
        }
        let missing = layout.days.last().map_or(0, |before: &Day| {
            u32::try_from(date.day_number() - before.date.day_number() - 1).unwrap_or(0)
        });
        let gap = (missing > 0).then_some((missing, layout.length));
        let begins = layout.length + if gap.is_some() { CELL } else { 0 };
        let dated = layout
            .days
            .last()
            .is_none_or(|before: &Day| before.date.year != date.year);
        // The year is a second line.
        let mut length = if dated { 2 * CELL } else { CELL };
        for (lane, key) in LANES.into_iter().enumerate() {
            let marks = of_day.iter().filter(|(_, _, side, ..)| *side == key);
            for (index, &(_, date, side, basis, mark_item)) in marks.enumerate() {
                let row = to_length(index / MARKS_PER_ROW);
                length = length.max((row + 1) * CELL);
                layout.marks.push(Mark {
                    item: mark_item,
                    side,
                    date,
                    basis,
                    along: begins + row * CELL + CELL / 2,
                    across: to_length(lane) * LANE_WIDTH
                        + to_length(index % MARKS_PER_ROW) * CELL
                        + CELL / 2,
                });
            }
        }
        layout.days.push(Day {
            date,
            gap,
            begins,
            year: dated.then_some(date.year),
        });
        layout.length = begins + length;
    }
    layout
}

/// Converts an index to a length; no page has so many marks that it overflows.
fn to_length(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX / CELL - 1)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::path::Path;

    use says_who_model::{Library, Point};

    use super::{CELL, LANE_WIDTH, layout};

    fn libraries() -> [Library; 2] {
        ["../../tests/fixture-large", "../../tests/fixture"]
            .map(|folder| says_who_files::library(Path::new(folder)).expect("valid data"))
    }

    #[test]
    fn every_mark_has_a_place_of_its_own_inside_the_picture() {
        for library in libraries() {
            let dispute = &library.disputes[0];
            let layout = layout(dispute);
            let statements = dispute.all_points().flat_map(Point::statements).count();
            assert_eq!(layout.marks.len(), statements + dispute.events.len());
            let ids: HashSet<_> = layout.marks.iter().map(super::Mark::id).collect();
            assert_eq!(ids.len(), layout.marks.len(), "each once");
            let places: HashSet<_> = layout
                .marks
                .iter()
                .map(|mark| (mark.along / CELL, mark.across / CELL, mark.along % CELL))
                .collect();
            assert_eq!(places.len(), layout.marks.len(), "no two in one place");
            for mark in &layout.marks {
                assert!(
                    mark.along + CELL / 2 <= layout.length
                        && mark.across + CELL / 2 <= 3 * LANE_WIDTH
                );
            }
            let rule = layout.as_of.expect("something came after");
            for pair in layout.days.windows(2) {
                assert!(pair[0].begins < pair[1].begins);
                // Later items can have the same date.
                let is_first_after = (pair[0].begins..pair[1].begins).contains(&rule);
                assert!(pair[0].date < pair[1].date || is_first_after);
            }
            for mark in &layout.marks {
                let item = dispute.find(mark.id().as_str());
                let Some(says_who_model::ItemRef::Item(item)) = item else {
                    panic!("{} leads to nothing", mark.id());
                };
                assert_eq!(mark.along > rule, dispute.is_later(&item));
            }
        }
    }

    #[test]
    fn days_left_out_are_counted() {
        let library = &libraries()[0];
        let dispute = &library.disputes[0];
        let layout = layout(dispute);
        for pair in layout.days.windows(2) {
            let between = pair[1].date.day_number() - pair[0].date.day_number() - 1;
            let counted = pair[1].gap.map_or(0, |(missing, _)| missing);
            assert_eq!(i64::from(counted), i64::from(between.max(0)));
        }
        assert!(layout.days.iter().any(|day| day.gap.is_some()));
    }
}
