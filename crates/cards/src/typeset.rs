//! Shapes a paragraph and breaks it into lines of glyphs, without a position.

use cosmic_text::{AttrsList, Hinting, LayoutLine, ShapeLine, Shaping, Wrap};

use crate::fonts::{FontSets, TextStyle};

/// A shaped paragraph, which can be broken into lines at any size and width.
pub(crate) struct Shaped {
    style: TextStyle,
    /// `None` for an empty paragraph.
    glyphs: Option<ShapeLine>,
}

/// The lines of a paragraph at one size.
pub(crate) struct Lines {
    pub(crate) style: TextStyle,
    pub(crate) size: u16,
    /// The width at which the lines were broken. Right-to-left lines start there.
    pub(crate) width: i32,
    pub(crate) rtl: bool,
    pub(crate) lines: Vec<LayoutLine>,
}

impl Shaped {
    /// Shapes `words`, which is one paragraph without line ends.
    pub(crate) fn new(font_sets: &mut FontSets, style: TextStyle, words: &str) -> Self {
        let glyphs = (!words.is_empty()).then(|| {
            ShapeLine::new(
                &mut font_sets.for_style(style).system,
                words,
                &AttrsList::new(&style.attrs()),
                Shaping::Advanced,
                1,
            )
        });
        Self { style, glyphs }
    }

    /// Breaks the paragraph into lines at a size and a width. A word that is wider
    /// than a line is broken.
    pub(crate) fn lines(&self, size: u16, width: i32) -> Lines {
        let lines = self.glyphs.as_ref().map_or_else(Vec::new, |glyphs| {
            glyphs.layout(
                f32::from(size),
                Some(width as f32),
                Wrap::WordOrGlyph,
                None,
                None,
                Hinting::Disabled,
            )
        });
        Lines {
            style: self.style,
            size,
            width,
            rtl: self.glyphs.as_ref().is_some_and(|glyphs| glyphs.rtl),
            lines,
        }
    }

    /// Balances the lines: breaks at the narrowest width that needs no more lines
    /// and breaks no word, so that no single word is left on the last line. The
    /// width is at least two thirds, so that a column doesn't look half empty.
    pub(crate) fn balanced(&self, size: u16, width: i32) -> Lines {
        let most = self.lines(size, width).count();
        let mut narrow = self.widest_word(size).clamp(width * 2 / 3, width);
        let mut enough = width;
        while enough - narrow > 4 {
            let middle = i32::midpoint(narrow, enough);
            if self.lines(size, middle).count() <= most {
                enough = middle;
            } else {
                narrow = middle;
            }
        }
        self.lines(size, enough)
    }

    /// The width of the widest word: the narrowest line that breaks no word.
    pub(crate) fn widest_word(&self, size: u16) -> i32 {
        let spans = self.glyphs.iter().flat_map(|glyphs| &glyphs.spans);
        let widths = spans
            .flat_map(|span| &span.words)
            .map(|word| word.width(f32::from(size)).ceil() as i32);
        widths.max().unwrap_or(0)
    }
}

impl Lines {
    pub(crate) fn count(&self) -> usize {
        self.lines.len()
    }
}
