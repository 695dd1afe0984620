//! Scripts that put no spaces between words, and grapheme clusters: the smallest
//! parts of a text that a reader sees as one character.

use unicode_segmentation::GraphemeCursor;

/// Whether a character belongs to a script without spaces between words: Chinese,
/// Japanese, Thai, Lao, Burmese or Khmer. Their digits don't count: a number is
/// whole in every script.
pub(super) fn is_unspaced(c: char) -> bool {
    is_east_asian(c)
        || !c.is_numeric()
            && matches!(
                c,
                '\u{e00}'..='\u{eff}'
                    | '\u{1000}'..='\u{109f}'
                    | '\u{a9e0}'..='\u{a9ff}'
                    | '\u{aa60}'..='\u{aa7f}'
                    | '\u{1780}'..='\u{17ff}'
                    | '\u{19e0}'..='\u{19ff}'
            )
}

/// Whether a character is Chinese or Japanese. In these, a line break is not a space.
pub(super) fn is_east_asian(c: char) -> bool {
    matches!(
        c,
        '々' | '〆'
            | '\u{3041}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Whether a character is a digit of any script, or one of the Chinese words for
/// numbers, which are written like digits: `二十三`, `3万`.
pub(super) fn is_numeral(c: char) -> bool {
    c.is_numeric() || "〇一二三四五六七八九十百千万萬亿億兆零两兩".contains(c)
}

/// Whether `at` lies inside a grapheme cluster, such as a letter with its vowel sign
/// or an emoji of several characters. Letters that are written below another are
/// part of its cluster.
pub(super) fn is_inside_cluster(text: &str, at: usize) -> bool {
    const STACKING: [char; 2] = ['\u{1039}', '\u{17d2}'];
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    !cursor.is_boundary(text, 0).unwrap_or(true) || text[..at].ends_with(STACKING)
}
