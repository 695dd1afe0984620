//! Compares what was said: two wordings, everything that one speaker said, or what had
//! been said by the end of a day. Pure functions of the data of the page.
//!
//! No comparison shows one side alone: each row has both.

mod query;
mod shown;

use says_who_model::Date;
use says_who_page_data::{Days, PageData, Point, Quoting, Statement};

pub use query::{ComparisonQuery, WordingId};
use shown::side;
pub use shown::{Shown, StatementPosition};

/// A point, with what is shown of each side. A side without statements says why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The position of the point.
    pub point: usize,
    /// Those of the sides, in the order of the data.
    pub cells: [Vec<Shown>; 2],
    /// Those of others.
    pub others: Vec<Shown>,
}

/// What is compared, and what it can be compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The wordings that were chosen, which stand side by side.
    pub chosen: Vec<Shown>,
    /// Points with what both sides say. Beside two chosen wordings only where these are
    /// not of both sides.
    pub rows: Vec<Row>,
    /// The positions of the points on which nobody had spoken by the day asked for.
    pub silent: Vec<usize>,
    /// Further statements, by what they are ([`List`]).
    pub lists: [Vec<Shown>; 5],
    /// The days before and after the day asked for on which something was said.
    pub neighbours: [Option<Date>; 2],
}

/// Why a statement is listed below a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Another wording of the one that was chosen.
    Wordings,
    /// On the same point as that.
    SamePoint,
    /// On another point.
    Elsewhere,
    /// Said after the day asked for.
    Later,
    /// On a day that is not known.
    Undated,
}

impl List {
    /// All, in the order of [`Comparison::lists`].
    pub const ALL: [Self; 5] = [
        Self::Wordings,
        Self::SamePoint,
        Self::Elsewhere,
        Self::Later,
        Self::Undated,
    ];
}

/// Where a statement goes.
enum Place {
    /// In the row of its point; whether it may have been said only later.
    Row(bool),
    List(List),
    Nowhere,
}

impl Comparison {
    /// What a query compares; `None` where the page has no such statement or speaker.
    pub fn new(data: &PageData, query: &ComparisonQuery) -> Option<Self> {
        let mut comparison = Self::default();
        if let ComparisonQuery::Two(first, second) = query {
            for wording in [Some(first), second.as_ref()].into_iter().flatten() {
                let shown = Shown::find(data, wording)?;
                // Not beside itself.
                if !comparison.chosen.contains(&shown) {
                    comparison.chosen.push(shown);
                }
            }
            if comparison.chosen.len() == 1 {
                comparison.list_wordings(data);
            }
        }
        for (at, point) in data.points.iter().enumerate() {
            let mut row = Row {
                point: at,
                ..Row::default()
            };
            for (statement, one) in point.statements.iter().enumerate() {
                let mut shown = Shown::own(at, statement);
                match comparison.place(data, query, point, one, shown) {
                    Place::Row(may_be_later) => {
                        shown.may_be_later = may_be_later;
                        match side(data, one) {
                            Some(side) => row.cells[side].push(shown),
                            None => row.others.push(shown),
                        }
                    }
                    Place::List(list) => comparison.lists[list as usize].push(shown),
                    Place::Nowhere => {}
                }
            }
            if !row.is_empty() {
                comparison.rows.push(row);
            } else if let ComparisonQuery::AsOf(_) = query {
                comparison.silent.push(at);
            }
        }
        match query {
            ComparisonQuery::Speaker(_) if comparison.rows.is_empty() => return None,
            ComparisonQuery::AsOf(day) => comparison.neighbours = neighbours(data, *day),
            ComparisonQuery::Speaker(_) | ComparisonQuery::Two(..) => {}
        }
        Some(comparison)
    }

    /// Lists the other wordings of the statement that was chosen.
    fn list_wordings(&mut self, data: &PageData) {
        for &chosen in &self.chosen {
            let renderings = chosen.statement(data).map_or(0, |one| one.renderings.len());
            // Its own words are the first.
            for at in 0..=renderings {
                let rendering = at.checked_sub(1);
                if rendering != chosen.rendering {
                    self.lists[List::Wordings as usize].push(Shown {
                        rendering,
                        ..chosen
                    });
                }
            }
        }
    }

    /// Where a statement on a point goes.
    fn place(
        &self,
        data: &PageData,
        query: &ComparisonQuery,
        point: &Point,
        statement: &Statement,
        shown: Shown,
    ) -> Place {
        match query {
            ComparisonQuery::Two(..) => self.place_beside_chosen(data, shown),
            ComparisonQuery::Speaker(id) => {
                // Nobody uttered the words of a summary.
                let is_theirs = |one: &&Statement| {
                    data.speaker(one.speaker).id == id.as_str()
                        && one.quoting != Quoting::Summarised
                };
                let Some(theirs) = point.statements.iter().find(is_theirs) else {
                    return Place::Nowhere;
                };
                let own = side(data, statement);
                let is_of_other_side = own.is_some() && own != side(data, theirs);
                if is_theirs(&statement) || is_of_other_side {
                    Place::Row(false)
                } else {
                    Place::Nowhere
                }
            }
            ComparisonQuery::AsOf(day) => place_in_time(statement.said, day.day_number()),
        }
    }

    fn place_beside_chosen(&self, data: &PageData, shown: Shown) -> Place {
        let on_same_point = |chosen: &Shown| chosen.position.point == shown.position.point;
        match self.chosen[..] {
            [one, other] => match (one.side(data), other.side(data)) {
                (Some(one), Some(other)) if one != other => Place::Nowhere,
                _ if self.chosen.iter().any(on_same_point) => Place::Row(false),
                _ => Place::Nowhere,
            },
            [one] if one.position == shown.position => Place::Nowhere,
            [one] if on_same_point(&one) => Place::List(List::SamePoint),
            _ => Place::List(List::Elsewhere),
        }
    }
}

impl Row {
    /// How many statements it shows.
    pub fn count(&self) -> usize {
        self.cells[0].len() + self.cells[1].len() + self.others.len()
    }

    fn is_empty(&self) -> bool {
        self.count() == 0
    }
}

/// Where a statement goes, seen from the end of a day.
fn place_in_time(said: Days, day: i32) -> Place {
    if said == Days::default() {
        Place::List(List::Undated)
    } else if said.latest.is_some_and(|latest| latest <= day) {
        Place::Row(false)
    } else if said.earliest.is_none_or(|earliest| earliest <= day) {
        Place::Row(true)
    } else {
        Place::List(List::Later)
    }
}

/// The days before and after a day on which something was said.
fn neighbours(data: &PageData, date: Date) -> [Option<Date>; 2] {
    let day = date.day_number();
    let (mut before, mut after) = (None, None);
    for said in data.statements().filter_map(|one| one.said.latest) {
        if said < day {
            before = before.max(Some(said));
        } else if said > day {
            after = Some(after.map_or(said, |after: i32| after.min(said)));
        }
    }
    [before, after].map(|day| day.map(Date::from_day_number))
}

#[cfg(test)]
mod tests;
