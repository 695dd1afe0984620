//! The query of a URL, which a reader can share: which statements of a dispute are
//! shown, and which side is first.

mod char_classes;
mod fold;
mod parameters;
mod phrase;
mod query;
mod search_term;

pub use char_classes::Decompose;
pub use fold::{Folded, fold};
pub use query::{FilterQuery, SideFilter, WordingFilter};
pub use search_term::{SearchTerm, search_terms};
