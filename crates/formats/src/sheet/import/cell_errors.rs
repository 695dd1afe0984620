//! Detects cells that are not real text: error values, placeholders, and text that a
//! program damaged.

use says_who_model::read::garbled;

/// A message that says what is wrong with a cell, and a help text.
pub(super) type CellError = (String, String);

/// The error of a cell that has a formula error, a placeholder or damaged text;
/// `None` if it is fine. Question marks inside words are checked only in `prose`.
pub(super) fn cell_error(text: &str, prose: bool) -> Option<CellError> {
    let shown = preview(text);
    if let Some(c) = text.chars().find(|&c| is_replacement(c)) {
        return Some((
            format!("in `{shown}` a character was lost: U+{:04X} stands in its place", u32::from(c)),
            "write what the text had there; it was lost when the sheet was saved or opened as something other than UTF-8".to_owned(),
        ));
    }
    if let Some(c) = text
        .chars()
        .find(|&c| c.is_control() && c != '\n' && c != '\t')
    {
        return Some((
            format!("`{shown}` has a control character, U+{:04X}", u32::from(c)),
            "delete it; it can't be seen in most programs".to_owned(),
        ));
    }
    if let Some(error) = text.lines().map(str::trim).find_map(line_error) {
        return Some(error);
    }
    if let Some(escape) = escape(text) {
        return Some((
            format!("`{escape}` is an escape sequence"),
            "write the character itself".to_owned(),
        ));
    }
    if prose
        && let Some(word) = text
            .split_whitespace()
            .find(|word| has_question_mark_for_letter(word))
    {
        return Some((
            format!("in `{word}` a question mark seems to stand where another character was"),
            "write what the text has there, such as “, ” or ’; they are lost where a sheet is not saved as UTF-8".to_owned(),
        ));
    }
    None
}

/// The error of a line that is only an error value or a placeholder.
fn line_error(line: &str) -> Option<CellError> {
    if is_too_narrow(line) {
        return Some((
            format!("`{line}` is shown when a column is too narrow for its value"),
            "write the text itself here, or widen the column and save the sheet again".to_owned(),
        ));
    }
    if is_error(line) {
        return Some((
            format!("`{line}` is what a spreadsheet shows where a formula has no value"),
            "write the text itself here, without a formula; where a text begins with `=`, `+`, `-` or `@`, put an apostrophe before it".to_owned(),
        ));
    }
    if is_placeholder(line) {
        return Some((
            format!("`{line}` is a placeholder"),
            "write what belongs here, or leave the cell empty".to_owned(),
        ));
    }
    if is_rounded(line) {
        return Some((
            format!("`{line}` is a number that the spreadsheet rounded"),
            "make the cell text (Format, Number, Plain text) and write it again".to_owned(),
        ));
    }
    None
}

/// Whether a cell with this text is rejected in any column.
#[must_use]
pub fn is_rejected(text: &str) -> bool {
    garbled(text).is_some() || cell_error(text, true).is_some()
}

/// The beginning of a text, without control characters.
fn preview(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(40)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}

/// Whether a character stands for a lost one, or can't occur in text.
fn is_replacement(c: char) -> bool {
    matches!(
        c,
        '\u{fffd}' | '\u{fffc}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
    )
}

