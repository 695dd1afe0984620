//! Explains TOML syntax errors in plain words: typographic characters that look like
//! TOML syntax, and unresolved merge conflicts, are reported in place of the
//! parser's own message.

use super::characters::{describe_char, is_invisible};
use super::dates::MONTHS;
use super::look_alikes::ascii_look_alike;

/// A typing mistake, at a byte offset.
pub(super) struct Mistake {
    pub(super) offset: usize,
    pub(super) message: String,
    pub(super) help: String,
}

/// The typing mistakes in a text that is not TOML; empty if its errors are of another
/// kind. After a merge conflict, the marks of the conflict are the only mistake.
pub(super) fn mistakes(text: &str) -> Vec<Mistake> {
    match merge_conflict(text) {
        Some(conflict) => vec![conflict],
        None => unexpected_characters(text),
    }
}

/// What to do about an error of the parser; `rest` is the text from the error on.
pub(super) fn help(message: &str, rest: &str) -> &'static str {
    let value = rest.split([',', '\n', '}', ']']).next().unwrap_or_default();
    let is_day = |value: &str| {
        let mut parts = value.split(['/', '.']);
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        parts.clone().count() == 3 && parts.all(is_number)
    };
    let is_written_day = || {
        let words: Vec<String> = value.split_whitespace().map(str::to_lowercase).collect();
        let is_month = |word: &String| {
            let word = word.trim_end_matches('.');
            word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(word))
        };
        words.len() <= 3
            && words.iter().any(is_month)
            && words
                .iter()
                .any(|word| word.contains(|c: char| c.is_ascii_digit()))
    };
    match message {
        _ if is_day(value.trim()) || is_written_day() => {
            "write the day as year, month and day, like 2022-01-31, without quotation marks"
        }
        message if message.contains("invalid time") => {
            "write a time from 00:00 to 23:59, like 2022-01-31T22:30:00-05:00; midnight is 00:00 of the next day"
        }
        message if message.contains("invalid offset") => {
            "write the distance from UTC in hours and minutes, like 2022-01-31T22:30:00-05:00"
        }
        message if message.contains("date") => {
            "write a day that the calendar has, like 2022-01-31, without quotation marks"
        }
        message
            if message.contains("string values must be quoted")
                && value.starts_with(char::is_alphabetic) =>
        {
            "put the text between quotation marks, as in `question = \"Who pays?\"`"
        }
        message if message.contains("duplicate") => "delete one of the two, or rename it",
        _ => "look for a missing quotation mark, bracket or equals sign here or on the line before",
    }
}

/// Finds a merge conflict marker.
fn merge_conflict(text: &str) -> Option<Mistake> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let marks = ["<<<<<<< ", ">>>>>>> ", "||||||| "];
        if marks.iter().any(|mark| line.starts_with(mark)) {
            return Some(Mistake {
                offset,
                message: "unresolved merge conflict".to_owned(),
                help: "keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>".to_owned(),
            });
        }
        offset += line.len();
    }
    None
}

/// Finds the characters outside strings and comments that TOML does not allow there,
/// the first of each line.
fn unexpected_characters(text: &str) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let mut rest = text;
    let offset_of = |rest: &str| text.len() - rest.len();
    let line_end = |rest: &str| rest.find('\n').unwrap_or(rest.len());
    while let Some(c) = rest.chars().next() {
        if c == '#' {
            rest = &rest[line_end(rest)..];
        } else if let Some((inside, behind)) = string_at_start(rest) {
            match behind {
                Some(behind) => rest = behind,
                None => {
                    mistakes.extend(unclosed(inside, offset_of(rest)));
                    rest = &rest[line_end(rest)..];
                }
            }
        } else if c.is_ascii() && (!c.is_control() || matches!(c, '\n' | '\t' | '\r')) {
            rest = &rest[1..];
        } else {
            mistakes.push(character_mistake(c, offset_of(rest)));
            rest = &rest[line_end(rest)..];
        }
    }
    mistakes
}

/// The string literal at the start of `rest`: its content, and the rest after it,
/// which is `None` if the literal is not closed.
fn string_at_start(rest: &str) -> Option<(&str, Option<&str>)> {
    let mark = ["\"\"\"", "'''", "\"", "'"]
        .into_iter()
        .find(|mark| rest.starts_with(mark))?;
    let body = &rest[mark.len()..];
    let escapes = mark.starts_with('"');
    let mut from = 0;
    while let Some(c) = body[from..].chars().next() {
        if escapes && c == '\\' {
            let next = body[from + 1..].chars().next();
            from += 1 + next.map_or(0, char::len_utf8);
        } else if body[from..].starts_with(mark) {
            return Some((&body[..from], Some(&body[from + mark.len()..])));
        } else if c == '\n' && mark.len() == 1 {
            return Some((&body[..from], None));
        } else {
            from += c.len_utf8();
        }
    }
    Some((body, None))
}

