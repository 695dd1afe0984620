//! The fingerprint of an item: a digest of everything that a reader of it sees.
//!
//! It has to stay the same as long as the item says the same, whatever happens to
//! this code. Therefore it hashes named values that are written out here, not the
//! layout of a type, and an absent value adds nothing. An item's own id is not
//! included, because renaming is not a change.

mod absences;
mod chains;
mod dates;
mod documents;
mod events;
mod head_texts;
mod open_questions;
mod points;
mod sources;
mod speakers;
mod statements;
mod wordings;

use sha2::{Digest, Sha256};

use crate::{Dispute, Fingerprint, HeadText, Item};

/// The current fingerprint of `item`.
pub(super) fn of_item(dispute: &Dispute, item: &Item<'_>) -> Fingerprint {
    let mut hasher = ItemHasher {
        dispute,
        hash: Sha256::new(),
    };
    match *item {
        Item::Point(point) => hasher.point(point),
        Item::Statement(place) => hasher.statement(place.statement),
        Item::Absence(place) => {
            hasher.field("side", &dispute.sides.get(place.side).name);
            hasher.absence(place.absence);
        }
        Item::Document(document) => hasher.document(document),
        Item::Event(event) => hasher.event(event),
        Item::OpenQuestion(open) => hasher.open_question(open),
        Item::Source(source) => hasher.source(source),
        Item::Speaker(speaker) => hasher.speaker_item(speaker),
    }
    finish(hasher.hash)
}

/// The fingerprint of a dispute-level text that was removed.
pub(super) fn of_removed_text() -> Fingerprint {
    finish(Sha256::new())
}

/// The current fingerprint of a dispute-level text; `None` if the dispute has none.
pub(super) fn of_head_text(dispute: &Dispute, text: HeadText) -> Option<Fingerprint> {
    let mut hasher = ItemHasher {
        dispute,
        hash: Sha256::new(),
    };
    hasher.head(text).then(|| finish(hasher.hash))
}

fn finish(hash: Sha256) -> Fingerprint {
    let digest = hash.finalize();
    let mut bytes = [0; 5];
    bytes.copy_from_slice(&digest[..5]);
    Fingerprint(bytes)
}

struct ItemHasher<'a> {
    dispute: &'a Dispute,
    hash: Sha256,
}

impl ItemHasher<'_> {
    /// Hashes one named value. The length prefixes keep adjacent values from running
    /// into each other.
    fn field(&mut self, name: &str, value: &str) {
        for part in [name, value] {
            self.hash.update((part.len() as u64).to_be_bytes());
            self.hash.update(part);
        }
    }

    /// Hashes several texts under one name. Returns false if there are none.
    fn repeated_field<'t>(
        &mut self,
        name: &str,
        texts: impl IntoIterator<Item = &'t String>,
    ) -> bool {
        let mut any = false;
        for text in texts {
            self.field(name, text);
            any = true;
        }
        any
    }

    fn optional_field(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }
}
