//! Finds ids in addresses that were changed on their way: encoded, wrapped, put in
//! quotation marks, or followed by text that a program appended. An id has only
//! the letters `a` to `z`, digits and hyphens; everything else is a separator.

use says_who_model::Id;

use crate::decode::decode;
use crate::substring::replace;

/// The text between two delimiters of an address (`/`, `?`, `#`, `&`, `;`): an id,
/// with whatever was added around or inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The delimiter before it; a slash before the first.
    pub(crate) delimiter: char,
    /// Whether it is a parameter, like `utm_source=mail`.
    pub is_parameter: bool,
    /// Whether it has letters of other scripts: a name, not just punctuation.
    pub(crate) has_other_letters: bool,
    words: Vec<Word>,
    /// What has been read since the last word.
    gap: Gap,
}

/// A run of characters that an id can have.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// What separates it from the word before.
    gap: Gap,
    text: String,
}

/// What separates two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    None,
    /// A line break that a program inserted, or invisible characters.
    Soft,
    /// A character that looks like a hyphen.
    Dash,
    /// Underscores: most programs take both sides for one word.
    Underscore,
    /// Anything else.
    Hard,
}

impl Segment {
    fn after(delimiter: char) -> Self {
        Self {
            delimiter,
            is_parameter: false,
            has_other_letters: false,
            words: Vec::new(),
            gap: Gap::None,
        }
    }

    fn push(&mut self, c: char, after_equals: bool) {
        self.is_parameter |= after_equals;
        let is_hyphen = c == '-';
        if c.is_ascii_lowercase() || c.is_ascii_digit() || is_hyphen {
            let open = self.words.last_mut().filter(|_| self.gap == Gap::None);
            match open {
                // Two hyphens are a dash: no id has two in a row.
                Some(word) if is_hyphen && word.text.ends_with('-') => {
                    word.text.pop();
                    self.gap = Gap::Dash;
                }
                Some(word) => word.text.push(c),
                None if is_hyphen && self.gap == Gap::Dash => {}
                None => {
                    let text = c.to_string();
                    self.words.push(Word {
                        gap: self.gap,
                        text,
                    });
                    self.gap = Gap::None;
                }
            }
            return;
        }
        self.has_other_letters |= is_letter(c);
        let gap = match c {
            _ if is_dash(c) => Gap::Dash,
            // A mail program ends a line that it breaks with `=`.
            '=' | '\n' | '\r' => Gap::Soft,
            '_' => Gap::Underscore,
            _ if is_ignorable(c) => Gap::Soft,
            _ => Gap::Hard,
        };
        self.gap = match self.gap {
            Gap::None => gap,
            before if before == gap => gap,
            _ => Gap::Hard,
        };
    }

    /// The id that the segment spells, whether it exists or not; empty if it has
    /// none.
    pub fn name(&self) -> String {
        let rest = self.words.iter().skip(1);
        let more = rest.take_while(|word| matches!(word.gap, Gap::Soft | Gap::Dash));
        self.joined(1 + more.count(), None)
    }

    /// The known id that the segment names.
    ///
    /// Tries to join several words before it drops any, because text after an id
    /// hardly ever turns it into another id. Inserts hyphens only if nothing else
    /// matches.
    pub fn find_known(&self, is_known: &dyn Fn(&str) -> bool) -> Option<String> {
        let most = self.max_words();
        let broken = (2..=most)
            .rev()
            .flat_map(|count| [None, Some("")].map(|separator| self.joined(count, separator)));
        let hyphens = (2..=most).rev().map(|count| self.joined(count, Some("-")));
        broken
            .chain([self.joined(1, None)])
            .chain(hyphens)
            .find(|id| !id.is_empty() && is_known(id))
    }

    /// The unknown id to show to the reader; `None` if the segment can't be an id,
    /// like `google_vignette` or `utm_source=mail`.
    pub fn unknown_id(&self) -> Option<Id> {
        let second = self.words.get(1);
        let is_longer = second.is_some_and(|word| word.gap == Gap::Underscore);
        let id = (!is_longer && !self.is_parameter).then(|| self.name().parse().ok());
        id.flatten()
    }

    /// Whether an underscore directly precedes the first word, as in the ids of a
    /// page's own sections.
    pub fn starts_with_underscore(&self) -> bool {
        let first = self.words.first();
        first.is_some_and(|word| word.gap == Gap::Underscore)
    }

    /// Whether it has no name of any kind.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && !self.has_other_letters
    }

    /// How many of the first words to try to join: up to twice the length of an id.
    fn max_words(&self) -> usize {
        let mut length = 0;
        let fits = |word: &&Word| {
            length += word.text.len();
            length <= 2 * Id::MAX_LENGTH
        };
        self.words.iter().take_while(fits).count()
    }

    /// The first `count` words, joined by `separator`. Without one, a dash between
    /// two words becomes a hyphen and any other gap nothing.
    fn joined(&self, count: usize, separator: Option<&str>) -> String {
        let mut id = String::new();
        for word in self.words.iter().take(count) {
            let from_gap = if word.gap == Gap::Dash { "-" } else { "" };
            id.push_str(separator.unwrap_or(from_gap));
            id.push_str(&word.text);
        }
        // A word may already have a hyphen at its edge.
        replace(&id, "--", "-").trim_matches('-').to_owned()
    }
}

/// Splits an address, or any text, into segments.
pub fn segments(text: &str) -> Vec<Segment> {
    let mut segments = vec![Segment::after('/')];
    let mut before = ' ';
    for c in decode(text).chars() {
        if matches!(c, '/' | '?' | '#' | '&' | ';') {
            segments.push(Segment::after(c));
        } else if let Some(segment) = segments.last_mut() {
            segment.push(c, before == '=' && !is_ignorable(c));
        }
        before = c;
    }
    segments
}

/// Characters that people and programs write for a hyphen, and the soft hyphen
/// that a program may leave where it breaks a word.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Spaces, controls and invisible characters.
pub(crate) fn is_ignorable(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{34f}'
                | '\u{61c}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Whether a character beyond ASCII is a letter of some script, roughly: blocks
/// of punctuation, pictures and invisible characters don't count.
fn is_letter(c: char) -> bool {
    !c.is_ascii()
        && !is_ignorable(c)
        && !is_dash(c)
        && matches!(
            c,
            '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{fdff}' | '\u{10000}'..='\u{1efff}' | '\u{20000}'..='\u{3ffff}'
        )
}
