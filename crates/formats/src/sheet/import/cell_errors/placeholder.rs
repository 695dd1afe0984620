//! Detects placeholders for missing values.

/// Whether a text is a placeholder that programs or people write for a missing
/// value.
pub(super) fn is_placeholder(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "(blank)",
        "(empty)",
        "(none)",
        "<na>",
        "<null>",
        "[blank]",
        "[tbc]",
        "[tbd]",
        "[todo]",
        "fixme",
        "lorem ipsum",
        "n.a.",
        "n/a",
        "nan",
        "null",
        "tba",
        "tbc",
        "tbd",
        "to be confirmed",
        "to do",
        "todo",
        "undefined",
    ];
    const AS_WRITTEN: [&str; 4] = ["NA", "NaT", "None", "XXX"];
    let lower = text.to_lowercase();
    AS_WRITTEN.contains(&text)
        || WORDS.contains(&lower.trim_end_matches([':', '!']))
        || lower.starts_with("lorem ipsum dolor")
        || !text.is_empty()
            && text
                .chars()
                .all(|c| matches!(c, '?' | '-' | '–' | '—' | '.' | '…' | '_' | '*' | '/' | '~'))
}
