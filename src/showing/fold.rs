//! Texts in which letters match whatever their case and marks.

/// The words that are searched for.
pub(crate) fn needles(words: &str) -> Vec<String> {
    words
        .split_whitespace()
        .map(fold)
        .filter(|word| !word.is_empty())
        .collect()
}

/// A text in which letters are equal whatever their case and marks.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_into(letter, &mut folded);
    }
    folded
}

/// Adds what stands for `letter` in a folded text: nothing for a mark that
/// combines with the letter before it.
pub(crate) fn fold_into(letter: char, folded: &mut String) {
    match letter {
        _ if letter.is_ascii() => folded.push(letter.to_ascii_lowercase()),
        '’' | '‘' | 'ʼ' => folded.push('\''),
        '“' | '”' | '„' | '«' | '»' => folded.push('"'),
        '\u{a0}' | '\u{202f}' => folded.push(' '),
        // Dashes and quotation marks decompose to themselves.
        '\u{2000}'..='\u{206f}' => folded.push(letter),
        _ => {
            for small in letter.to_lowercase() {
                folded.extend(decomposed(small).filter(|part| !is_mark(*part)));
            }
        }
    }
}

/// The marks of the scripts that take them off: Latin, Greek, Cyrillic,
/// Hebrew and Arabic points.
fn is_mark(letter: char) -> bool {
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
    )
}

/// The letter and its marks, one by one. The browser has the tables.
#[cfg(target_arch = "wasm32")]
fn decomposed(letter: char) -> impl Iterator<Item = char> {
    let one = js_sys::JsString::from(letter.to_string());
    let parts = String::from(one.normalize("NFD"));
    parts.chars().collect::<Vec<_>>().into_iter()
}

/// The letter and its marks, one by one.
#[cfg(not(target_arch = "wasm32"))]
fn decomposed(letter: char) -> impl Iterator<Item = char> {
    use unicode_normalization::UnicodeNormalization as _;
    std::iter::once(letter).nfd()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::fold;

    #[test]
    fn case_and_marks_do_not_matter() {
        assert_eq!(fold("Äpfel, Straße, İstanbul"), "apfel, straße, istanbul");
        assert_eq!(
            fold("Лавров ЁЖ Їжак Зеленський"),
            "лавров еж іжак зеленськии"
        );
        assert_eq!(fold("l’été"), "l'ete");
        assert_eq!(fold("“Да”, „ja“, «да»"), "\"да\", \"ja\", \"да\"");
        assert_eq!(fold("e\u{301}te"), fold("éte"));
        assert_eq!(fold("شَدَّة"), "شدة");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_part_of_a_text_is_found_in_it(before in "\\PC{0,8}", part in "\\PC{1,8}", after in "\\PC{0,8}") {
            let whole = fold(&format!("{before}{part}{after}"));
            prop_assert!(whole.contains(&fold(&part)));
        }
    }
}
