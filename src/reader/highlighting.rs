//! Highlights what a search has found, a few points at a time.

use says_who_view::filter::{Match, PointMatch, SearchTerm};

use super::highlight::Marks;
use super::ledger_elements::{POINT_TEXTS, PointElement, SOURCING_TEXTS, VISIBLE_TEXTS};

/// Highlights the words that are searched for, from the first point that is shown on:
/// what is in sight comes first.
pub(super) struct Highlighting {
    terms: Vec<SearchTerm>,
    /// How the remaining points match.
    matches: std::iter::Enumerate<std::vec::IntoIter<PointMatch>>,
    marks: Marks,
}

impl Highlighting {
    /// Starts with these words; those before are highlighted no longer. `matches` says
    /// how each point matches.
    pub(super) fn start(terms: Vec<SearchTerm>, matches: Vec<PointMatch>) -> Option<Self> {
        let marks = Marks::default();
        marks.show();
        (!terms.is_empty()).then(|| Self {
            terms,
            matches: matches.into_iter().enumerate(),
            marks,
        })
    }

    /// Highlights in the next points until the budget is spent. Whether some are left.
    pub(super) fn advance(&mut self, points: &[PointElement], until: f64) -> bool {
        while let Some((at, matched)) = self.matches.next() {
            if let Some(point) = points.get(at).filter(|_| matched.stays) {
                self.mark(point, &matched);
                if js_sys::Date::now() > until {
                    break;
                }
            }
        }
        self.marks.show();
        self.matches.len() > 0
    }

    fn mark(&self, point: &PointElement, matched: &PointMatch) {
        for (statement, matched) in point.statements.iter().zip(&matched.statements) {
            if *matched != Match::No
                && let Some(element) = &statement.element
            {
                for parts in [VISIBLE_TEXTS, SOURCING_TEXTS] {
                    self.marks.add(element, parts, &self.terms);
                }
            }
        }
        if let Some(element) = &point.element {
            self.marks.add(element, POINT_TEXTS, &self.terms);
        }
    }
}
