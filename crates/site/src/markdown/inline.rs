//! Inline Markdown: escaped text and links.

/// Escapes text so that Markdown takes it literally.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // List markers, thematic breaks and setext headings count at the start only.
    let after_digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - after_digits.len();
    for (index, c) in text.char_indices() {
        let is_marker = (index == 0 && matches!(c, '+' | '-' | '='))
            || (digits > 0 && index == digits && matches!(c, '.' | ')'));
        if is_marker || "\\`*_[]<>#|~&!".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A link. The title must be escaped already.
pub(super) fn link(title: &str, address: &str) -> String {
    // A link destination in angle brackets ends at one of these.
    let address = address
        .replace('\\', "%5C")
        .replace('<', "%3C")
        .replace('>', "%3E");
    format!("[{title}](<{address}>)")
}
