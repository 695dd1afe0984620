//! Builds the speakers.

use indexmap::IndexMap;

use super::own_name::own_name;
use super::reader::Reader;
use crate::format::{Id, Speaker};

impl Reader {
    pub(super) fn build_speakers(&mut self) -> IndexMap<Id, Speaker> {
        let mut speakers = IndexMap::new();
        for (id, entity) in std::mem::take(&mut self.speakers) {
            if self.problems.has(entity.first_row, "speaker") {
                continue;
            }
            let row = self.merged_row(
                &entity,
                "speakers.toml",
                id.as_str(),
                "speaker",
                &[
                    ("name", "speaker-name"),
                    ("role", "role"),
                    ("named", "named"),
                    ("for", "for"),
                    ("own-name", "own-name"),
                    ("language", "own-name-language"),
                    ("other-spellings", "other-spellings"),
                ],
            );
            let p = &mut self.problems;
            let (name, speaks_for) = (row.required("speaker-name", p), row.required("for", p));
            let named = row.flag("named", true, p);
            let own_name = own_name(&row, p);
            if let (Some(name), Some(speaks_for)) = (name, speaks_for) {
                let speaker = Speaker {
                    name,
                    named,
                    role: row.get("role"),
                    speaks_for: Id(speaks_for),
                    own_name,
                    other_spellings: row.lines("other-spellings"),
                };
                speakers.insert(id, speaker);
            }
        }
        speakers
    }
}
