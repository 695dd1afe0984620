//! The events and statements of a dispute in order of time: what was up to the as-of
//! date, what came later, and what has no known date.

use says_who_model::{
    Actor, Dispute, EdtfDate, Event, Id, Item, PartyIx, Point, SideKey, Statement, When,
};

use super::DateBasis;

/// What an entry stands for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum EntryItem<'a> {
    Event(&'a Event),
    Statement(&'a Statement),
}

/// An event or a statement.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) item: EntryItem<'a>,
    /// The side that acted or spoke.
    pub(super) side: Option<SideKey>,
    /// The party beside the sides that acted or spoke.
    pub(super) party: Option<PartyIx>,
    pub(super) when: &'a When,
    /// Whether it is later than the as-of date.
    pub(super) is_later: bool,
}

/// The entries of one date.
pub(super) struct DateGroup<'a> {
    pub(super) date: EdtfDate,
    /// The number of days since the date before; only between two days that are sure.
    pub(super) days_later: Option<u32>,
    /// Never empty.
    pub(super) entries: Vec<Entry<'a>>,
}

/// All entries of a dispute.
pub(super) struct Chronology<'a> {
    pub(super) before: Vec<DateGroup<'a>>,
    pub(super) later: Vec<DateGroup<'a>>,
    pub(super) undated: Vec<Entry<'a>>,
}

/// The number of entries of a dispute.
pub(super) fn count(dispute: &Dispute) -> usize {
    let statements = dispute.all_points().flat_map(Point::statements).count();
    statements + dispute.events.len()
}

impl<'a> Chronology<'a> {
    pub(super) fn of(dispute: &'a Dispute) -> Self {
        let (mut before, mut later, mut undated) = (Vec::new(), Vec::new(), Vec::new());
        for entry in dispute.items().filter_map(|item| Entry::of(dispute, &item)) {
            match entry.when.known() {
                Some(date) if entry.is_later => later.push((date, entry)),
                Some(date) => before.push((date, entry)),
                None => undated.push(entry),
            }
        }
        Self {
            before: groups(before),
            later: groups(later),
            undated,
        }
    }
}

impl<'a> Entry<'a> {
    fn of(dispute: &'a Dispute, item: &Item<'a>) -> Option<Self> {
        let is_later = dispute.is_later(item);
        match *item {
            Item::Event(event) => Some(Self {
                item: EntryItem::Event(event),
                side: event.actor.and_then(Actor::side),
                party: event.actor.and_then(Actor::party),
                when: &event.when,
                is_later,
            }),
            Item::Statement(place) => {
                let speaks_for = dispute.speaker(place.statement.speaker).speaks_for;
                Some(Self {
                    item: EntryItem::Statement(place.statement),
                    side: speaks_for.side(),
                    party: speaks_for.party(),
                    when: &place.statement.when,
                    is_later,
                })
            }
            _ => None,
        }
    }

    /// The item that it links to.
    pub(super) fn id(&self) -> &'a Id {
        match self.item {
            EntryItem::Event(event) => &event.id,
            EntryItem::Statement(statement) => &statement.id,
        }
    }

    pub(super) fn basis(&self) -> DateBasis {
        DateBasis::from_when(self.when)
    }
}

impl DateGroup<'_> {
    /// How the date is known, if it is known alike for all entries.
    pub(super) fn common_basis(&self) -> Option<DateBasis> {
        let mut bases = self.entries.iter().map(Entry::basis);
        let first = bases.next()?;
        bases.all(|basis| basis == first).then_some(first)
    }
}

/// Sorts entries and puts those of the same date together. On a day, entries without
/// a time come first, and events before statements, because they are their context.
fn groups<'a>(mut dated: Vec<(EdtfDate, Entry<'a>)>) -> Vec<DateGroup<'a>> {
    dated.sort_by_cached_key(|(date, entry)| {
        let is_statement = matches!(entry.item, EntryItem::Statement(_));
        // Different dates can begin and end on the same days: "2022" and "2022~".
        let key = (date.sort_key(), date.to_string());
        (key, entry.when.time_sort_key(), is_statement)
    });
    let mut groups: Vec<DateGroup<'_>> = Vec::new();
    for same in dated.chunk_by(|(one, _), (other, _)| one == other) {
        let Some(&(date, _)) = same.first() else {
            continue;
        };
        let before = groups.last().and_then(|group| group.date.day());
        let days_later = before
            .zip(date.day())
            .and_then(|(before, day)| u32::try_from(day.day_number() - before.day_number()).ok());
        groups.push(DateGroup {
            date,
            days_later,
            entries: same.iter().map(|(_, entry)| *entry).collect(),
        });
    }
    groups
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::path::Path;

    use says_who_model::{Dispute, Item, ItemRef};

    use super::{Chronology, Entry, count, groups};

    fn dispute(folder: &str) -> Dispute {
        let library = says_who_files::library(Path::new(folder)).expect("valid data");
        library.disputes[0].clone()
    }

    #[test]
    fn every_entry_is_there_once_and_in_order_of_time() {
        for folder in ["../../tests/fixture-large", "../../tests/fixture"] {
            let dispute = dispute(folder);
            let all = Chronology::of(&dispute);
            let dated = || all.before.iter().chain(&all.later);
            let entries: Vec<_> = dated().flat_map(|group| &group.entries).collect();
            assert_eq!(entries.len() + all.undated.len(), count(&dispute));
            let ids: HashSet<_> = entries.iter().map(|entry| entry.id()).collect();
            assert_eq!(ids.len(), entries.len(), "each once");
            for groups in [&all.before, &all.later] {
                for pair in groups.windows(2) {
                    assert!(pair[0].date.sort_key() < pair[1].date.sort_key());
                    assert!(pair[1].days_later.is_some_and(|days| days > 0));
                }
            }
            for entry in entries {
                let Some(ItemRef::Item(item)) = dispute.find(entry.id().as_str()) else {
                    panic!("{} leads to nothing", entry.id());
                };
                assert_eq!(entry.is_later, dispute.is_later(&item));
            }
            assert!(!all.later.is_empty(), "something came after");
        }
    }

    #[test]
    fn entries_of_equal_dates_are_in_one_group() {
        let dispute = dispute("../../tests/fixture");
        let items: Vec<Item<'_>> = dispute.items().collect();
        let entries = items.iter().filter_map(|item| Entry::of(&dispute, item));
        let dates = ["2022~", "2022", "2022-01", "2022~", "2021/2022", "2022"];
        let dated = dates.iter().zip(entries.take(dates.len()));
        let dated: Vec<_> = dated
            .map(|(date, entry)| (date.parse().expect("a date"), entry))
            .collect();
        assert_eq!(dated.len(), dates.len());
        let groups = groups(dated);
        let written: Vec<_> = groups
            .iter()
            .map(|group| (group.date.to_string(), group.entries.len()))
            .collect();
        let expected = [("2021/2022", 1), ("2022-01", 1), ("2022", 2), ("2022~", 2)];
        let expected = expected.map(|(date, count)| (date.to_owned(), count));
        assert_eq!(written, expected);
        assert!(groups.iter().all(|group| group.days_later.is_none()));
    }
}
