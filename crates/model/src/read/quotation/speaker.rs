//! The names that stand before the words of each speaker of a transcript.

/// The most words of a speaker's name before a colon, in a transcript.
const LABEL: usize = 6;

/// Whether a line begins with a name and a colon.
pub(super) fn has_speaker(line: &str) -> bool {
    line.trim_start()
        .split_once(':')
        .is_some_and(|(name, rest)| {
            is_name(name) && rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '*' | '_'))
        })
}

/// Whether words before a colon can be a speaker's name: a few, each with a capital,
/// a digit or a bracket, but for those inside names (`Ursula von der Leyen`).
pub(super) fn is_name(words: &str) -> bool {
    const INSIDE: [&str; 8] = ["al", "da", "de", "der", "of", "the", "van", "von"];
    let begins = |word: &str| {
        // Markdown sets names in asterisks.
        let first = word.trim_start_matches(['*', '_']).chars().next();
        first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '(' | '['))
    };
    let mut all = words.split(' ');
    words.split(' ').count() <= LABEL && all.all(|word| begins(word) || INSIDE.contains(&word))
}
