//! Finds the size at which paragraphs fit their room, and shortens those that
//! fit at none.

use std::ops::RangeInclusive;

use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{Case, Voice};
use crate::row::{Leading, Row};
use crate::text::Paragraph;
use crate::typeset::{Lines, Shaped};

/// The room for a paragraph.
pub(crate) struct Room {
    pub(crate) width: i32,
    pub(crate) height: i32,
    /// How many lines it may have, even if there is height for more.
    pub(crate) lines: usize,
    /// The sizes of the type, of which the largest that fits is taken.
    pub(crate) sizes: RangeInclusive<u16>,
}

/// Sets paragraphs that stand beside each other in one size: the largest at
/// which all of them fit. What is too long for the smallest size ends in an
/// ellipsis.
pub(crate) fn together<const N: usize>(
    case: &mut Case,
    voice: Voice,
    paragraphs: [&Paragraph; N],
    room: &Room,
) -> Row<N> {
    let leading = Leading::new(voice, &paragraphs);
    let most = |size| leading.lines_in(size, room.height).clamp(1, room.lines);
    let texts = paragraphs.map(|paragraph| (paragraph, Shaped::new(case, voice, &paragraph.words)));
    let fitting = room.sizes.clone().rev().step_by(2).find(|size| {
        texts.iter().all(|(paragraph, shaped)| {
            !paragraph.cut
                && shaped.widest_word(*size) <= room.width
                && shaped.lines(*size, room.width).count() <= most(*size)
        })
    });
    let size = fitting.unwrap_or(*room.sizes.start());
    let lines = texts.map(|(paragraph, shaped)| {
        let lines = shaped.lines(size, room.width);
        if lines.count() > most(size) || paragraph.cut {
            shortened(case, voice, &paragraph.words, &lines, most(size))
        } else {
            shaped.balanced(size, room.width)
        }
    });
    Row { lines, leading }
}

/// As much of the paragraph as `most` lines hold, with an ellipsis. `whole` is
/// all of it.
fn shortened(case: &mut Case, voice: Voice, words: &str, whole: &Lines, most: usize) -> Lines {
    for head in heads(words, whole, most) {
        // An isolate left open would take the ellipsis with it; a closing mark
        // too many does nothing.
        let opened = head.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count();
        let close = "\u{2069}".repeat(opened);
        let shaped = Shaped::new(case, voice, &format!("{head}{close}…"));
        let lines = shaped.lines(whole.size, whole.width);
        if lines.count() <= most {
            return lines;
        }
    }
    Shaped::new(case, voice, "…").lines(whole.size, whole.width)
}

/// Beginnings of the paragraph that may fit, the longest first. They end with a
/// word if one ends on the last line that there is room for, and within one
/// otherwise.
fn heads<'a>(words: &'a str, whole: &Lines, most: usize) -> impl Iterator<Item = &'a str> {
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
    // Only few clusters together are narrower than an ellipsis.
    let within_words = clusters.filter(move |at| *at <= end).take(32);
    after_words
        .chain(within_words)
        .filter_map(|at| words.get(..at))
        .map(|head| head.trim_end_matches(is_loose))
        .filter(|head| !head.is_empty())
}

/// What doesn't stand before an ellipsis.
fn is_loose(char: char) -> bool {
    char.is_whitespace() || ",;:.…-–—(“‘«„،؛".contains(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room {
        width: 500,
        height: 150,
        lines: 9,
        sizes: 22..=36,
    };

    /// What stands on the lines, as far as the glyphs still tell.
    fn set<const N: usize>(texts: [&str; N]) -> Row<N> {
        let paragraphs = texts.map(Paragraph::new);
        together(&mut Case::new(), Voice::Text, paragraphs.each_ref(), &ROOM)
    }

    fn heads_of(words: &str, most: usize) -> Vec<String> {
        let lines = Shaped::new(&mut Case::new(), Voice::Text, words).lines(30, 300);
        heads(words, &lines, most).map(str::to_owned).collect()
    }

    #[test]
    fn the_longer_text_gives_the_size_of_both() {
        let long = "A sentence of some length. ".repeat(6);
        let alone = set(["Short."]);
        let both = set(["Short.", &long]);
        assert_eq!(alone.size(), 36);
        assert!(both.size() < 36);
        assert_eq!(both.lines[0].size, both.lines[1].size);
        assert!(both.height() <= ROOM.height);
    }

    #[test]
    fn too_much_is_cut_at_the_smallest_size() {
        let row = set(["Yes.", &"many words, ".repeat(400)]);
        assert_eq!(row.size(), 22);
        assert!(row.height() <= ROOM.height);
        assert_eq!(row.lines[0].count(), 1);
    }

    #[test]
    fn is_cut_after_a_word_and_without_its_comma() {
        let heads = heads_of("One, two, three, four, five, six, seven, eight, nine", 1);
        assert!(heads[0].ends_with(char::is_alphabetic), "{heads:?}");
        assert!(heads[1].len() < heads[0].len());
        assert!("One, two, three, four, five, six,".contains(&heads[0]));
    }

    #[test]
    fn a_word_longer_than_the_room_is_cut_inside() {
        let heads = heads_of(&"x".repeat(300), 2);
        assert!(heads[0].len() > 20 && heads[0].len() < 60);
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
