//! Builds the points.

use says_who_model::Status;

use super::entity::Entity;
use super::reader::{PointRows, Reader};
use crate::format::{Id, Point};

impl Reader {
    /// The point, and whether it is about what came after the as-of date.
    pub(super) fn build_point(
        &mut self,
        id: &Id,
        entity: &Entity,
        rows: PointRows,
    ) -> (Point, bool) {
        let file = format!("points/{}.toml", id.as_str());
        let row = self.merged_row(
            entity,
            &file,
            "",
            "point",
            &[
                ("question", "question"),
                ("status", "status"),
                ("accepted", "accepted"),
                ("contested", "contested"),
                ("rests-on", "rests-on"),
            ],
        );
        let p = &mut self.problems;
        let question = row.required("question", p);
        let status = row
            .required("status", p)
            .and_then(|_| row.keyword("status", p));
        let is_after = row.flag("after", false, p);
        let point = Point {
            question: question.unwrap_or_default(),
            status: status.unwrap_or(Status::DisputedFact),
            accepted: row.get("accepted"),
            contested: row.get("contested"),
            rests_on: row.ids("rests-on"),
            statements: rows.statements,
            absences: rows.absences,
        };
        (point, is_after)
    }
}
