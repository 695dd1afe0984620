//! The passage of a text that is most like some words, with the difference.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// The least part of the words that a passage must share to be worth showing.
const ENOUGH: f64 = 0.5;

/// The passage of `text` nearest to `words`, with `[-words-]` that only the
/// quotation has and `{+words+}` that only the text has; `None` where nothing
/// is near.
pub(in crate::read) fn nearest_passage(words: &str, text: &str) -> Option<String> {
    // Quotation marks would make other words of those they touch.
    let (words, text) = (words.replace('"', ""), text.replace('"', ""));
    let wanted: Vec<&str> = words.split_whitespace().collect();
    let there: Vec<&str> = text.split_whitespace().collect();
    // Room for a word or two more on the side of the text.
    let width = (wanted.len() + 2).min(there.len());
    let mut missing: BTreeMap<String, i64> = BTreeMap::new();
    for word in &wanted {
        *missing.entry(key(word)).or_default() += 1;
    }
    let mut shared = 0_i64;
    let mut best = (0, 0);
    for end in 0..there.len() {
        if let Some(left) = missing.get_mut(&key(there[end])) {
            shared += i64::from(*left > 0);
            *left -= 1;
        }
        if let Some(out) = end.checked_sub(width)
            && let Some(left) = missing.get_mut(&key(there[out]))
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
    if part < ENOUGH {
        return None;
    }
    let start = (end + 1).saturating_sub(width);
    Some(marked(&wanted, &there[start..=end]))
}

/// A word as it is compared when looking for what is near: capitals and marks
/// on its edges don't count.
fn key(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

fn marked(wanted: &[&str], there: &[&str]) -> String {
    let ops = capture_diff_slices(Algorithm::Myers, wanted, there);
    let mut parts = Vec::new();
    for (index, op) in ops.iter().enumerate() {
        let (tag, old, new) = op.as_tag_tuple();
        // What the text has before the first and after the last shared word is
        // only the room that was given.
        let at_edge = index == 0 || index + 1 == ops.len();
        match tag {
            DiffTag::Equal => parts.push(wanted[old].join(" ")),
            DiffTag::Insert if at_edge => {}
            DiffTag::Insert => parts.push(format!("{{+{}+}}", there[new].join(" "))),
            DiffTag::Delete => parts.push(format!("[-{}-]", wanted[old].join(" "))),
            DiffTag::Replace => {
                parts.push(format!("[-{}-]", wanted[old].join(" ")));
                parts.push(format!("{{+{}+}}", there[new].join(" ")));
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