/// Explains an unclosed string that has a typographic quotation mark where the
/// closing one should be.
fn unclosed(inside: &str, start: usize) -> Option<Mistake> {
    if inside.contains('\n') {
        return None;
    }
    let (at, c) = inside.char_indices().rev().find(|(_, c)| {
        !c.is_ascii() && matches!(ascii_look_alike(*c).as_deref(), Some("\"" | "'"))
    })?;
    Some(character_mistake(c, start + 1 + at))
}

fn character_mistake(c: char, offset: usize) -> Mistake {
    let help = match ascii_look_alike(c).as_deref() {
        Some("\"") => "type `\"` instead, here and wherever a mark of this kind begins or ends a text; inside a text it may stay".to_owned(),
        Some(meant) if meant.chars().all(char::is_alphabetic) => {
            format!("type `{meant}` instead; keys are of the letters a to z")
        }
        Some(meant) => format!("type `{meant}` instead"),
        None if c.is_whitespace() => "type an ordinary blank instead".to_owned(),
        None if is_invisible(c) => "delete it".to_owned(),
        None => "put it into quotation marks if it is part of a text, or delete it".to_owned(),
    };
    Mistake {
        offset,
        message: format!(
            "this is not TOML: unexpected {} outside a string",
            describe_char(c)
        ),
        help,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mistake, mistakes};

    fn first(text: &str) -> Option<Mistake> {
        mistakes(text).into_iter().next()
    }

    #[test]
    fn every_line_with_a_mistake_is_reported() {
        let text = "a = “b”\nc = \"d\"\ne = “f”\ng = \"h”\n";
        let offsets: Vec<usize> = mistakes(text).iter().map(|one| one.offset).collect();
        let expected = ["“b", "“f", "”\n"].map(|at| text.rfind(at).unwrap_or_default());
        assert_eq!(offsets, expected);
    }

    #[test]
    fn the_character_is_named_where_it_stands() {
        for (text, at, code, help) in [
            ("a = “b”\n", "“", "U+201C", "type `\"`"),
            ("a = \"b”\nc = 1\n", "”", "U+201D", "type `\"`"),
            ("a = ‘b’", "‘", "U+2018", "type `'`"),
            ("a = 'b’", "’", "U+2019", "type `'`"),
            ("a\u{a0}= 1", "\u{a0}", "U+00A0", "ordinary blank"),
            ("a =\u{3000}1", "\u{3000}", "U+3000", "ordinary blank"),
            ("a \u{200b}= 1", "\u{200b}", "U+200B", "delete it"),
            ("a = 1\n\u{feff}b = 2", "\u{feff}", "U+FEFF", "delete it"),
            ("a ＝ 1", "＝", "U+FF1D", "type `=`"),
            ("［［side］］", "［", "U+FF3B", "type `[`"),
            ("a = [1， 2]", "，", "U+FF0C", "type `,`"),
            ("a = 2022–01–31", "–", "U+2013", "type `-`"),
            ("as—of = 1", "—", "U+2014", "type `-`"),
            ("spеaker = \"x\"", "е", "U+0435", "type `e`"),
            ("a = 1２", "２", "U+FF12", "type `2`"),
            ("# “c”\nd = \"“e”\" # “\nf = «g»", "«", "U+00AB", "type `\""),
            ("жук = 1", "ж", "U+0436", "quotation marks"),
        ] {
            let mistake = first(text).unwrap_or_else(|| panic!("{text}"));
            assert!(text[mistake.offset..].starts_with(at), "{text}");
            assert!(mistake.message.contains(code), "{}", mistake.message);
            assert!(mistake.help.contains(help), "{}", mistake.help);
        }
        let merge = first("a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> x\n");
        assert!(merge.is_some_and(|merge| merge.offset == 6));
    }

    #[test]
    fn texts_and_comments_may_hold_any() {
        let text = "# “”\na = \"“é”\"\nb = '''\n“\n'''\nc = \"\"\"\n\\\"“\"\"\"\nd = \n";
        assert!(first(text).is_none());
    }
}
