//! Texts as they stand in cells.

/// The signs with which spreadsheets begin a formula; the full-width ones do so
/// in some languages.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text for a cell. An apostrophe before what would be a formula keeps
/// spreadsheets from running it; where there is one already, another.
pub(super) fn to_cell(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text of a cell, without blanks around it.
pub(super) fn from_cell(cell: &str) -> &str {
    let text = cell.trim();
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{from_cell, to_cell};

    #[test]
    fn nothing_is_a_formula_and_everything_comes_back() {
        for text in [
            "=1+1", "'=1", "''@x", "-5", "'tis", "plain", "+", "'", "＝1", "",
        ] {
            let cell = to_cell(text);
            assert!(!cell.starts_with(super::FORMULA), "{cell}");
            assert_eq!(from_cell(&cell), text);
        }
    }
}
