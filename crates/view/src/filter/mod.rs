//! What of a dispute is on show, and which side comes first: the part of an
//! address after the question mark that a reader can send.

mod fold;
mod letters;
mod parameters;
mod phrase;
mod query;
mod search_term;

pub use fold::{Folded, fold};
pub use letters::Decompose;
pub use query::{FilterQuery, SideFilter, WordingFilter};
pub use search_term::{SearchTerm, search_terms};
