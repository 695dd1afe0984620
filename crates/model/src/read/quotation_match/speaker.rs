//! Speaker labels in transcripts: a name and a colon before the words.

/// The maximum number of words in a speaker's name.
const MAX_NAME_WORDS: usize = 6;

/// Whether a line starts with a speaker's name and a colon.
pub(super) fn starts_with_speaker(line: &str) -> bool {
    line.trim_start()
        .split_once(':')
        .is_some_and(|(name, rest)| {
            is_speaker_name(name)
                && rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '*' | '_'))
        })
}

/// Whether words before a colon can be a speaker's name: only a few, each starting
/// with a capital, a digit or a bracket, except for particles inside names
/// (`Ursula von der Leyen`).
pub(super) fn is_speaker_name(words: &str) -> bool {
    const INSIDE: [&str; 8] = ["al", "da", "de", "der", "of", "the", "van", "von"];
    let begins = |word: &str| {
        // Markdown puts names in asterisks or underscores.
        let first = word.trim_start_matches(['*', '_']).chars().next();
        first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '(' | '['))
    };
    let mut all = words.split(' ');
    words.split(' ').count() <= MAX_NAME_WORDS
        && all.all(|word| begins(word) || INSIDE.contains(&word))
}
