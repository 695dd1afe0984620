//! Detects garbled text (mojibake): text that some program decoded with the wrong
//! encoding, such as UTF-8 read as Windows-1252, `â€œ` in place of `“`.

mod code_pages;
mod east_asian;
mod misread_utf8;

use code_pages::CODE_PAGES;
use east_asian::east_asian_garbling;
use misread_utf8::try_code_page;

/// A garbled part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Garbled {
    /// The first characters of the garbled part.
    pub seen: String,
    /// What they were before.
    pub meant: String,
    /// The encoding that was wrongly used to read UTF-8.
    pub read_as: &'static str,
    /// Whether that is an encoding of Windows consoles.
    pub through_a_console: bool,
}

/// How many characters are shown: a mark, or a word or two.
const SHOWN: usize = 24;

/// Finds the first garbled part of a text. Ordinary words in any script that happen
/// to contain such character sequences don't count.
#[must_use]
pub fn garbled(text: &str) -> Option<Garbled> {
    // UTF-8 encodes non-ASCII characters in two bytes or more, so garbled text has
    // adjacent non-ASCII characters.
    let has_pair = || {
        let next = text.chars().skip(1);
        let mut pairs = text.chars().zip(next);
        pairs.any(|(one, other)| !one.is_ascii() && !other.is_ascii())
    };
    if text.is_ascii() {
        return None;
    }
    if !has_pair() {
        return east_asian_garbling(text);
    }
    // Take the encoding that leaves the fewest characters unexplained; among equals
    // the first, which is the most likely.
    let found = CODE_PAGES
        .iter()
        .filter_map(|page| try_code_page(page, text));
    found
        .min_by_key(|(strays, _)| *strays)
        .map(|(_, found)| found)
        .or_else(|| east_asian_garbling(text))
}

#[cfg(test)]
mod tests;
