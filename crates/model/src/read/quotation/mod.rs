//! The rule by which a quotation counts as found in a text. All of it stands
//! here, and `docs/quotations.md` says it in words: the form in which the two
//! are compared, where a quotation stands, what a cut is, and what the lock
//! records of it.
//!
//! Nothing here reads a file or knows a dispute's data: quotations and texts go
//! in, places come out.

mod cut;
mod edges;
mod first;
mod found;
pub(super) mod lock;
mod near;
mod negation;
mod normal;
mod notes;
mod printed;
mod sentences;
mod spaced;
mod speaker;
mod text;

pub use cut::{EdgeCut, EdgeCuts};
pub use found::{Found, Gap, MOST_LEFT_OUT};
pub(super) use near::nearest_passage;
pub use negation::negations;
pub(super) use normal::VERSION;
pub use normal::normal_form;
pub(super) use sentences::sha256;
pub use sentences::{Sentence, sentences};
pub use text::SearchedText;
