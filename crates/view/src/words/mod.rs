//! All texts of the interface, in typed catalogues: a missing entry does not
//! compile. A dispute's own texts come from its data.

mod catalogue;
pub mod controls;
mod english;
mod phrases;
mod publisher;
mod sentence;
mod titles;

pub use catalogue::Words;
pub use english::ENGLISH;
pub use publisher::{OwnMedium, StatementPublisher};
pub(crate) use sentence::mid_sentence;
pub use sentence::{SplitSentence, capitalized};
