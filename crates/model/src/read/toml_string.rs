//! Maps a character of a TOML string to its offset in the file. Escapes and the line
//! ends that TOML drops are longer in the file than in the value.

/// The byte offset of the character with this index in `written`, which is a string
/// as in the file, with its delimiters. The end if there are fewer characters.
pub(super) fn offset(written: &str, number: usize) -> usize {
    let delimiter = ["\"\"\"", "'''", "\"", "'"]
        .into_iter()
        .find(|delimiter| written.starts_with(delimiter));
    let Some(delimiter) = delimiter else {
        return 0;
    };
    let mut at = delimiter.len();
    if delimiter.len() == 3 && written[at..].starts_with('\n') {
        at += 1;
    }
    let escapes = delimiter.starts_with('"');
    for _ in 0..number {
        at += line_continuation_length(&written[at..], escapes);
        at += char_length(&written[at..], escapes);
    }
    at + line_continuation_length(&written[at..], escapes)
}

/// The length of a line continuation: a backslash at the end of a line with the
/// whitespace after it, none of which is part of the value. 0 if there is none.
fn line_continuation_length(rest: &str, escapes: bool) -> usize {
    let Some(behind) = rest.strip_prefix('\\').filter(|_| escapes) else {
        return 0;
    };
    let next = behind.trim_start();
    if behind[..behind.len() - next.len()].contains('\n') {
        rest.len() - next.len()
    } else {
        0
    }
}

/// The length of the character here, in bytes of the file.
fn char_length(rest: &str, escapes: bool) -> usize {
    let mut chars = rest.chars();
    let first = chars.next().map_or(0, char::len_utf8);
    if !(escapes && rest.starts_with('\\')) {
        return first;
    }
    let length = match chars.next() {
        Some('x') => 4,
        Some('u') => 6,
        Some('U') => 10,
        Some(_) => 2,
        None => 1,
    };
    length.min(rest.len())
}

#[cfg(test)]
mod tests {
    use super::offset;

    #[test]
    fn a_character_is_found_behind_escapes_and_left_out_line_ends() {
        for (written, number, at) in [
            (r#""plain""#, 2, 3),
            (r#""a\u202eb""#, 1, 2),
            (r#""a\u202eb""#, 2, 8),
            (r#""\U0001F469\t\"x""#, 3, 15),
            (r"'a\u202e'", 2, 3),
            ("\"\"\"\na\\\n   b\"\"\"", 0, 4),
            ("\"\"\"\na\\\n   b\"\"\"", 1, 10),
            ("'''é\nb'''", 2, 6),
            ("\"\"", 9, 2),
        ] {
            assert_eq!(offset(written, number), at, "{written} {number}");
        }
    }
}
