//! Hashes points.

use super::ItemHasher;
use crate::{Cell, Point};

impl ItemHasher<'_> {
    pub(super) fn point(&mut self, point: &Point) {
        self.field("question", &point.question);
        self.field("status", point.status.into());
        self.optional_field("accepted", point.accepted.as_deref());
        self.optional_field("contested", point.contested.as_deref());
        for (_, cell) in point.cells.iter() {
            match cell {
                Cell::Statements(statements) => {
                    self.field("cell", "statements");
                    statements.iter().for_each(|one| self.statement(one));
                }
                Cell::Absence(absence) => self.absence(absence),
            }
        }
        self.field("cell", "others");
        point.others.iter().for_each(|one| self.statement(one));
    }
}
