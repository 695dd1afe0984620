//! Finds the id that is most similar to one that does not exist.

/// The id that shares the most letter pairs with `wanted`; `None` if none is
/// similar.
pub fn most_similar_id(ids: impl Iterator<Item = String>, wanted: &str) -> Option<String> {
    ids.map(|id| (similarity(&id, wanted), id))
        .filter(|&(similarity, _)| similarity >= 50)
        .max_by_key(|&(similarity, _)| similarity)
        .map(|(_, id)| id)
}

/// Dice's coefficient over letter pairs, in percent.
fn similarity(one: &str, other: &str) -> usize {
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
    use super::most_similar_id;

    #[test]
    fn what_shares_most_letter_pairs_is_nearest() {
        let ids = || {
            ["who-pays", "who-repairs", "tolls"]
                .map(str::to_owned)
                .into_iter()
        };
        assert_eq!(
            most_similar_id(ids(), "who-pay").as_deref(),
            Some("who-pays")
        );
        assert_eq!(
            most_similar_id(ids(), "repairs").as_deref(),
            Some("who-repairs")
        );
        assert_eq!(most_similar_id(ids(), "quorum"), None);
        assert_eq!(most_similar_id(ids(), "x"), None);
    }
}
