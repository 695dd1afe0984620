//! Reads the chain of a statement or rendering: how its words came to the page.

use super::Reader;
use crate::format::{Hop, HopKind, Id};
use crate::sheet::chain;
use crate::sheet::import::cell_errors::{CellError, cell_error};
use crate::sheet::import::entity::{SOURCE_COLUMNS, merge_row};
use crate::sheet::import::row::{Row, column_help};

impl Reader {
    pub(super) fn read_chain(&mut self, row: &Row) -> Option<Vec<Hop>> {
        let hops = match row.get("chain") {
            Some(cell) => self.chain_from_cell(&cell, row)?,
            None => self.chain_from_columns(row)?,
        };
        if let Some(source) = hops.last().and_then(|hop| hop.source.clone()) {
            merge_row(
                &mut self.sources,
                &source,
                &SOURCE_COLUMNS,
                row,
                &mut self.problems,
            );
        }
        Some(hops)
    }

    /// Parses the column `chain`.
    fn chain_from_cell(&mut self, cell: &str, row: &Row) -> Option<Vec<Hop>> {
        let simple = ["to", "how", "source", "verb"];
        if let Some(both) = simple.into_iter().find(|column| row.get(column).is_some()) {
            self.problems.add(
                row.number,
                both,
                "`chain` is filled in too",
                "keep the one or the other: both say how the words came to the page",
            );
        }
        match chain::from_cell(cell) {
            Ok(hops) => {
                if let Some((message, help)) = hop_error(&hops) {
                    self.problems.add(row.number, "chain", message, &help);
                }
                Some(hops)
            }
            Err(error) => {
                let help = column_help("chain");
                self.problems.add(row.number, "chain", error, help);
                None
            }
        }
    }

    /// Builds the chain of two hops from the columns `to`, `how`, `source` and
    /// `verb`.
    fn chain_from_columns(&mut self, row: &Row) -> Option<Vec<Hop>> {
        let p = &mut self.problems;
        let (to, source) = (row.required("to", p), row.required("source", p));
        let (to, source) = (to?, source?);
        Some(vec![
            Hop {
                to: Some(to),
                how: row.get("how"),
                ..Hop::new(HopKind::Said)
            },
            Hop {
                source: Some(Id(source)),
                verb: row.get("verb"),
                ..Hop::new(HopKind::Reported)
            },
        ])
    }
}

/// The error of the first bad part of a chain. Each part is checked like a cell.
fn hop_error(hops: &[Hop]) -> Option<CellError> {
    let mut parts = hops.iter().flat_map(|hop| {
        let source = hop.source.as_ref().map(|id| &id.0);
        [
            hop.to.as_ref(),
            hop.how.as_ref(),
            hop.place_name.as_ref(),
            hop.by.as_ref(),
            hop.at.as_ref(),
            hop.verb.as_ref(),
            hop.note.as_ref(),
            source,
        ]
    });
    parts.find_map(|part| cell_error(part?, true))
}
