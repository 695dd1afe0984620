//! Finds the passage of a text that is most similar to a quotation, and shows the
//! difference.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// The share of the words that a passage must have in common to be worth showing.
const MIN_SHARED: f64 = 0.5;

/// Returns the passage of `text` most similar to `words`, with `[-words-]` that only
/// the quotation has and `{+words+}` that only the text has; `None` if nothing is
/// similar enough.
pub(in crate::read) fn nearest_passage(words: &str, text: &str) -> Option<String> {
    // Quotation marks would make the adjacent words differ.
    let (words, text) = (words.replace('"', ""), text.replace('"', ""));
    let wanted: Vec<&str> = words.split_whitespace().collect();
    let text_words: Vec<&str> = text.split_whitespace().collect();
    // Allow one or two more words on the text's side.
    let width = (wanted.len() + 2).min(text_words.len());
    let mut missing: BTreeMap<String, i64> = BTreeMap::new();
    for word in &wanted {
        *missing.entry(comparison_key(word)).or_default() += 1;
    }
    let mut shared = 0_i64;
    let mut best = (0, 0);
    for end in 0..text_words.len() {
        if let Some(left) = missing.get_mut(&comparison_key(text_words[end])) {
            shared += i64::from(*left > 0);
            *left -= 1;
        }
        if let Some(out) = end.checked_sub(width)
            && let Some(left) = missing.get_mut(&comparison_key(text_words[out]))
        {
            *left += 1;
            shared -= i64::from(*left > 0);
        }
        if shared > best.0 {
            best = (shared, end);
        }
    }
    let (shared, end) = best;
    #[expect(clippy::cast_precision_loss, reason = "counts of words in a quotation")]
    let part = shared as f64 / wanted.len() as f64;
    if part < MIN_SHARED {
        return None;
    }
    let start = (end + 1).saturating_sub(width);
    Some(show_difference(&wanted, &text_words[start..=end]))
}

/// The form of a word in the similarity search: case and punctuation at its edges
/// are ignored.
fn comparison_key(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

/// Formats the word-by-word difference.
fn show_difference(wanted: &[&str], text_words: &[&str]) -> String {
    let ops = capture_diff_slices(Algorithm::Myers, wanted, text_words);
    let mut parts = Vec::new();
    for (index, op) in ops.iter().enumerate() {
        let (tag, old, new) = op.as_tag_tuple();
        // Extra words before the first and after the last shared word are only
        // the margin of the window.
        let at_edge = index == 0 || index + 1 == ops.len();
        match tag {
            DiffTag::Equal => parts.push(wanted[old].join(" ")),
            DiffTag::Insert if at_edge => {}
            DiffTag::Insert => parts.push(format!("{{+{}+}}", text_words[new].join(" "))),
            DiffTag::Delete => parts.push(format!("[-{}-]", wanted[old].join(" "))),
            DiffTag::Replace => {
                parts.push(format!("[-{}-]", wanted[old].join(" ")));
                parts.push(format!("{{+{}+}}", text_words[new].join(" ")));
            }
        }
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::nearest_passage;

    #[test]
    fn the_difference_is_shown() {
        let text = "told reporters that those were other considerations, on a somewhat different issue, and left";
        assert_eq!(
            nearest_passage("other considerations, on a slightly different issue", text).as_deref(),
            Some(
                "other considerations, on a [-slightly-] {+somewhat+} different [-issue-] {+issue,+}"
            )
        );
        assert_eq!(nearest_passage("nothing of the kind", text), None);
    }
}
