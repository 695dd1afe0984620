//! Normalizes the order and spacing of quotation marks, punctuation, dashes and
//! ellipses.

use super::normal::is_word_char;

/// Whether a quotation mark is single, and whether it opens (`None`: unknown).
pub(super) type Facing = (bool, Option<bool>);

/// Returns the text, and the direction of each quotation mark.
pub(super) fn normalize_spacing(chars: &[char]) -> (String, Vec<Facing>) {
    let mut writer = Writer {
        chars,
        at: 0,
        out: String::with_capacity(chars.len()),
        facing: Vec::new(),
    };
    while writer.at < chars.len() {
        writer.step();
    }
    (writer.out, writer.facing)
}

struct Writer<'a> {
    chars: &'a [char],
    at: usize,
    out: String,
    facing: Vec<Facing>,
}

impl Writer<'_> {
    fn step(&mut self) {
        let at = self.at;
        let c = self.chars[at];
        let next = self.chars.get(at + 1).copied();
        let alone = self.follows_space() && next.is_none_or(|c| c == ' ');
        if self.is_quotation_mark(at) {
            self.quotation_marks();
        } else if c == ' ' {
            self.space();
        } else if c == '-' && alone {
            self.push('–');
        } else if c == '.' && self.four_dots() {
            // `four_dots` advanced `self.at`.
        } else if let Some(length) = self.ellipsis_length() {
            self.push_ellipsis();
            self.at += length;
        } else {
            self.push(c);
        }
    }

    fn push(&mut self, c: char) {
        self.out.push(c);
        self.at += 1;
    }

    fn follows_space(&self) -> bool {
        self.at == 0 || self.chars[self.at - 1] == ' '
    }

    /// Whether the character at `at` is a quotation mark rather than an apostrophe.
    fn is_quotation_mark(&self, at: usize) -> bool {
        match self.chars.get(at) {
            Some('"') => true,
            Some('\'') => {
                let before = at.checked_sub(1).map(|before| self.chars[before]);
                let after = self.chars.get(at + 1);
                !(before.is_some_and(is_word_char) && after.copied().is_some_and(is_word_char))
            }
            _ => false,
        }
    }

    /// Writes a space, unless closing punctuation follows.
    fn space(&mut self) {
        self.at += 1;
        let next = self.chars.get(self.at).copied();
        let after = self.chars.get(self.at + 1).copied();
        let closing = next
            .is_some_and(|c| matches!(c, ',' | '.' | ';' | ':' | '?' | '!' | '%' | '‰'))
            && !after.is_some_and(is_word_char);
        if self.out.ends_with(' ') || closing {
            return;
        }
        self.out.push(' ');
    }

    /// Writes adjacent quotation marks, each with a space on either side. A comma or
    /// full stop after them moves before them.
    fn quotation_marks(&mut self) {
        let from = self.at;
        let mut found = Vec::new();
        let mut until = from;
        while self.is_quotation_mark(until) {
            let doubled = self.chars[until] == '\'' && self.chars.get(until + 1) == Some(&'\'');
            found.push(self.chars[until] == '\'' && !doubled);
            until += if doubled { 2 } else { 1 };
        }
        let opens = self.opens(from, until);
        let blanks = self.chars[until..].iter().take_while(|c| **c == ' ');
        let behind = until + blanks.count();
        let punctuation = self.chars.get(behind).copied();
        let after = self.chars.get(behind + 1).copied();
        let words = self.out.trim_end_matches(['"', ' ']).len();
        let goes_before = matches!(punctuation, Some(',' | '.'))
            && !after.is_some_and(|c| is_word_char(c) || c == '.')
            && opens != Some(true)
            && self.out[..words].ends_with(|c: char| is_word_char(c) || c == ')');
        if goes_before {
            let marks = self.out.split_off(words);
            self.out.extend(punctuation);
            self.out.push_str(&marks);
            until = behind + 1;
        }
        for single in found {
            if !self.out.ends_with(' ') {
                self.out.push(' ');
            }
            self.out.push_str("\" ");
            self.facing.push((single, opens));
        }
        self.at = until;
    }

    /// Whether the quotation marks in a range open, judged by the adjacent
    /// characters.
    fn opens(&self, from: usize, until: usize) -> Option<bool> {
        let before = from.checked_sub(1).map(|at| self.chars[at]);
        let after = self.chars.get(until).copied();
        let begins = before.is_none_or(|c| matches!(c, ' ' | '(' | '[' | '–' | '…' | '/'));
        let ends = after.is_none_or(|c| {
            matches!(
                c,
                ' ' | ')' | ']' | '–' | '…' | '/' | '.' | ',' | ';' | ':' | '?' | '!'
            )
        });
        match (begins, ends) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }

    /// Writes a full stop and an ellipsis if there are four dots here.
    fn four_dots(&mut self) -> bool {
        let mut dots = 0;
        let mut end = self.at;
        for (index, c) in self.chars[self.at..].iter().enumerate() {
            match c {
                '.' => {
                    dots += 1;
                    end = self.at + index + 1;
                }
                ' ' => {}
                _ => break,
            }
        }
        if dots != 4 {
            return false;
        }
        self.out.push_str(". ");
        self.push_ellipsis();
        self.at = end;
        true
    }

    /// The length of the ellipsis here, with or without brackets.
    fn ellipsis_length(&self) -> Option<usize> {
        match self.chars[self.at..] {
            ['…', ..] => Some(1),
            ['[', ' ', '…', ' ', ']', ..] | ['(', ' ', '…', ' ', ')', ..] => Some(5),
            _ => None,
        }
    }

    /// Writes an ellipsis, unless one was just written.
    fn push_ellipsis(&mut self) {
        if !self.out.trim_end().ends_with('…') {
            self.out.push_str(" … ");
        }
    }
}
