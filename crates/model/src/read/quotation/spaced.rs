//! Quotation marks, punctuation, dashes and ellipses in the places and with the
//! blanks that the normal form gives them.

use super::normal::is_part;

/// Whether a mark is single, and whether it opens.
pub(super) type Facing = (bool, Option<bool>);

/// The text, and how its quotation marks face.
pub(super) fn spaced(chars: &[char]) -> (String, Vec<Facing>) {
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
        let alone = self.blank_before() && next.is_none_or(|c| c == ' ');
        if self.is_mark(at) {
            self.marks();
        } else if c == ' ' {
            self.blank();
        } else if c == '-' && alone {
            self.put('–');
        } else if c == '.' && self.four_dots() {
            // It moved on.
        } else if let Some(length) = self.omission() {
            self.ellipsis();
            self.at += length;
        } else {
            self.put(c);
        }
    }

    fn put(&mut self, c: char) {
        self.out.push(c);
        self.at += 1;
    }

    fn blank_before(&self) -> bool {
        self.at == 0 || self.chars[self.at - 1] == ' '
    }

    /// Whether a quotation mark stands at `at`, and no apostrophe.
    fn is_mark(&self, at: usize) -> bool {
        match self.chars.get(at) {
            Some('"') => true,
            Some('\'') => {
                let before = at.checked_sub(1).map(|before| self.chars[before]);
                let after = self.chars.get(at + 1);
                !(before.is_some_and(is_part) && after.copied().is_some_and(is_part))
            }
            _ => false,
        }
    }

    /// A blank, left out before the punctuation that closes.
    fn blank(&mut self) {
        self.at += 1;
        let next = self.chars.get(self.at).copied();
        let after = self.chars.get(self.at + 1).copied();
        let closing = next
            .is_some_and(|c| matches!(c, ',' | '.' | ';' | ':' | '?' | '!' | '%' | '‰'))
            && !after.is_some_and(is_part);
        if self.out.ends_with(' ') || closing {
            return;
        }
        self.out.push(' ');
    }

    /// Quotation marks next to one another, each with a blank on either side; a
    /// comma or full stop behind them goes before them.
    fn marks(&mut self) {
        let from = self.at;
        let mut found = Vec::new();
        let mut until = from;
        while self.is_mark(until) {
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
            && !after.is_some_and(|c| is_part(c) || c == '.')
            && opens != Some(true)
            && self.out[..words].ends_with(|c: char| is_part(c) || c == ')');
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

    /// Which way the marks between two places face, by what stands beside them.
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

    /// A full stop and an ellipsis, where four dots stand here.
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
        self.ellipsis();
        self.at = end;
        true
    }

    /// How long a mark of omission is that stands here.
    fn omission(&self) -> Option<usize> {
        match self.chars[self.at..] {
            ['…', ..] => Some(1),
            ['[', ' ', '…', ' ', ']', ..] | ['(', ' ', '…', ' ', ')', ..] => Some(5),
            _ => None,
        }
    }

    /// One ellipsis, however many follow one another.
    fn ellipsis(&mut self) {
        if !self.out.trim_end().ends_with('…') {
            self.out.push_str(" … ");
        }
    }
}
