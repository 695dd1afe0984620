//! A citation as a sentence.

use super::Citation;
use crate::direction::isolated_in_english;
use crate::words::Words;

pub(super) fn write(words: &Words, citation: &Citation) -> String {
    let author = isolated_in_english(&citation.author_line);
    let title = isolated_in_english(&citation.title);
    let from = &citation.from;
    let day = (words.when)(&citation.date);
    // A question or a sentence has its own punctuation.
    let stop = if citation.title.ends_with(['.', '?', '!', '”', '…']) {
        ""
    } else {
        "."
    };
    let mut sentence = format!("{author}, {day}: {title}{stop}");
    if let Some(container) = &citation.container_in_sentence {
        sentence.push_str(&format!(" {container}."));
    }
    if let Some(day) = citation.accessed {
        sentence.push_str(&format!(" {}", (words.read_on_day)(&(words.date)(day))));
    }
    sentence.push_str(&format!(" {from}."));
    if let Some(address) = &citation.address {
        sentence.push_str(&format!(" {address}"));
    }
    sentence
}
