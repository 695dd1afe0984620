//! Detects what spreadsheets show in place of a value: the error values of several
//! programs and languages.

pub(super) fn is_too_narrow(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c == '#')
}

/// Error values that don't end with `!` or `?`, and similar program output.
const ERROR_VALUES: [&str; 22] = [
    "#DATEN_ABRUFEN",
    "#FIELD",
    "#GETTING_DATA",
    "#HIÁNYZIK",
    "#I/T",
    "#N.A.",
    "#N.D.",
    "#N/A",
    "#N/A N/A",
    "#N/B",
    "#N/D",
    "#NA",
    "#ND",
    "#NV",
    "#YOK",
    "#Z/A",
    "#Б/Д",
    "#Н/Д",
    "#Н/П",
    "LOADING...",
    "LOADING…",
    "[OBJECT OBJECT]",
];

/// The prefixes of LibreOffice's numbered errors, in its languages.
const LIBREOFFICE_ERRORS: [&str; 16] = [
    "chyba",
    "err",
    "erreur",
    "erro",
    "eroare",
    "error",
    "fehler",
    "feil",
    "fejl",
    "fel",
    "fout",
    "hiba",
    "virhe",
    "błąd",
    "ошибка",
    "помилка",
];

/// Whether a text is an error value of Excel, LibreOffice, Google Sheets or Numbers
/// in any language: `#` and a word in capitals that ends with `!` or `?`, or one of
/// [`ERROR_VALUES`].
pub(super) fn is_error(text: &str) -> bool {
    let upper = text.to_uppercase();
    if ERROR_VALUES.contains(&upper.as_str()) {
        return true;
    }
    if let Some((word, number)) = text.split_once(':') {
        let word = word.trim_end().to_lowercase();
        let number = number.trim_start();
        let is_number = number.len() == 3 && number.starts_with(['5', '6']);
        if is_number && number.bytes().all(|b| b.is_ascii_digit()) {
            return LIBREOFFICE_ERRORS.contains(&word.as_str());
        }
    }
    let Some(word) = text.strip_prefix('#') else {
        return false;
    };
    // A hashtag has lower-case letters, or doesn't end with such a mark.
    let known = [
        "NAME?", "NULL!", "DIV/0!", "REF!", "VALUE!", "NUM!", "ERROR!", "SPILL!", "CALC!",
    ]
    .contains(&upper.trim_start_matches('#'));
    let in_capitals = word.chars().all(|c| {
        !c.is_lowercase()
            && (c.is_alphanumeric()
                || matches!(
                    c,
                    '!' | '?' | '¡' | '¿' | '/' | '_' | '.' | ' ' | '\'' | '-'
                ))
    });
    let ended = word.ends_with(['!', '?', '！', '？']);
    let joined = word.contains('_') && !word.ends_with('_');
    known
        || ((ended || joined) && in_capitals || ended && in_capitals_before_full_width_mark(word))
            && word.chars().any(char::is_alphanumeric)
}

/// Whether the word is in capitals before a full-width mark, which some languages
/// use.
fn in_capitals_before_full_width_mark(word: &str) -> bool {
    let word = word.trim_end_matches(['！', '？']);
    !word.is_empty()
        && word
            .chars()
            .all(|c| c.is_alphanumeric() && !c.is_lowercase())
}
