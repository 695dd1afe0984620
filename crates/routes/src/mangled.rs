//! Ids in addresses as they arrive: encoded, wrapped, in quotation marks, with
//! what a program put behind them. An id has nothing but the letters `a` to `z`,
//! digits and hyphens; all else only separates.

use says_who_model::Id;

use crate::decode::decode;
use crate::search::replace;

/// What stands between two of the marks that divide an address: an id, with
/// whatever came to stand around it and in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The mark before it; a slash before the first.
    pub(crate) mark: char,
    /// Whether it is like `utm_source=mail`.
    pub is_setting: bool,
    /// Whether it has letters of other scripts: somebody's words, not marks.
    pub(crate) is_foreign: bool,
    words: Vec<Word>,
    gap: Gap,
}

/// A run of what can stand in an id.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// What stands before it.
    gap: Gap,
    text: String,
}

/// What separates two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    None,
    /// What a program puts where it breaks a line, or what nobody sees.
    Soft,
    /// What looks like a hyphen.
    Dash,
    /// Underscores: one word for most programs.
    Underscore,
    /// Anything else.
    Hard,
}

impl Part {
    fn after(mark: char) -> Self {
        Self {
            mark,
            is_setting: false,
            is_foreign: false,
            words: Vec::new(),
            gap: Gap::None,
        }
    }

    fn push(&mut self, c: char, after_equals: bool) {
        self.is_setting |= after_equals;
        let is_hyphen = c == '-';
        if c.is_ascii_lowercase() || c.is_ascii_digit() || is_hyphen {
            let open = self.words.last_mut().filter(|_| self.gap == Gap::None);
            match open {
                // Two hyphens are a dash: no id has them.
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
        self.is_foreign |= is_letter(c);
        let gap = match c {
            _ if is_dash(c) => Gap::Dash,
            // The last of a line, where a mail breaks one.
            '=' | '\n' | '\r' => Gap::Soft,
            '_' => Gap::Underscore,
            _ if is_soft(c) => Gap::Soft,
            _ => Gap::Hard,
        };
        self.gap = match self.gap {
            Gap::None => gap,
            before if before == gap => gap,
            _ => Gap::Hard,
        };
    }

    /// The id that the part has by its form alone, right or not; nothing where it
    /// has none.
    pub fn name(&self) -> String {
        let rest = self.words.iter().skip(1);
        let more = rest.take_while(|word| matches!(word.gap, Gap::Soft | Gap::Dash));
        self.joined(1 + more.count(), None)
    }

    /// The id that the part names among those that are known.
    ///
    /// What is broken is put together before anything is cut off, because what
    /// follows an id hardly ever makes another one of it. Hyphens are only put
    /// in where nothing else helps.
    pub fn find(&self, is_known: &dyn Fn(&str) -> bool) -> Option<String> {
        let most = self.words_of_an_id();
        let broken = (2..=most)
            .rev()
            .flat_map(|count| [None, Some("")].map(|joint| self.joined(count, joint)));
        let hyphens = (2..=most).rev().map(|count| self.joined(count, Some("-")));
        broken
            .chain([self.joined(1, None)])
            .chain(hyphens)
            .find(|id| !id.is_empty() && is_known(id))
    }

    /// The id to tell a reader of where none is known: nothing where it could not
    /// be one, like `google_vignette` or `utm_source=mail`.
    pub fn unknown(&self) -> Option<Id> {
        let second = self.words.get(1);
        let is_longer = second.is_some_and(|word| word.gap == Gap::Underscore);
        let id = (!is_longer && !self.is_setting).then(|| self.name().parse().ok());
        id.flatten()
    }

    /// Whether there is an underscore right before the first word, as in the ids
    /// of a page's own sections.
    pub fn is_own(&self) -> bool {
        let first = self.words.first();
        first.is_some_and(|word| word.gap == Gap::Underscore)
    }

    /// Whether nothing in it could be meant.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && !self.is_foreign
    }

    /// How many of the first words fit into an id.
    fn words_of_an_id(&self) -> usize {
        let mut length = 0;
        let fits = |word: &&Word| {
            length += word.text.len();
            length <= 2 * Id::MAX_LENGTH
        };
        self.words.iter().take_while(fits).count()
    }

    /// The first words as one, joined by `joint`; by what their gaps stand for
    /// where there is none.
    fn joined(&self, count: usize, joint: Option<&str>) -> String {
        let mut id = String::new();
        for word in self.words.iter().take(count) {
            let own = if word.gap == Gap::Dash { "-" } else { "" };
            id.push_str(joint.unwrap_or(own));
            id.push_str(&word.text);
        }
        // A word may bring its own hyphen.
        replace(&id, "--", "-").trim_matches('-').to_owned()
    }
}

/// The parts of an address, or of any text.
pub fn parts(text: &str) -> Vec<Part> {
    let mut parts = vec![Part::after('/')];
    let mut before = ' ';
    for c in decode(text).chars() {
        if matches!(c, '/' | '?' | '#' | '&' | ';') {
            parts.push(Part::after(c));
        } else if let Some(part) = parts.last_mut() {
            part.push(c, before == '=' && !is_soft(c));
        }
        before = c;
    }
    parts
}

/// What is written for a hyphen, and the hyphen that a program may leave where
/// it breaks a word.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Spaces, and what nobody sees.
pub(crate) fn is_soft(c: char) -> bool {
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
/// of punctuation, of pictures and of what nobody sees are none.
fn is_letter(c: char) -> bool {
    !c.is_ascii()
        && !is_soft(c)
        && !is_dash(c)
        && matches!(
            c,
            '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{fdff}' | '\u{10000}'..='\u{1efff}' | '\u{20000}'..='\u{3ffff}'
        )
}
