//! Detects placeholders.

/// Placeholder words, alone or before a colon.
const PLACEHOLDER_WORDS: &str =
    "todo tbd tba tbc fixme tktk placeholder lorem n/a n.n. asdf qwerty";

pub(super) fn is_placeholder(whole: &str, bare: &str) -> bool {
    let lower = bare.to_lowercase();
    let is_placeholder_word = |word: &str| {
        PLACEHOLDER_WORDS
            .split_whitespace()
            .any(|known| known == word)
    };
    if is_placeholder_word(lower.trim_matches(['[', ']', '<', '>', '{', '}', '(', ')', '-', ' '])) {
        return true;
    }
    // Only in capitals: `Tbc: ` may start a sentence.
    if let Some((word, _)) = bare.split_once(':')
        && ["TODO", "TBD", "TBA", "TBC", "FIXME", "XXX", "TK"]
            .contains(&word.trim_start_matches(['[', '(']))
    {
        return true;
    }
    let inner = |open: char, close: char| {
        let inner = bare.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains([open, close])).then_some(inner)
    };
    let bracketed = ['[', '<', '{'].into_iter().zip([']', '>', '}']);
    let bracketed = bracketed.filter_map(|(open, close)| inner(open, close));
    let words = |text: &str| text.chars().any(char::is_alphabetic);
    let only = |of: &str| !whole.is_empty() && whole.chars().all(|c| of.contains(c));
    lower.contains("lorem ipsum")
        || lower.len() >= 3 && lower.chars().all(|c| c == 'x')
        || bare.is_empty()
        || only("?")
        || only(".…")
        || only("-–—_ ")
        || only("*")
        || bare.starts_with("{{") && bare.ends_with("}}")
        || bracketed
            .into_iter()
            .any(|inner| words(inner) && inner.split_whitespace().count() <= 6)
}
