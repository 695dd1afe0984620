//! Which letters and marks are equal for the search.

/// Stands for an invisible character.
pub(super) const INVISIBLE: char = '\u{ad}';

/// Maps characters of one kind to one character: apostrophes, quotation marks,
/// hyphens, invisible characters; and wide forms to the usual ones.
pub(super) fn normalize_char(letter: char) -> char {
    match letter {
        '`' | '´' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '‵' | 'ʹ'..='ʿ' | 'ˈ' | '׳' => {
            '\''
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '״' | '〝'..='〟' | '❝' | '❞' => {
            '"'
        }
        '‐'..='–' | '−' | '֊' | '־' | '﹣' => '-',
        '·' | '‧' => '.',
        '™' | '℠' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{34f}'
        | '\u{61c}'
        | '\u{640}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => INVISIBLE,
        _ => letter,
    }
}

/// Whether a letter belongs to a script that is written without spaces between
/// words.
pub(super) fn is_written_without_blanks(letter: char) -> bool {
    matches!(
        letter,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{9fff}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// The spelling of a letter that has no accent to remove.
pub(super) fn spelling(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'ħ' => "h",
        'ı' | 'ɨ' => "i",
        'ȷ' => "j",
        'ĸ' | 'ƙ' => "k",
        'ŋ' => "n",
        'ŧ' => "t",
        'ƀ' | 'ɓ' => "b",
        'ə' | 'ǝ' => "e",
        'ƶ' => "z",
        'ς' => "σ",
        'ґ' => "г",
        'ة' => "ه",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        '٠' | '۰' => "0",
        '١' | '۱' => "1",
        '٢' | '۲' => "2",
        '٣' | '۳' => "3",
        '٤' | '۴' => "4",
        '٥' | '۵' => "5",
        '٦' | '۶' => "6",
        '٧' | '۷' => "7",
        '٨' | '۸' => "8",
        '٩' | '۹' => "9",
        _ => return None,
    })
}

/// Whether a character is an accent or a point of a script that may omit them:
/// Latin, Greek, Cyrillic, Hebrew and Arabic.
pub(super) fn is_accent(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{487}'
            | '\u{591}'..='\u{5bd}'
            | '\u{5bf}'
            | '\u{5c1}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{2de0}'..='\u{2dff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// Decomposes a letter: into the letter in lower case and its accents, one by one,
/// with a space for each character that is not a letter, a digit or an accent. The
/// app asks the browser, so that no Unicode tables are downloaded.
pub type Decompose = fn(char) -> String;

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;
    use unicode_normalization::char::is_combining_mark;

    use super::normalize_char;

    /// Does natively what a browser does.
    pub(in crate::filter) fn decompose(letter: char) -> String {
        let small = std::iter::once(letter).nfkd().flat_map(char::to_lowercase);
        let is_part = |part: char| part.is_alphanumeric() || is_combining_mark(part);
        small
            .nfkd()
            .map(|part| if is_part(part) { part } else { ' ' })
            .collect()
    }

    proptest! {
        #[test]
        fn a_kind_stands_for_itself(letter in any::<char>()) {
            prop_assert_eq!(normalize_char(normalize_char(letter)), normalize_char(letter));
            prop_assert!(!decompose(letter).is_empty());
        }
    }
}
