//! The rule on fields: the keys that are needed, with values of their kind.

mod documents;
mod head;
mod languages;
mod sources;
mod speakers;

use crate::read::problem::Problems;
use crate::read::raw::RawLibrary;

pub(super) fn fields(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        head::check_sides(dispute, problems);
        head::check_short_title(dispute, problems);
        for source in &dispute.sources {
            sources::check_link(source, problems);
            sources::check_headline(source, problems);
        }
        languages::check_languages(dispute, problems);
        for speaker in &dispute.speakers {
            speakers::check_names(speaker, problems);
        }
        for document in &dispute.documents {
            documents::check_status(document, problems);
        }
    }
}
