//! All texts of the interface, in typed catalogues: a missing entry does not
//! compile. A dispute's own texts come from its data.

mod catalogue;
mod chain;
pub mod comparison;
pub mod controls;
mod english;
mod items;
mod phrases;
mod publisher;
mod sentence;
mod speakers;
mod titles;
mod voices;

pub use catalogue::Words;
pub use chain::{begins_sentence, mark_before};
pub use english::ENGLISH;
pub use items::ItemWords;
pub use publisher::{OwnMedium, StatementPublisher};
pub(crate) use sentence::mid_sentence;
pub use sentence::{SplitSentence, capitalized};
pub use speakers::SpeakerWords;
pub use titles::quoted_headline;
pub use voices::VoiceWords;
