//! The query of a URL, which a reader can share: which statements of a dispute are
//! shown, and which side is first.

mod char_classes;
mod choices;
mod fold;
mod ledger_filter;
pub(crate) mod parameters;
mod phrase;
mod query;
mod search_term;
mod side_filter;
mod wording_filter;

pub use char_classes::Decompose;
pub use choices::{Choice, Choices};
pub use fold::{Folded, fold};
pub use ledger_filter::{LedgerFilter, Match, PointMatch, PointTexts, StatementTexts};
pub use query::FilterQuery;
pub(crate) use query::update_id;
pub use search_term::{SearchTerm, search_terms};
pub use side_filter::SideFilter;
pub use wording_filter::WordingFilter;
