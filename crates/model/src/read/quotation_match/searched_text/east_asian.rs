//! Chinese and Japanese typography: corner brackets, and line breaks in words.

use crate::read::quotation_match::scripts::is_east_asian;

/// Replaces corner brackets with quotation marks.
pub(super) fn corner_brackets_as_marks(text: &str) -> String {
    let replaced = text.chars().map(|c| match c {
        '「' | '﹁' | '｢' => '“',
        '」' | '﹂' | '｣' => '”',
        '『' | '﹃' => '‘',
        '』' | '﹄' => '’',
        c => c,
    });
    replaced.collect()
}

/// Removes line breaks between Chinese or Japanese characters, where they are not
/// spaces.
pub(super) fn join_lines(text: &str) -> String {
    let goes_on = |c: char| is_east_asian(c) || "、。，！？：；“”‘’（）".contains(c);
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split('\n');
    out.push_str(lines.next().unwrap_or_default());
    for line in lines {
        let next = line.trim_start();
        let before = out.trim_end().len();
        if out[..before].ends_with(goes_on)
            && next.starts_with(goes_on)
            && (out[..before].ends_with(is_east_asian) || next.starts_with(is_east_asian))
        {
            out.truncate(before);
            out.push_str(next);
        } else {
            out.push('\n');
            out.push_str(line);
        }
    }
    out
}
