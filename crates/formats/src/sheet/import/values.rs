//! What stands in a cell and is no text: what a program left there in place of
//! one, or made of one.

use says_who_model::read::garbled;

/// What is wrong with a cell, and what to do about it.
pub(super) type Refusal = (String, String);

/// Whether a text is what spreadsheets show where a formula has no value, or a
/// word for nothing, or was made of something else. `prose` is whether it is
/// text to read.
pub(super) fn refusal(text: &str, prose: bool) -> Option<Refusal> {
    let shown = shown(text);
    if let Some(c) = text.chars().find(|&c| is_lost(c)) {
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
            format!(
                "in `{shown}` stands a control character, U+{:04X}",
                u32::from(c)
            ),
            "delete it; it can't be seen in most programs".to_owned(),
        ));
    }
    for line in text.lines().map(str::trim) {
        if is_too_narrow(line) {
            return Some((
                format!("`{line}` is what a column shows that is too narrow for its value"),
                "write the text itself here, or widen the column and save the sheet again"
                    .to_owned(),
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
                format!("`{line}` stands for something that is not there"),
                "write what belongs here, or leave the cell empty".to_owned(),
            ));
        }
        if is_rounded(line) {
            return Some((
                format!("`{line}` is a number that the spreadsheet rounded"),
                "make the cell text (Format, Number, Plain text) and write it again".to_owned(),
            ));
        }
    }
    if let Some(escape) = escape(text) {
        return Some((
            format!("`{escape}` is how a program writes a character that it did not write out"),
            "write the character itself".to_owned(),
        ));
    }
    if prose && let Some(word) = text.split_whitespace().find(|word| is_questioned(word)) {
        return Some((
            format!("in `{word}` a question mark seems to stand where another character was"),
            "write what the text has there, such as “, ” or ’; they are lost where a sheet is not saved as UTF-8".to_owned(),
        ));
    }
    None
}

/// Whether a cell with this text would be refused, whatever its column.
#[must_use]
pub fn is_refused(text: &str) -> bool {
    garbled(text).is_some() || refusal(text, true).is_some()
}

/// A text as a terminal can show it, its beginning.
fn shown(text: &str) -> String {
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

/// What stands where a character was, and what no text has inside it.
fn is_lost(c: char) -> bool {
    matches!(
        c,
        '\u{fffd}' | '\u{fffc}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
    )
}

fn is_too_narrow(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c == '#')
}

/// The words of errors that neither `!` nor `?` ends.
const ERRORS: [&str; 22] = [
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

/// How LibreOffice begins its numbered errors, in its languages.
const NUMBERED: [&str; 16] = [
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

/// Error values of Excel, LibreOffice, Google Sheets and Numbers in any
/// language: `#` and a word in capitals that `!` or `?` ends, or one of those
/// that nothing ends.
fn is_error(text: &str) -> bool {
    let upper = text.to_uppercase();
    if ERRORS.contains(&upper.as_str()) {
        return true;
    }
    if let Some((word, number)) = text.split_once(':') {
        let word = word.trim_end().to_lowercase();
        let number = number.trim_start();
        let is_number = number.len() == 3 && number.starts_with(['5', '6']);
        if is_number && number.bytes().all(|b| b.is_ascii_digit()) {
            return NUMBERED.contains(&word.as_str());
        }
    }
    let Some(word) = text.strip_prefix('#') else {
        return false;
    };
    // A hashtag has small letters, or no mark behind it.
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
        || ((ended || joined) && in_capitals || ended && in_capitals_but_for_its_end(word))
            && word.chars().any(char::is_alphanumeric)
}

/// A full-width mark ends it in some languages.
fn in_capitals_but_for_its_end(word: &str) -> bool {
    let word = word.trim_end_matches(['！', '？']);
    !word.is_empty()
        && word
            .chars()
            .all(|c| c.is_alphanumeric() && !c.is_lowercase())
}

/// Words that programs and people write where they have nothing.
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

/// `1,23E+15`.
fn is_rounded(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let number = number.trim_start_matches(['-', '−']);
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    digits(whole) && digits(part) && power.strip_prefix(['+', '-']).is_some_and(digits)
}

/// `_x000D_`, `\u201c`.
fn escape(text: &str) -> Option<&str> {
    let hex =
        |part: Option<&str>| part.is_some_and(|part| part.bytes().all(|b| b.is_ascii_hexdigit()));
    let of_excel = text.match_indices("_x").find_map(|(at, _)| {
        let found = text.get(at..at + 7)?;
        (found.ends_with('_') && hex(found.get(2..6))).then_some(found)
    });
    of_excel.or_else(|| {
        text.match_indices("\\u").find_map(|(at, _)| {
            let found = text.get(at..at + 6)?;
            hex(found.get(2..)).then_some(found)
        })
    })
}

/// Whether a word has question marks for other characters: one before letters,
/// one between letters, or nothing but several. An address may have them.
fn is_questioned(word: &str) -> bool {
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
    use super::refusal;

    #[test]
    fn what_programs_leave_in_cells_is_refused() {
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
            assert!(refusal(text, true).is_some(), "{text:?}");
        }
    }

    #[test]
    fn texts_are_left_alone() {
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
            assert_eq!(refusal(text, true), None, "{text}");
        }
    }
}
