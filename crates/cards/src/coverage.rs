//! Which characters the bundled fonts have, and the names of the scripts that they
//! lack.

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, LazyLock};

use cosmic_text::Font;
use cosmic_text::fontdb::{Database, Source};
use unicode_script::{Script, UnicodeScript as _};

use crate::fonts::{FontSets, TextStyle};
use crate::text::Paragraph;
use crate::typeset::Shaped;

/// The scripts and kinds of characters in `text` for which the fonts of a style have
/// no glyph. They would be painted as boxes.
pub(crate) fn missing_scripts(
    font_sets: &mut Option<FontSets>,
    style: TextStyle,
    text: &str,
) -> BTreeSet<&'static str> {
    let words = Paragraph::new(text).words;
    let covered = covered(style);
    let missing: BTreeSet<&'static str> = words
        .chars()
        .filter(|char| !covered.contains(&u32::from(*char)))
        .map(script_name)
        .collect();
    if missing.is_empty() {
        return missing;
    }
    // A character without a glyph of its own may still be drawn: as part of another,
    // or not at all, like a joiner. Shaping decides.
    let font_sets = font_sets.get_or_insert_with(FontSets::new);
    let lines = Shaped::new(font_sets, style, &words).lines(16, i32::from(i16::MAX));
    let mut glyphs = lines.lines.iter().flat_map(|line| &line.glyphs);
    match glyphs.any(|glyph| glyph.glyph_id == 0) {
        true => missing,
        false => BTreeSet::new(),
    }
}

/// The characters of the fonts that a style uses.
fn covered(style: TextStyle) -> &'static HashSet<u32> {
    static TEXT: LazyLock<HashSet<u32>> = LazyLock::new(|| characters(TextStyle::Text));
    static TITLE: LazyLock<HashSet<u32>> = LazyLock::new(|| characters(TextStyle::Title));
    static LABEL: LazyLock<HashSet<u32>> = LazyLock::new(|| characters(TextStyle::Label));
    match style {
        TextStyle::Text => &TEXT,
        TextStyle::Title => &TITLE,
        TextStyle::Label => &LABEL,
    }
}

fn characters(style: TextStyle) -> HashSet<u32> {
    let weight = style.attrs().weight;
    let mut characters = HashSet::new();
    for file in style.files() {
        let mut fonts = Database::new();
        for id in fonts.load_font_source(Source::Binary(Arc::new(file))) {
            if let Some(font) = Font::new(&fonts, id, weight) {
                font.as_swash().charmap().enumerate(|char, glyph| {
                    if glyph != 0 {
                        characters.insert(char);
                    }
                });
            }
        }
    }
    characters
}

/// What a character belongs to, as a phrase.
fn script_name(char: char) -> &'static str {
    match char.script() {
        Script::Common | Script::Inherited | Script::Unknown => match char {
            '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' => "emoji and symbols",
            _ => "special characters",
        },
        Script::Han => "Chinese characters",
        Script::Hiragana | Script::Katakana => "Japanese kana",
        Script::Hangul => "Korean letters",
        script => script.full_name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(text: &str) -> Vec<&'static str> {
        let found = missing_scripts(&mut None, TextStyle::Title, text);
        found.into_iter().collect()
    }

    #[test]
    fn scripts_without_a_font_are_named() {
        assert_eq!(missing("ኢትዮጵያ"), ["Ethiopic"]);
        assert_eq!(missing("Who says ไทย?"), ["Thai"]);
        assert_eq!(
            missing("北京 and ソウル"),
            ["Chinese characters", "Japanese kana"]
        );
        assert_eq!(missing("Did it \u{1f600}?"), ["emoji and symbols"]);
    }

    #[test]
    fn what_the_fonts_can_draw_is_not_missing() {
        for text in [
            "",
            "Did it – “really”? ½ × 3 € …",
            "Чи готується Росія? Ποιος; Łódź, e\u{301}",
            "גִּ שָׁלוֹם, گفت\u{200c}وگو, هل",
            "a\u{ad}b\u{200b}c\u{2060}d\u{2066}e\u{2069}\u{a0}f \u{fe0f}",
        ] {
            for style in [TextStyle::Text, TextStyle::Title, TextStyle::Label] {
                let found = missing_scripts(&mut None, style, text);
                assert!(found.is_empty(), "{text}: {found:?}");
            }
        }
    }
}
