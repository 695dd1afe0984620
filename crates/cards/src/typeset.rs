//! Breaks a paragraph into lines of glyphs. Where they stand on the card is not
//! decided here.

use cosmic_text::{AttrsList, Hinting, LayoutLine, ShapeLine, Shaping, Wrap};

use crate::fonts::{Case, Voice};

/// A paragraph turned into glyphs, which can be broken at any size and width.
pub(crate) struct Shaped {
    voice: Voice,
    /// None where there is nothing to set.
    glyphs: Option<ShapeLine>,
}

/// The lines of a paragraph at one size.
pub(crate) struct Lines {
    pub(crate) voice: Voice,
    pub(crate) size: u16,
    /// The width the lines were broken at. Those that run from right to left
    /// start there.
    pub(crate) width: i32,
    pub(crate) rtl: bool,
    pub(crate) lines: Vec<LayoutLine>,
}

impl Shaped {
    /// `words` is one paragraph; line ends have no place in it.
    pub(crate) fn new(case: &mut Case, voice: Voice, words: &str) -> Self {
        let glyphs = (!words.is_empty()).then(|| {
            ShapeLine::new(
                &mut case.of(voice).system,
                words,
                &AttrsList::new(&voice.attrs()),
                Shaping::Advanced,
                1,
            )
        });
        Self { voice, glyphs }
    }

    /// The lines at a size and a width. A word that is wider than a line is
    /// broken.
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
            voice: self.voice,
            size,
            width,
            rtl: self.glyphs.as_ref().is_some_and(|glyphs| glyphs.rtl),
            lines,
        }
    }

    /// The lines at the narrowest width that needs no more of them and breaks
    /// no word, so that no single word is left over on the last line. It is not
    /// so narrow that a column looks half empty.
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

    /// How wide a line has to be so that no word is broken.
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
