//! Where the marks of the timeline stand: one lane for each side and one between
//! them, day after day, with a break where days are left out, and a rule between
//! what a page speaks to and what came after.

use says_who_model::{Date, Dispute, Event, Id, Item, SideKey, Statement, When};

/// The room a mark takes each way: large enough to be hit by a finger.
pub(super) const CELL: u32 = 26;

/// How many marks of a day stand side by side across a lane.
const ACROSS: usize = 4;

/// The width of a lane.
pub(super) const LANE: u32 = CELL * ACROSS as u32;

/// The lanes, in order: the first side, neither, the second.
pub(super) const LANES: [Option<SideKey>; 3] = [Some(SideKey::First), None, Some(SideKey::Second)];

/// What a mark stands for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Of<'a> {
    Event(&'a Event),
    Statement(&'a Statement),
}

/// How well its day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The source cited gives the day.
    Given,
    /// It was counted from words like "on Tuesday".
    Counted,
    /// The source cited gives none; another one does.
    Elsewhere,
}

impl Known {
    fn of(when: &When) -> Self {
        match (&when.source, &when.counted_from) {
            (Some(_), _) => Self::Elsewhere,
            (None, Some(from)) if *from != when.date || when.words.is_some() => Self::Counted,
            (None, _) => Self::Given,
        }
    }
}

/// A mark, in its place along the line of days and across the lanes.
pub(super) struct Mark<'a> {
    pub(super) of: Of<'a>,
    pub(super) side: Option<SideKey>,
    pub(super) date: Date,
    pub(super) known: Known,
    pub(super) along: u32,
    pub(super) across: u32,
}

impl<'a> Mark<'a> {
    /// The item it leads to.
    pub(super) fn id(&self) -> &'a Id {
        match self.of {
            Of::Event(event) => &event.id,
            Of::Statement(statement) => &statement.id,
        }
    }
}

/// A day on which something was said or happened.
pub(super) struct Day {
    pub(super) date: Date,
    /// How many days are left out before it, and where their break stands.
    pub(super) gap: Option<(u32, u32)>,
    pub(super) begins: u32,
    /// The year, where it is not that of the day before.
    pub(super) year: Option<i16>,
}

/// The whole line.
pub(super) struct Line<'a> {
    pub(super) days: Vec<Day>,
    /// In the order of days, and of the page within a day.
    pub(super) marks: Vec<Mark<'a>>,
    /// Where the rule stands after which all came later than the page speaks to;
    /// nothing where nothing did.
    pub(super) as_of: Option<u32>,
    pub(super) length: u32,
}

/// Lays out events and statements. No day and no break is shorter
/// than a cell: what is written at them needs the room.
pub(super) fn line(dispute: &Dispute) -> Line<'_> {
    let mut all: Vec<(bool, Date, Option<SideKey>, Known, Of<'_>)> = Vec::new();
    for item in dispute.items() {
        let (when, side, of) = match item {
            Item::Event(event) => (&event.when, event.actor, Of::Event(event)),
            Item::Statement(place) => {
                let speaker = dispute.speaker(place.statement.speaker);
                let side = speaker.speaks_for.side();
                (&place.statement.when, side, Of::Statement(place.statement))
            }
            _ => continue,
        };
        all.push((
            dispute.is_later(&item),
            when.date,
            side,
            Known::of(when),
            of,
        ));
    }
    // Events first, as they are the frame of what was said on their day.
    all.sort_by_key(|(later, date, .., of)| (*later, *date, matches!(of, Of::Statement(_))));

    let mut line = Line {
        days: Vec::new(),
        marks: Vec::new(),
        as_of: None,
        length: 0,
    };
    for of_day in all.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let Some(&(later, date, ..)) = of_day.first() else {
            continue;
        };
        if later && line.as_of.is_none() {
            line.as_of = Some(line.length);
            line.length += CELL;
        }
        let missing = line.days.last().map_or(0, |before: &Day| {
            u32::try_from(date.day_number() - before.date.day_number() - 1).unwrap_or(0)
        });
        let gap = (missing > 0).then_some((missing, line.length));
        let begins = line.length + if gap.is_some() { CELL } else { 0 };
        let dated = line
            .days
            .last()
            .is_none_or(|before: &Day| before.date.year != date.year);
        // A year is a second line.
        let mut length = if dated { 2 * CELL } else { CELL };
        for (lane, key) in LANES.into_iter().enumerate() {
            let marks = of_day.iter().filter(|(_, _, side, ..)| *side == key);
            for (index, &(_, date, side, known, of)) in marks.enumerate() {
                let row = count(index / ACROSS);
                length = length.max((row + 1) * CELL);
                line.marks.push(Mark {
                    of,
                    side,
                    date,
                    known,
                    along: begins + row * CELL + CELL / 2,
                    across: count(lane) * LANE + count(index % ACROSS) * CELL + CELL / 2,
                });
            }
        }
        line.days.push(Day {
            date,
            gap,
            begins,
            year: dated.then_some(date.year),
        });
        line.length = begins + length;
    }
    line
}

/// An index as a length; a page with more marks than that can't be.
fn count(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX / CELL - 1)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::path::Path;

    use says_who_model::{Library, Point};

    use super::{CELL, LANE, line};

    fn libraries() -> [Library; 2] {
        ["../../tests/fixture-large", "../../tests/fixture"]
            .map(|folder| says_who_files::library(Path::new(folder)).expect("valid data"))
    }

    #[test]
    fn every_mark_has_a_place_of_its_own_inside_the_picture() {
        for library in libraries() {
            let dispute = &library.disputes[0];
            let line = line(dispute);
            let statements = dispute.all_points().flat_map(Point::statements).count();
            assert_eq!(line.marks.len(), statements + dispute.events.len());
            let ids: HashSet<_> = line.marks.iter().map(super::Mark::id).collect();
            assert_eq!(ids.len(), line.marks.len(), "each once");
            let places: HashSet<_> = line
                .marks
                .iter()
                .map(|mark| (mark.along / CELL, mark.across / CELL, mark.along % CELL))
                .collect();
            assert_eq!(places.len(), line.marks.len(), "no two in one place");
            for mark in &line.marks {
                assert!(mark.along + CELL / 2 <= line.length && mark.across + CELL / 2 <= 3 * LANE);
            }
            let rule = line.as_of.expect("something came after");
            for pair in line.days.windows(2) {
                assert!(pair[0].begins < pair[1].begins);
                // What came after can have been on the same day.
                let is_first_after = (pair[0].begins..pair[1].begins).contains(&rule);
                assert!(pair[0].date < pair[1].date || is_first_after);
            }
            for mark in &line.marks {
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
        let line = line(dispute);
        for pair in line.days.windows(2) {
            let between = pair[1].date.day_number() - pair[0].date.day_number() - 1;
            let told = pair[1].gap.map_or(0, |(missing, _)| missing);
            assert_eq!(i64::from(told), i64::from(between.max(0)));
        }
        assert!(line.days.iter().any(|day| day.gap.is_some()));
    }
}
