//! Reports a quotation that its source's text does not have.

use super::PreparedText;
use crate::read::problem::{Place, Problems};
use crate::read::quotation_match::{MAX_LEFT_OUT_WORDS, nearest_passage, normal_form};
use crate::read::quotations::RULE;

pub(super) fn report_not_found(
    problems: &mut Problems,
    place: &Place,
    source: &str,
    words: &str,
    text: &PreparedText,
) {
    let words = normal_form(words);
    let parts = words.split('…').map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let stands = |part: &&str| text.text.find(part, false).is_some();
    let help = if parts.len() > 1 && parts.iter().all(stands) {
        format!(
            "each part stands there, but not in this order, or not within one paragraph, one quotation and {MAX_LEFT_OUT_WORDS} words: quote them apart, each between marks of its own"
        )
    } else if let Some(difference) = nearest_passage(&words, &text.form) {
        format!(
            "the closest passage, with [-your words-] and {{+the source’s+}}: {difference}; correct the quotation, or say why it can't be verified: `not-verified = \"…\"`"
        )
    } else {
        "the text has nothing similar; check that the chain names the right source, or say why it can't be verified: `not-verified = \"…\"`".to_owned()
    };
    problems.add(
        place,
        RULE,
        format!("“{words}” is not in the text of `{source}`"),
        help,
    );
}
