//! Assembles a dispute from the merged rows.

use indexmap::IndexMap;

use super::Imported;
use super::entity::Entity;
use super::import_target::ImportTarget;
use super::problem::Problems;
use super::reader::Reader;
use super::row::Row;
use crate::format::Id;

impl Reader {
    /// Builds the dispute on top of `target`, and returns the problems found.
    pub(super) fn into_dispute(mut self, target: ImportTarget<'_>) -> (Imported, Problems) {
        let speakers = self.build_speakers();
        let sources = self.build_sources();
        let mut points = IndexMap::new();
        let mut dispute = target.dispute();
        let head = &mut dispute.dispute;
        (head.points, head.after) = (Vec::new(), Vec::new());
        for (id, (entity, point_rows)) in std::mem::take(&mut self.points) {
            let (point, is_after) = self.build_point(&id, &entity, point_rows);
            let order = if is_after {
                &mut head.after
            } else {
                &mut head.points
            };
            order.push(id.clone());
            points.insert(id, point);
        }
        head.parties = self.build_parties(&head.parties);
        head.sides = self.build_sides(target);
        if let ImportTarget::New(..) = target {
            let before = head.points.iter().filter_map(|id| points.get(id));
            let dates = before.flat_map(|point| point.statements.iter().map(|s| s.when.date));
            // The as-of date is that of the latest statement: an earlier one would
            // be an error.
            if let Some(day) = dates.filter_map(|date| date?.earliest()).max() {
                head.as_of = day.into();
            }
        }
        dispute.speakers = keep_order(speakers, &dispute.speakers);
        dispute.sources = keep_order(sources, &dispute.sources);
        dispute.points = points;
        let imported = Imported {
            dispute,
            notes: Vec::new(),
            origins: self.origins,
        };
        (imported, self.problems)
    }

    /// The merged cells of an entity as one row. Records the origin of each cell.
    pub(super) fn merged_row(
        &mut self,
        entity: &Entity,
        file: &str,
        path: &str,
        column: &'static str,
        keys: &[(&str, &'static str)],
    ) -> Row {
        let origin = |key: &str| (file.to_owned(), key.to_owned());
        self.origins
            .insert(origin(path), (entity.first_row, column));
        for &(key, column) in keys {
            let path = if path.is_empty() {
                key.to_owned()
            } else {
                format!("{path}.{key}")
            };
            let row = entity
                .cells
                .get(column)
                .map_or(entity.first_row, |(_, row)| *row);
            self.origins.insert(origin(&path), (row, column));
        }
        entity.to_row()
    }
}

/// Sorts entries in the order of the existing dispute, new ones last.
fn keep_order<T>(mut things: IndexMap<Id, T>, known: &IndexMap<Id, T>) -> IndexMap<Id, T> {
    let place = |id: &Id| known.get_index_of(id).unwrap_or(usize::MAX);
    things.sort_by(|one, _, other, _| place(one).cmp(&place(other)));
    things
}
