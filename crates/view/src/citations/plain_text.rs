//! A citation as a sentence.

use super::Citation;
use crate::words::Words;

pub(super) fn write(words: &Words, citation: &Citation) -> String {
    let (author, title, from) = (&citation.author_line, &citation.title, &citation.from);
    let day = (words.date)(citation.date);
    // A question or a sentence has its own punctuation.
    let stop = if title.ends_with(['.', '?', '!', '”', '…']) {
        ""
    } else {
        "."
    };
    let mut sentence = format!("{author}, {day}: {title}{stop}");
    if let Some(container) = &citation.container {
        sentence.push_str(&format!(" {container}."));
    }
    sentence.push_str(&format!(" {from}."));
    if let Some(address) = &citation.address {
        sentence.push_str(&format!(" {address}"));
    }
    sentence
}
