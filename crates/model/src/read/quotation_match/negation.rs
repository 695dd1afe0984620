//! Negations: words that reverse the meaning of a sentence.

/// Negations in English, Russian and Ukrainian.
const WORDS: [&str; 33] = [
    "cannot",
    "neither",
    "never",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "nowhere",
    "unless",
    "without",
    "hardly",
    "scarcely",
    "barely",
    "без",
    "не",
    "нет",
    "ни",
    "нигде",
    "никак",
    "никакой",
    "никаких",
    "никогда",
    "никто",
    "ничего",
    "немає",
    "ні",
    "ніде",
    "ніколи",
    "ніхто",
    "нічого",
    "нельзя",
];

/// Negations in scripts without spaces between words: Chinese, Japanese, Thai, Lao
/// and Khmer.
const UNSPACED: [&str; 13] = [
    "不",
    "没",
    "沒",
    "无",
    "無",
    "未",
    "勿",
    "ない",
    "なかっ",
    "ません",
    "ไม่",
    "ບໍ່",
    "មិន",
];

/// Returns the negations in a text.
#[must_use]
pub fn negations(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    let spaced = words.filter(|word| {
        let word = word.to_lowercase().replace('’', "'");
        WORDS.contains(&word.as_str()) || word.ends_with("n't")
    });
    let unspaced = UNSPACED.iter().flat_map(|word| text.matches(word));
    spaced.chain(unspaced).collect()
}