fn is_too_narrow(text: &str) -> bool {
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
fn is_error(text: &str) -> bool {
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

/// Whether a text is a placeholder that programs or people write for a missing
/// value.
fn is_placeholder(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "(blank)",
        "(empty)",
        "(none)",
        "<na>",
        "<null>",
        "[blank]",
        "[tbc]",
        "[tbd]",
        "[todo]",
        "fixme",
        "lorem ipsum",
        "n.a.",
        "n/a",
        "nan",
        "null",
        "tba",
        "tbc",
        "tbd",
        "to be confirmed",
        "to do",
        "todo",
        "undefined",
    ];
    const AS_WRITTEN: [&str; 4] = ["NA", "NaT", "None", "XXX"];
    let lower = text.to_lowercase();
    AS_WRITTEN.contains(&text)
        || WORDS.contains(&lower.trim_end_matches([':', '!']))
        || lower.starts_with("lorem ipsum dolor")
        || !text.is_empty()
            && text
                .chars()
                .all(|c| matches!(c, '?' | '-' | '–' | '—' | '.' | '…' | '_' | '*' | '/' | '~'))
}

/// Whether a text is a number that a spreadsheet rounded, like `1,23E+15`.
fn is_rounded(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let number = number.trim_start_matches(['-', '−']);
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    digits(whole) && digits(part) && power.strip_prefix(['+', '-']).is_some_and(digits)
}

/// An escape sequence that a program left in a text, like `_x000D_` or `\u201c`.
fn escape(text: &str) -> Option<&str> {
    let hex =
        |part: Option<&str>| part.is_some_and(|part| part.bytes().all(|b| b.is_ascii_hexdigit()));
    let excel_escape = text.match_indices("_x").find_map(|(at, _)| {
        let found = text.get(at..at + 7)?;
        (found.ends_with('_') && hex(found.get(2..6))).then_some(found)
    });
    excel_escape.or_else(|| {
        text.match_indices("\\u").find_map(|(at, _)| {
            let found = text.get(at..at + 6)?;
            hex(found.get(2..)).then_some(found)
        })
    })
}

/// Whether question marks in a word replace other characters: one before letters,
/// one between letters, or four or more alone. URLs are exempt.
fn has_question_mark_for_letter(word: &str) -> bool {
    if word.contains("//") || word.contains(['/', '=', '&']) {
        return false;
    }
    let chars: Vec<char> = word.chars().collect();
    if chars.len() >= 4 && chars.iter().all(|&c| c == '?') {
        return true;
    }
    let core = word.trim_start_matches(['(', '[', '“', '‘', '"', '\'']);
    if core.starts_with('?') && core.chars().any(char::is_alphanumeric) {
        return true;
    }
    chars
        .windows(3)
        .any(|three| three[0].is_alphabetic() && three[1] == '?' && three[2].is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::cell_error;

    // Long because it lists the error values of every program and language.
    #[test]
    fn what_programs_leave_in_cells_is_rejected() {
        for text in [
            "#NAME?",
            "#name?",
            "#REF!",
            "#VALUE!",
            "#N/A",
            "#n/a",
            "#DIV/0!",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#GETTING_DATA",
            "#ERROR!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#BUSY!",
            "#EXTERNAL!",
            "#PYTHON!",
            "#MACRO?",
            "Err:502",
            "err:504",
            "Err :508",
            "Ошибка:502",
            "Błąd:502",
            "#WERT!",
            "#BEZUG!",
            "#NV",
            "#ZAHL!",
            "#ÜBERLAUF!",
            "#NOM?",
            "#VALEUR!",
            "#NOMBRE!",
            "#PROPAGATION!",
            "#¡VALOR!",
            "#¿NOMBRE?",
            "#¡REF!",
            "#¡DIV/0!",
            "#ЗНАЧ!",
            "#ССЫЛКА!",
            "#ИМЯ?",
            "#Н/Д",
            "#ДЕЛ/0!",
            "#ЧИСЛО!",
            "#ПУСТО!",
            "#ПЕРЕНОС!",
            "#NOME?",
            "#VALORE!",
            "#RIF!",
            "#N/D",
            "#NAAM?",
            "#WAARDE!",
            "#N/B",
            "#ADR!",
            "#ARG!",
            "#LICZBA!",
            "#NAZWA?",
            "#N/D!",
            "#HODNOTA!",
            "#NÁZEV?",
            "#AD?",
            "#SAYI/0!",
            "#YOK",
            "#NAVN?",
            "#I/T",
            "#SAKNAS!",
            "#PUUTTUU!",
            "#HIÁNYZIK",
            "#名称?",
            "#値!",
            "#VALUE！",
            "########",
            "#",
            "Loading...",
            "[object Object]",
            "N/A",
            "n/a",
            "NA",
            "nan",
            "NULL",
            "null",
            "None",
            "undefined",
            "TBD",
            "todo",
            "TODO:",
            "XXX",
            "???",
            "-",
            "–",
            "...",
            "Lorem ipsum dolor sit amet",
            "1,23E+15",
            "1.23E+15",
            "-4E-07",
            "The county sent \u{fffd}a notice",
            "a\0b",
            "a\u{b}b",
            "a\u{93}b",
            "a _x000D_ b",
            "a \\u201cnotice",
            "The county sent ?a formal notice?.",
            "They don?t know",
            "(?a notice",
            "????? ??????",
            "\u{fffc}",
            "Ada Okafor\n#N/A",
        ] {
            assert!(cell_error(text, true).is_some(), "{text:?}");
        }
    }

    #[test]
    fn normal_text_is_accepted() {
        for text in [
            "The county sent “a formal notice”.",
            "Why? Because.",
            "“Really?” she said",
            "« Quoi ? »",
            "Vraiment ?!",
            "What???",
            "#MeToo",
            "“#NOWAR!”",
            "#NoWar!",
            "Nan Goldin",
            "None of it",
            "NATO",
            "N/A is what they wrote",
            "1e5",
            "2021-03-10",
            "see example.org/?q=a",
            "https://example.org/?q=a&b=?c",
            "Error: 404 pages",
            "Route:502",
            "a line\nand another",
            "=1+1",
            "x",
            "5",
            "“…”",
        ] {
            assert_eq!(cell_error(text, true), None, "{text}");
        }
    }
}
