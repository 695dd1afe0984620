//! What of a dispute is on show, and which side comes first: the part of an
//! address after the question mark that a reader can send.

mod matching;
mod query;

pub(crate) use matching::{Index, Matched, fold, fold_into, needles, outlets};
pub(crate) use query::{Handed, Showing, Speaks};
