//! The provenance tables, which count the statements by source.

use serde_json::{Value, json};

use crate::Browser;

/// The provenance tables on the page of the figures.
pub struct Provenance<'b>(pub &'b Browser);

/// A provenance table.
#[derive(Debug)]
pub struct ProvenanceTable {
    /// The numbers in its body.
    pub counts: Vec<u64>,
    /// The numbers in its foot.
    pub totals: Vec<u64>,
    /// The number and the width of each of its bars.
    pub bars: Vec<(f64, f64)>,
}

impl Provenance<'_> {
    /// Waits until the tables are shown on the page with this end of its path, and are
    /// the target of the address.
    pub async fn wait_until_shown(&self, path_end: &str) {
        self.0
            .wait(&format!(
                "return location.pathname.endsWith({}) && location.hash === '#_provenance'
               && document.querySelector('.provenance__table') !== null",
                json!(path_end)
            ))
            .await;
    }

    /// What the tables say.
    pub async fn tables(&self) -> Vec<ProvenanceTable> {
        let tables = self
            .0
            .eval(
                "return [...document.querySelectorAll('.provenance__table')].map((table) => {
               const numbers = (rows) => [...table.querySelectorAll(`${rows} td`)].map((cell) => Number(cell.textContent));
               const bars = [...table.querySelectorAll('td > svg')].map((bar) =>
                 [Number(bar.parentElement.textContent), bar.firstElementChild.getBoundingClientRect().width]);
               return [numbers('tbody'), numbers('tfoot'), bars];
             })",
            )
            .await;
        let tables: Vec<[Value; 3]> = serde_json::from_value(tables).unwrap();
        tables
            .into_iter()
            .map(|[counts, totals, bars]| ProvenanceTable {
                counts: serde_json::from_value(counts).unwrap(),
                totals: serde_json::from_value(totals).unwrap(),
                bars: serde_json::from_value(bars).unwrap(),
            })
            .collect()
    }
}
