//! Escapes cells that a spreadsheet would run as a formula.

/// The characters that start a formula; the full-width ones do so in some locales.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Escapes a text for a cell: an apostrophe before a formula keeps spreadsheets from
/// running it. Text that already has apostrophes there gets one more.
pub(super) fn escape(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text of a cell, trimmed and without the escaping apostrophe.
pub(super) fn unescape(cell: &str) -> &str {
    let text = cell.trim();
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{escape, unescape};

    #[test]
    fn nothing_is_a_formula_and_everything_comes_back() {
        for text in [
            "=1+1", "'=1", "''@x", "-5", "'tis", "plain", "+", "'", "＝1", "",
        ] {
            let cell = escape(text);
            assert!(!cell.starts_with(super::FORMULA), "{cell}");
            assert_eq!(unescape(&cell), text);
        }
    }
}
