//! Checks the language tags of a dispute.

use oxilangtag::LanguageTag;

use crate::read::problem::Problems;
use crate::read::raw::RawDispute;
use crate::read::rules::date_words::whens;
use crate::read::rules::marks_and_links::wordings;

pub(super) fn check_languages(dispute: &RawDispute, problems: &mut Problems) {
    let languages = wordings(dispute)
        .flat_map(|wording| [&wording.language, &wording.spoken_in])
        .chain(dispute.sources.iter().map(|source| &source.language))
        .chain(
            dispute
                .speakers
                .iter()
                .filter_map(|speaker| Some(&speaker.own_name.as_ref()?.language)),
        )
        .chain(whens(dispute).map(|when| &when.words_language))
        .chain([&dispute.head.language])
        .flatten();
    for tag in languages {
        if LanguageTag::parse(tag.value.as_str()).is_err() {
            problems.add(
                &tag.place,
                "fields",
                format!("`{}` is not a language tag", tag.value),
                "write the tag that HTML uses: `en`, `ru`, `uk`, `pt-BR`",
            );
        }
    }
}
