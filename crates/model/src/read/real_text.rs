//! Detects text that nobody intended: spreadsheet errors, placeholders, garbled
//! letters. Further checks on spreadsheet cells are in the formats crate
//! (`crates/formats/src/sheet/import/values.rs`), which shares the check for garbled
//! letters.

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

/// The names in spreadsheet errors, between `#` and `!` or `?`, in the languages of
/// spreadsheet programs.
const ERROR_WORDS: &str = "NAME REF VALUE DIV/0 NULL NUM SPILL CALC FIELD BLOCKED UNKNOWN CONNECT BUSY PYTHON \
    EXTERNAL ERROR DATA TIMEOUT \
    WERT BEZUG ZAHL ÜBERLAUF KALK FELD BLOCKIERT VERBINDEN UNBEKANNT DIV \
    VALEUR NOM NOMBRE NUL PROPAGATION CALCUL CHAMP \
    VALOR NOMBRE NULO DESBORDAMIENTO CÁLCULO CAMPO NOME NÚM DESPEJAR TRANSBORDO \
    VALORE RIF NULLO ESPANSIONE CALCOLO \
    ЗНАЧ ССЫЛКА ИМЯ ЧИСЛО ДЕЛ/0 ПУСТО ПЕРЕНОС ВЫЧИСЛ ПОСИЛАННЯ ІМ'Я ІМ’Я ЗНАЧЕННЯ ДІЛ/0 \
    ARG ADR NAZWA LICZBA DZIEL/0 ZERO ROZLANIE OBL POLE \
    WAARDE VERW NAAM GETAL DEEL/0 LEEG OVERLOOP BEREKENEN \
    VÄRDEFEL REFERENS NAMN OGILTIGT DIVISION/0 SKÄRNING SAKNAS SPILL \
    VÆRDI NAVN REFERENCE VERDI REFERANSE DIVISION \
    DEĞER BAŞV AD SAYI SAYI/0 BOŞ TAŞMA HESAPLA \
    HODNOTA ODKAZ NÁZEV ČÍSLO DĚLENÍ_NULOU DELENIE_NULOU NULA \
    ARVO VIITTAUS NIMI LUKU JAKO/0 TYHJÄ PUUTTUU ÉRTÉK HIV NÉV SZÁM ZÉRÓOSZTÓ NULLA HIÁNYZIK";

/// Spreadsheet errors that don't end in `!` or `?`.
const UNTERMINATED_ERRORS: &str =
    "#N/A #NV #N/D #N/B #I/T #Н/Д #YOK #NENÍ_K_DISPOZICI #NEDOSTUPNÝ #HIÁNYZIK #GETTING_DATA #NA";

/// What programs print for a missing value.
const NULL_VALUES: &str = "undefined null (null) NaN nan NULL";

/// Placeholder words, alone or before a colon.
const PLACEHOLDER_WORDS: &str =
    "todo tbd tba tbc fixme tktk placeholder lorem n/a n.n. asdf qwerty";

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

fn is_error(text: &str) -> bool {
    let listed = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    let upper = text.to_uppercase();
    if upper.len() >= 3 && upper.chars().all(|c| c == '#') || listed(UNTERMINATED_ERRORS, &upper) {
        return true;
    }
    if let Some(word) = upper.strip_prefix('#') {
        let word = word.trim_start_matches(['¡', '¿']);
        let stem = word.trim_end_matches(['!', '?']);
        return stem.len() < word.len() && listed(ERROR_WORDS, stem);
    }
    // LibreOffice numbers its errors from 501.
    let number = upper.split_once(':').filter(|(word, _)| {
        let known = [
            "ERR",
            "FEHLER",
            "ERREUR",
            "ERROR",
            "ERRO",
            "ОШ",
            "ОШИБКА",
            "ПОМ",
            "BŁĄD",
            "FOUT",
            "FEL",
            "VIRHE",
            "HIBA",
            "CHYBA",
            "HATA",
        ];
        known.contains(word)
    });
    number.is_some_and(|(_, number)| {
        let number = number.trim();
        number == "###"
            || number.len() == 3
                && number.starts_with('5')
                && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// `=SUM(A1)`, `=A1`, `=Sheet1!A1`.
fn is_formula(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('=') else {
        return false;
    };
    let name = rest.trim_start_matches(|c: char| {
        c.is_alphanumeric() || matches!(c, '.' | '_' | '$' | '!' | '\'')
    });
    let cell = rest.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '$');
    let is_cell =
        cell.len() < rest.len() && !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
    name.len() < rest.len()
        && (name.starts_with('(') || is_cell || rest.contains('!') && name.is_empty())
}

fn is_placeholder(whole: &str, bare: &str) -> bool {
    let lower = bare.to_lowercase();
    let is_placeholder_word = |word: &str| {
        PLACEHOLDER_WORDS
            .split_whitespace()
            .any(|known| known == word)
    };
    if is_placeholder_word(lower.trim_matches(['[', ']', '<', '>', '{', '}', '(', ')', '-', ' '])) {
        return true;
    }
    // Only in capitals: `Tbc: ` may start a sentence.
    if let Some((word, _)) = bare.split_once(':')
        && ["TODO", "TBD", "TBA", "TBC", "FIXME", "XXX", "TK"]
            .contains(&word.trim_start_matches(['[', '(']))
    {
        return true;
    }
    let inner = |open: char, close: char| {
        let inner = bare.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains([open, close])).then_some(inner)
    };
    let bracketed = ['[', '<', '{'].into_iter().zip([']', '>', '}']);
    let bracketed = bracketed.filter_map(|(open, close)| inner(open, close));
    let words = |text: &str| text.chars().any(char::is_alphabetic);
    let only = |of: &str| !whole.is_empty() && whole.chars().all(|c| of.contains(c));
    lower.contains("lorem ipsum")
        || lower.len() >= 3 && lower.chars().all(|c| c == 'x')
        || bare.is_empty()
        || only("?")
        || only(".…")
        || only("-–—_ ")
        || only("*")
        || bare.starts_with("{{") && bare.ends_with("}}")
        || bracketed
            .into_iter()
            .any(|inner| words(inner) && inner.split_whitespace().count() <= 6)
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
