//! Text as it stands in XML 1.0.

/// Text for an element or for a double-quoted attribute. What XML can't hold,
/// controls and what is no character, is left out.
pub(super) fn escape(text: &str) -> String {
    let held = text.chars().filter(|c| {
        matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
    });
    super::escape::escape(&held.collect::<String>())
}
