//! Breaks a paragraph into lines of glyphs. Where they stand on the card is not
//! decided here.

use cosmic_text::{Align, Buffer, Color, Metrics, Shaping, Wrap};

use crate::canvas::Canvas;
use crate::fonts::{Fonts, Voice};
use crate::text::Paragraph;

/// The height of a line, in parts of the size: what Arabic needs, and what
/// reads well in a bold title.
fn leading(voice: Voice) -> f32 {
    match voice {
        Voice::Text => 1.38,
        Voice::Title => 1.2,
        Voice::Label => 1.3,
    }
}

/// A paragraph in lines.
pub(crate) struct Set {
    buffer: Buffer,
    /// The height of a line in pixels.
    line: f32,
}

impl Set {
    /// Sets a paragraph in at most `most` lines of `width` pixels. What has no
    /// room ends in an ellipsis.
    pub(crate) fn new(
        fonts: &mut Fonts,
        voice: Voice,
        paragraph: &Paragraph,
        size: f32,
        width: f32,
        most: usize,
        align: Option<Align>,
    ) -> Self {
        let mut set = |words: &str| {
            let line = (size * leading(voice)).round();
            let mut buffer = Buffer::new(&mut fonts.system, Metrics::new(size, line));
            buffer.set_wrap(Wrap::WordOrGlyph);
            buffer.set_size(Some(width), None);
            let attrs = voice.attrs();
            buffer.set_text(words, &attrs, Shaping::Advanced, align);
            buffer.shape_until_scroll(&mut fonts.system, false);
            Self { buffer, line }
        };
        let most = most.max(1);
        if !paragraph.cut {
            let whole = set(&paragraph.words);
            if whole.lines() <= most {
                return whole;
            }
        }
        // Cut here and not by the library, whose last line then begins with the
        // space before it and may end inside a word.
        let cuts = paragraph.cuts();
        let fits = cuts.partition_point(|cut| set(cut).lines() <= most);
        set(cuts.get(fits.saturating_sub(1)).map_or("…", String::as_str))
    }

    /// How many lines it takes.
    pub(crate) fn lines(&self) -> usize {
        self.buffer.layout_runs().count()
    }

    /// How high it is, in pixels.
    pub(crate) fn height(&self) -> f32 {
        self.line * self.lines() as f32
    }

    /// Paints it with its upper left corner at a place.
    pub(crate) fn paint(
        &mut self,
        fonts: &mut Fonts,
        canvas: &mut Canvas,
        x: i32,
        y: i32,
        ink: [u8; 3],
    ) {
        let [red, green, blue] = ink;
        let ink = Color::rgb(red, green, blue);
        self.buffer.draw(
            &mut fonts.system,
            &mut fonts.glyphs,
            ink,
            |left, top, width, height, color| {
                canvas.fill(x + left, y + top, width, height, color.as_rgba());
            },
        );
    }

    /// Whether a character has no glyph in any of the fonts.
    #[cfg(test)]
    pub(crate) fn lacks_glyphs(&self) -> bool {
        self.buffer
            .layout_runs()
            .any(|run| run.glyphs.iter().any(|glyph| glyph.glyph_id == 0))
    }

    /// How far each line reaches, in pixels.
    #[cfg(test)]
    pub(crate) fn widths(&self) -> Vec<f32> {
        self.buffer.layout_runs().map(|run| run.line_w).collect()
    }
}
