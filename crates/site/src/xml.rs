//! Escaping for XML 1.0.

/// Escapes text for an element or a double-quoted attribute. Drops what XML can't
/// represent: control characters and noncharacters.
pub(super) fn escape(text: &str) -> String {
    let allowed = text.chars().filter(|c| {
        matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
    });
    super::escape::escape(&allowed.collect::<String>())
}
