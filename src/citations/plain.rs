//! A citation as a sentence.

use super::{Citation, names};
use crate::words::Words;

pub(super) fn write(words: &Words, citation: &Citation) -> String {
    let Citation {
        authors,
        title,
        from,
        address,
        ..
    } = citation;
    let author = names(words, authors);
    let day = (words.date)(citation.date);
    let seen_in = citation
        .seen_in
        .as_ref()
        .map_or(String::new(), |seen_in| format!(" {seen_in}."));
    // A question or a sentence brings its own mark.
    let stop = if title.ends_with(['.', '?', '!', '”', '…']) {
        ""
    } else {
        "."
    };
    format!("{author}, {day}: {title}{stop}{seen_in} {from}. {address}")
}
