//! What of a dispute is on show, and which side comes first: the part of an
//! address after the question mark that a reader can send.

mod fold;
mod letters;
mod needle;
mod phrase;
mod query;
mod settings;

pub(crate) use fold::fold;
pub(crate) use needle::{Needle, needles};
pub(crate) use query::{Handed, Showing, Speaks};
