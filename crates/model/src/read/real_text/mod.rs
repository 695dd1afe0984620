//! Detects text that nobody intended: spreadsheet errors, placeholders, garbled
//! letters. Further checks on spreadsheet cells are in the formats crate
//! (`crates/formats/src/sheet/import/values.rs`), which shares the check for garbled
//! letters.

mod placeholders;
mod spreadsheets;

use placeholders::is_placeholder;
use spreadsheets::{is_error, is_formula};

use super::characters::describe_char;
use super::garbled::garbled;

/// The name of the rule.
pub(super) const RULE: &str = "real-text";

/// Why a text was probably not intended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnintendedText {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// What programs print for a missing value.
const NULL_VALUES: &str = "undefined null (null) NaN nan NULL";

/// Why a text was probably not intended; `None` if it may be. Only whole texts are
/// matched: `N/A` within a sentence is part of it.
#[must_use]
pub fn unintended_text(text: &str) -> Option<UnintendedText> {
    let because = |message: String, help: &str| {
        Some(UnintendedText {
            message,
            help: help.to_owned(),
        })
    };
    if text.contains('\u{fffd}') {
        return because(
            format!("{} marks a letter that was lost", describe_char('\u{fffd}')),
            "take this text from where it came from once more, as UTF-8",
        );
    }
    if let Some(found) = garbled(text) {
        let (seen, meant, read_as) = (found.seen, found.meant, found.read_as);
        return because(
            format!("`{seen}` is garbled, probably for `{meant}`: UTF-8 was read as {read_as}"),
            "take this text from where it came from once more, as UTF-8",
        );
    }
    let whole = text.trim();
    let bare = whole.trim_matches(|c: char| "“”\"'‘’«» .…".contains(c));
    if is_error(bare) || is_error(whole) {
        return because(
            format!("`{whole}` is a spreadsheet error, not text"),
            "mend the formula in the sheet, and put the text itself here",
        );
    }
    if is_formula(whole) {
        return because(
            format!("`{whole}` is a spreadsheet formula, not text"),
            "put here what the formula comes to",
        );
    }
    if NULL_VALUES.split_whitespace().any(|word| word == bare) || bare == "[object Object]" {
        return because(
            format!("`{whole}` is what programs write for a missing value"),
            "write the text, or leave the key out where it may be left out",
        );
    }
    if is_placeholder(whole, bare) {
        return because(
            format!("`{whole}` is a placeholder, not text"),
            "write the text, or leave the key out where it may be left out",
        );
    }
    None
}

#[cfg(test)]
mod tests {
    use super::unintended_text;

    #[test]
    fn what_nobody_meant_is_told() {
        for text in [
            "#NAME?",
            "#name?",
            "#REF!",
            "#VALUE!",
            "#N/A",
            "#NV",
            "#WERT!",
            "#BEZUG!",
            "#ЗНАЧ!",
            "#ИМЯ?",
            "#Н/Д",
            "#ІМ'Я?",
            "#¡VALOR!",
            "#¿NOMBRE?",
            "#NOM?",
            "#DIV/0!",
            "#SPILL!",
            "Err:502",
            "Fehler:508",
            "Err:###",
            "########",
            "“#REF!”",
            " #REF! ",
            "#ERROR!",
            "#NAVN?",
            "=SUM(A1:A3)",
            "=A1",
            "=Sheet1!B2",
            "=ÖSSZEG(A1)",
            "TODO",
            "todo",
            "Todo.",
            "TODO: ask",
            "[TBD]",
            "TBD",
            "lorem ipsum dolor",
            "Lorem Ipsum.",
            "xxx",
            "XXXX",
            "???",
            "?",
            "…",
            "...",
            "“…”",
            "-",
            "–",
            "___",
            "[quote]",
            "“[quote]”",
            "<name>",
            "{said}",
            "{{ name }}",
            "[insert quote here]",
            "undefined",
            "NaN",
            "null",
            "[object Object]",
            "n/a",
            "N/A",
            "***",
            "a \u{fffd} b",
            "the mayorâ€™s",
            "Ð¿Ñ€Ð¸Ð²ÐµÑ‚",
            "cafÃ©",
        ] {
            assert!(unintended_text(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_may_be_meant_is_not() {
        for text in [
            "The form said N/A.",
            "«#1»",
            "#1",
            "#MeToo",
            "#METOO!",
            "No. 5",
            "= 5",
            "=)",
            "x",
            "xx",
            "XX",
            "Xxx the First",
            "NÃO",
            "JOÃO",
            "[Applause] Thank you.",
            "[The] mayor left",
            "“[T]he notice”",
            "a [sic] b",
            "What?",
            "Why… not",
            "-5 degrees",
            "Null",
            "None.",
            "null and void",
            "Nan Goldin",
            "TBC Bank said so",
            "Todo cambia",
            "A TODO list",
            "<or> not",
            "It cost £5 – or more",
            "Err: 5",
            "Error: no paper",
            "C#",
            "#5!",
            "404",
        ] {
            assert_eq!(unintended_text(text), None, "{text}");
        }
    }
}
