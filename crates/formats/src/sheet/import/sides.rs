//! Builds the two sides.

use super::entity::Entity;
use super::import_target::ImportTarget;
use super::reader::Reader;
use crate::format::{Id, Side};

impl Reader {
    pub(super) fn build_sides(&mut self, target: ImportTarget<'_>) -> Vec<Side> {
        let known = match target {
            ImportTarget::Existing(dispute) => dispute.dispute.sides.as_slice(),
            ImportTarget::New(..) => &[],
        };
        if !known.is_empty() {
            return self.update_sides(known);
        }
        for (id, entity) in self.sides.iter().skip(2) {
            let message = format!("`{}` is a third side", id.as_str());
            let help = "a dispute has two; write `yes` in `party` beside any other, or let others speak for `press` or `third-party`";
            self.problems.add(entity.first_row, "for", message, help);
        }
        if self.sides.len() < 2 {
            let message = format!("the sheet names {} of the two sides", self.sides.len());
            let help = "name them in `for`, the side of a speaker, or in `side` of an absence";
            self.problems.add(1, "for", message, help);
        }
        let side = |(id, entity): (&Id, &Entity)| {
            let name = entity.cells.get("side-name");
            let name = name.map_or_else(|| id.as_str().to_owned(), |(name, _)| name.clone());
            Side {
                id: id.clone(),
                says: column_heading(&name),
                position: None,
                name,
            }
        };
        let mut sides: Vec<Side> = self.sides.iter().map(side).collect();
        // The order note of a new dispute says that the sides are in this order.
        sides.sort_by_key(|side| side.name.to_lowercase());
        sides
    }

    /// The sides of an existing dispute, with the names from the sheet.
    fn update_sides(&mut self, known: &[Side]) -> Vec<Side> {
        for (id, entity) in &self.sides {
            if known.iter().all(|side| side.id != *id) {
                let message = format!("`{}` is not a side of this dispute", id.as_str());
                let names: Vec<String> = known
                    .iter()
                    .map(|side| format!("`{}`", side.id.as_str()))
                    .collect();
                let help = format!(
                    "its sides are {}; write `yes` in `party` beside any other, or let others speak for `press` or `third-party`",
                    names.join(" and ")
                );
                self.problems.add(entity.first_row, "for", message, &help);
            }
        }
        let renamed = |side: &Side| {
            let mut side = side.clone();
            let entity = self.sides.get(&side.id);
            if let Some((name, _)) = entity.and_then(|entity| entity.cells.get("side-name")) {
                if side.says == column_heading(&side.name) {
                    side.says = column_heading(name);
                }
                side.name.clone_from(name);
            }
            side
        };
        known.iter().map(renamed).collect()
    }
}

fn column_heading(name: &str) -> String {
    format!("{name} says")
}
