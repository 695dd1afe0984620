//! The id that is most like one that is not there.

/// The one of `ids` that shares the most letter pairs with `asked`; none where
/// nothing is close.
pub fn nearest(ids: impl Iterator<Item = String>, asked: &str) -> Option<String> {
    ids.map(|id| (likeness(&id, asked), id))
        .filter(|&(likeness, _)| likeness >= 50)
        .max_by_key(|&(likeness, _)| likeness)
        .map(|(_, id)| id)
}

/// Dice's coefficient over letter pairs, in percent.
fn likeness(one: &str, other: &str) -> usize {
    let mut pairs: Vec<&[u8]> = other.as_bytes().windows(2).collect();
    let total = one.len().saturating_sub(1) + pairs.len();
    let shared = one
        .as_bytes()
        .windows(2)
        .filter(|pair| {
            let found = pairs.iter().position(|other| other == pair);
            found.map(|index| pairs.swap_remove(index)).is_some()
        })
        .count();
    (200 * shared).checked_div(total).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn what_shares_most_letter_pairs_is_nearest() {
        let ids = || {
            ["who-pays", "who-repairs", "tolls"]
                .map(str::to_owned)
                .into_iter()
        };
        assert_eq!(nearest(ids(), "who-pay").as_deref(), Some("who-pays"));
        assert_eq!(nearest(ids(), "repairs").as_deref(), Some("who-repairs"));
        assert_eq!(nearest(ids(), "quorum"), None);
        assert_eq!(nearest(ids(), "x"), None);
    }
}
