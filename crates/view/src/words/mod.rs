//! All texts of the interface, in typed catalogues: a missing entry does not
//! compile. A dispute's own texts come from its data.

mod app_words;
mod catalogue;
mod chain;
mod english;
mod items;
mod message;
mod phrases;
mod publisher;
mod sentence;
mod speakers;
mod titles;
mod voices;

pub use app_words::AppWords;
pub use catalogue::Words;
pub use chain::{begins_sentence, mark_before};
pub use english::ENGLISH;
pub use items::ItemWords;
pub use message::Message;
pub use publisher::{OwnMedium, StatementPublisher};
pub(crate) use sentence::mid_sentence;
pub use sentence::{SplitSentence, capitalized};
pub use speakers::SpeakerWords;
pub use titles::quoted_headline;
pub use voices::VoiceWords;
