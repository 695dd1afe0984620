//! Fits paragraphs into boxes: finds the largest font size that fits, and truncates
//! text that is too long for the smallest.

use std::ops::RangeInclusive;

use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{FontSets, TextStyle};
use crate::text::Paragraph;
use crate::text_row::{Leading, Row};
use crate::typeset::{Lines, Shaped};

/// The space for a paragraph.
pub(crate) struct TextBox {
    pub(crate) width: i32,
    pub(crate) height: i32,
    /// The maximum number of lines, even if there is height for more.
    pub(crate) lines: usize,
    /// The font sizes to choose from.
    pub(crate) sizes: RangeInclusive<u16>,
}

/// Sets paragraphs that are side by side in one size: the largest at which all of
/// them fit. A paragraph that is too long for the smallest size is truncated with
/// an ellipsis.
pub(crate) fn fit_row<const N: usize>(
    font_sets: &mut FontSets,
    style: TextStyle,
    paragraphs: [&Paragraph; N],
    text_box: &TextBox,
) -> Row<N> {
    let leading = Leading::new(style, &paragraphs);
    let most = |size| {
        leading
            .lines_in(size, text_box.height)
            .clamp(1, text_box.lines)
    };
    let texts =
        paragraphs.map(|paragraph| (paragraph, Shaped::new(font_sets, style, &paragraph.words)));
    let fitting = text_box.sizes.clone().rev().step_by(2).find(|size| {
        texts.iter().all(|(paragraph, shaped)| {
            !paragraph.cut
                && shaped.widest_word(*size) <= text_box.width
                && shaped.lines(*size, text_box.width).count() <= most(*size)
        })
    });
    let size = fitting.unwrap_or(*text_box.sizes.start());
    let lines = texts.map(|(paragraph, shaped)| {
        let lines = shaped.lines(size, text_box.width);
        if lines.count() > most(size) || paragraph.cut {
            truncate(font_sets, style, &paragraph.words, &lines, most(size))
        } else {
            shaped.balanced(size, text_box.width)
        }
    });
    Row { lines, leading }
}

/// Truncates the paragraph to at most `most` lines, with an ellipsis. `whole` has
/// the lines of the full paragraph.
fn truncate(
    font_sets: &mut FontSets,
    style: TextStyle,
    words: &str,
    whole: &Lines,
    most: usize,
) -> Lines {
    for head in prefixes(words, whole, most) {
        // Close open isolates: an open one would affect the direction of the
        // ellipsis. A closing mark too many has no effect.
        let opened = head.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count();
        let close = "\u{2069}".repeat(opened);
        let shaped = Shaped::new(font_sets, style, &format!("{head}{close}…"));
        let lines = shaped.lines(whole.size, whole.width);
        if lines.count() <= most {
            return lines;
        }
    }
    Shaped::new(font_sets, style, "…").lines(whole.size, whole.width)
}

/// The prefixes of the paragraph that may fit, longest first. They end after a word
/// if one ends on the last line that fits, otherwise inside a word.
fn prefixes<'a>(words: &'a str, whole: &Lines, most: usize) -> impl Iterator<Item = &'a str> {
    let kept = whole.lines.iter().take(most);
    let ends = kept.clone().flat_map(|line| &line.glyphs);
    let end = ends.map(|glyph| glyph.end).max().unwrap_or(0);
    let starts = kept
        .clone()
        .next_back()
        .into_iter()
        .flat_map(|line| &line.glyphs);
    let start = starts.map(|glyph| glyph.start).min().unwrap_or(0);

    let spaces = words.match_indices(' ').map(|(at, _)| at).rev();
    let after_words = spaces.filter(move |at| start < *at && *at <= end);
    let clusters = words.grapheme_indices(true).map(|(at, _)| at).rev();
    // Dropping a few clusters is enough to make room for an ellipsis.
    let within_words = clusters.filter(move |at| *at <= end).take(32);
    after_words
        .chain(within_words)
        .filter_map(|at| words.get(..at))
        .map(|head| head.trim_end_matches(is_trimmed))
        .filter(|head| !head.is_empty())
}

/// Characters that are removed before an ellipsis.
fn is_trimmed(char: char) -> bool {
    char.is_whitespace() || ",;:.…-–—(“‘«„،؛".contains(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT_BOX: TextBox = TextBox {
        width: 500,
        height: 150,
        lines: 9,
        sizes: 22..=36,
    };

    fn set<const N: usize>(texts: [&str; N]) -> Row<N> {
        let paragraphs = texts.map(Paragraph::new);
        fit_row(
            &mut FontSets::new(),
            TextStyle::Text,
            paragraphs.each_ref(),
            &TEXT_BOX,
        )
    }

    fn prefixes_of(words: &str, most: usize) -> Vec<String> {
        let lines = Shaped::new(&mut FontSets::new(), TextStyle::Text, words).lines(30, 300);
        prefixes(words, &lines, most).map(str::to_owned).collect()
    }

    #[test]
    fn the_longer_text_gives_the_size_of_both() {
        let long = "A sentence of some length. ".repeat(6);
        let alone = set(["Short."]);
        let both = set(["Short.", &long]);
        assert_eq!(alone.size(), 36);
        assert!(both.size() < 36);
        assert_eq!(both.lines[0].size, both.lines[1].size);
        assert!(both.height() <= TEXT_BOX.height);
    }

    #[test]
    fn too_much_is_cut_at_the_smallest_size() {
        let row = set(["Yes.", &"many words, ".repeat(400)]);
        assert_eq!(row.size(), 22);
        assert!(row.height() <= TEXT_BOX.height);
        assert_eq!(row.lines[0].count(), 1);
    }

    #[test]
    fn is_cut_after_a_word_and_without_its_comma() {
        let prefixes = prefixes_of("One, two, three, four, five, six, seven, eight, nine", 1);
        assert!(prefixes[0].ends_with(char::is_alphabetic), "{prefixes:?}");
        assert!(prefixes[1].len() < prefixes[0].len());
        assert!("One, two, three, four, five, six,".contains(&prefixes[0]));
    }

    #[test]
    fn a_word_longer_than_the_room_is_cut_inside() {
        let prefixes = prefixes_of(&"x".repeat(300), 2);
        assert!(prefixes[0].len() > 20 && prefixes[0].len() < 60);
    }

    #[test]
    fn an_ellipsis_takes_the_place_of_what_is_missing() {
        let ellipsis = set(["…"]).lines[0].lines[0].glyphs[0].glyph_id;
        for text in ["word ".repeat(900), "x".repeat(5000), "Слово ".repeat(900)] {
            let row = set([&text]);
            let last = row.lines[0]
                .lines
                .last()
                .and_then(|line| line.glyphs.last());
            assert_eq!(last.map(|glyph| glyph.glyph_id), Some(ellipsis));
        }
        let row = set([&"كلمة ".repeat(900)]);
        let end = row.lines[0]
            .lines
            .last()
            .into_iter()
            .flat_map(|line| &line.glyphs);
        let end = end.min_by(|one, other| one.x.total_cmp(&other.x));
        assert_eq!(end.map(|glyph| glyph.glyph_id), Some(ellipsis));
    }
}
