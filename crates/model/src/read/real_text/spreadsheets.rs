//! Detects spreadsheet errors and formulas.

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

pub(super) fn is_error(text: &str) -> bool {
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
pub(super) fn is_formula(text: &str) -> bool {
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
