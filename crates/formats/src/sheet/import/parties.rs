//! Builds the parties beside the sides.

use indexmap::IndexMap;

use super::reader::Reader;
use crate::format::Party;

impl Reader {
    /// Takes the parties out of what `for` names: those that the dispute has, with
    /// their names from the sheet, then those that the sheet marks.
    pub(super) fn build_parties(&mut self, known: &[Party]) -> Vec<Party> {
        let mut parties = known.to_vec();
        let mut sides = IndexMap::new();
        for (id, entity) in std::mem::take(&mut self.sides) {
            let index = parties.iter().position(|party| party.id == id);
            let index = index.unwrap_or(parties.len());
            let is_marked = entity.to_row().flag("party", false, &mut self.problems);
            if !is_marked && index == parties.len() {
                sides.insert(id, entity);
                continue;
            }
            let path = format!("party.{index}");
            let keys = [("id", "for"), ("name", "side-name")];
            let row = self.merged_row(&entity, "dispute.toml", &path, "for", &keys);
            let name = row.get("side-name");
            match (parties.get_mut(index), name) {
                (Some(party), Some(name)) => party.name = name,
                (Some(_), None) => {}
                (None, name) => parties.push(Party {
                    name: name.unwrap_or_else(|| id.as_str().to_owned()),
                    id,
                    about: None,
                    says: None,
                }),
            }
        }
        self.sides = sides;
        parties
    }
}
