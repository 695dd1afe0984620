//! The rule that decides whether a quotation is found in a text, complete in this
//! module and described in `docs/quotations.md`: the normal form in which they are
//! compared, how a quotation is located, what a cut is, and what the lock file
//! records.
//!
//! Nothing here reads files or knows the data of a dispute: quotations and texts
//! go in, matches come out.

mod cut;
mod expand;
mod find;
mod first_form;
pub(super) mod lock;
mod nearest_passage;
mod negation;
mod normal;
mod notes;
mod scripts;
mod searched_text;
mod sentences;
mod spacing;
mod speaker;
mod word_boundary;

pub use cut::{EdgeCut, EdgeCuts};
pub use find::{Found, Gap, MAX_LEFT_OUT_WORDS};
pub(super) use nearest_passage::nearest_passage;
pub use negation::negations;
pub(super) use normal::VERSION;
pub use normal::normal_form;
pub use searched_text::SearchedText;
pub(super) use sentences::sha256;
pub use sentences::{Sentence, sentences};
